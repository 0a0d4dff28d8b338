import Desk
import RosterModel
import Screen
import Testing

@Suite("the screens as they are drawn")
struct GoldenTests {
  @Test("the grid at 80×24, with Cyrillic, Chinese, combining marks and an escape in a name")
  func grid() {
    var robot = Robot()
    robot.press("j j j j l")
    robot.rest()
    robot.shows(
      #"""
       Yunusobod, December · Grid                                               saved
      Yunusobod           Sat 5 Dec      Sun 6 Dec      Mon 7 Dec      Tue 8 Dec
                             A    B    C    A    B    C    A    B    C    A    B    C
      by shift            2/5! 1/6! 0/4! 1/5! 0/6! 0/4! 0/5! 0/6! 0/4! 0/5! 0/6! 0/4!
      by day                       3/15!          1/15!          0/15!          0/15!
      City                              │              │              │              │
        · guard           0/1! 0/1! 0/1!│0/1! 0/1! 0/1!│0/1! 0/1! 0/1!│0/1! 0/1! 0/1!│
      Yunusobod                         │              │              │              │
       Response␛[31m car  0/1!          │0/1!          │0/1!          │0/1!          │
      Yunusobod 1                       │              │              │              │
        · police          2/2. 1/2! 0/2!│1/2! 0/2! 0/2!│0/2! 0/2! 0/2!│0/2! 0/2! 0/2!│
       Market             2/2= 0/2! 0/2!│0/2! 0/2! 0/2!│0/2! 0/2! 0/2!│0/2! 0/2! 0/2!│
       Парк Победы             0/1!     │     0/1!     │     0/1!     │     0/1!     │
       中央车站 station   0/2! 1/2x 0/2!│1/2x 0/2! 0/2!│0/2! 0/2! 0/2!│0/2! 0/2! 0/2!│
      Юнусабад 2                        │              │              │              │
       Парк Победы · Sat 5 Dec · B Evening 16:00-00:00  0/1! below minimum  y1-b2 ────
      Nobody is posted here.                  3 free, 1 more by leaving another post
      0/1!    here: all units                 Guard-5          D Yunusobod 1 · 0 h ·…
      1/2!    Yunusobod 1: police             Беркут-4         B Юнусабад 2 · 0 h · …
      0/1!    City: guard                     猎鹰-8           D Юнусабад 2 · 0 h · …
                                              Беркут-3         B leaves 中央车站 sta…
                                              ruled out: rest-too-short 2,

      Enter Assign  x Clear  u Undo  p Plan  ]g Next gap  5 History  ? Help  q Quit
      """#)
  }

  @Test("the grid at 120×40")
  func largeGrid() {
    var robot = Robot(DeskFixture.opening(width: 120, height: 40))
    robot.rest()
    robot.shows(
      #"""
       Yunusobod, December · Grid                                                                                       saved
      Yunusobod                     Sat 5 Dec         Sun 6 Dec         Mon 7 Dec         Tue 8 Dec         Wed 9 Dec
                                        A     B     C     A     B     C     A     B     C     A     B     C     A     B     C
      by shift                       2/5!  1/6!  0/4!  1/5!  0/6!  0/4!  0/5!  0/6!  0/4!  0/5!  0/6!  0/4!  0/5!  0/6!  0/4!
      by day                                    3/15!             1/15!             0/15!             0/15!             0/15!
      City                                           │                 │                 │                 │                 │
        · guard                      0/1!  0/1!  0/1!│ 0/1!  0/1!  0/1!│ 0/1!  0/1!  0/1!│ 0/1!  0/1!  0/1!│ 0/1!  0/1!  0/1!│
      Yunusobod                                      │                 │                 │                 │                 │
       Response␛[31m car             0/1!            │ 0/1!            │ 0/1!            │ 0/1!            │ 0/1!            │
      Yunusobod 1                                    │                 │                 │                 │                 │
        · police                     2/2.  1/2!  0/2!│ 1/2!  0/2!  0/2!│ 0/2!  0/2!  0/2!│ 0/2!  0/2!  0/2!│ 0/2!  0/2!  0/2!│
       Market                        2/2=  0/2!  0/2!│ 0/2!  0/2!  0/2!│ 0/2!  0/2!  0/2!│ 0/2!  0/2!  0/2!│ 0/2!  0/2!  0/2!│
       Парк Победы                         0/1!      │       0/1!      │       0/1!      │       0/1!      │       0/1!      │
       中央车站 station              0/2!  1/2x  0/2!│ 1/2x  0/2!  0/2!│ 0/2!  0/2!  0/2!│ 0/2!  0/2!  0/2!│ 0/2!  0/2!  0/2!│
      Юнусабад 2                                     │                 │                 │                 │                 │
       Café o‘zbegim                       0/1!      │       0/1!      │       0/1!      │       0/1!      │       0/1!      │
      Чиланзар                                       │                 │                 │                 │                 │
      Chilonzor 1                                    │                 │                 │                 │                 │
       Chorsu                                    1/1.│             0/1!│             0/1!│             0/1!│             0/1!│







       Response␛[31m car · Sat 5 Dec · A Day 08:00-16:00  0/1! below minimum  yu-car ─────────────────────────────────────────
      Nobody is posted here.                                      3 free, 1 more by leaving another post
      0/1!    here: all units                                     Guard-5          A Yunusobod 1 · 0 h · car
      0/1!    City: guard                                         Беркут-4         A Юнусабад 2 · 0 h · car · dog
                                                                  猎鹰-8           A Юнусабад 2 · 0 h · car
                                                                  Беркут-3         A leaves 中央车站 station B · Yunusobod 1…
                                                                  ruled out: unit-twice-in-a-shift 2,
                                                                  volunteer-without-escort 1, posted-beyond-reach 2





      Enter Assign  x Clear  u Undo  p Plan  ]g Next gap  5 History  ? Help  q Quit  3 Gaps  / Find  1 City  4 Findings
      """#)
  }

  @Test("the grid at 20×5")
  func smallGrid() {
    let robot = Robot(DeskFixture.opening(width: 20, height: 5))
    robot.shows(
      #"""
      Yunusobod, D… saved
            5A
       Res… 0/1!

      Enter Assign  ? Help
      """#)
  }

  @Test("the assign prompt, legal units first, the others with the reason")
  func assign() {
    var robot = Robot()
    robot.press("]g Enter")
    robot.shows(
      #"""
       Yunusobod, December · Grid                                               saved
      Yunusobod           Sat 5 Dec      Sun 6 Dec      Mon 7 Dec      Tue 8 Dec
           Assign to 中央车站 station, Sat 5 Dec A · 2 free, 1 more by leaving an…  C
      by s type a callsign, leader or skill                                       /4!
      by d Беркут-4                A   police    Юнусабад 2 · 0 h · car · dog     15!
      City 猎鹰-8                  A   police    Юнусабад 2 · 0 h · car              │
        ·  Беркут-3                A   police    leaves 中央车站 station B · Yun… /1!│
      Yunu Guard-5                 A   guard     x guard may not hold y1-b3, onl…    │
       Res Sokol-1                 A   police    x posted twice on 5 Dec: A and …    │
      Yunu Sokol-2                 A   police    x posted twice on 5 Dec: A and …    │
        ·  Koʻngilli-7             A   volunteer x volunteer may not hold y1-b3,… /2!│
       Mar                                                                        /2!│
       Пар                                                                           │
       中                                                                         /2!│
      Юнус                                                                           │
       中                                                                          ───
      Nobo
      0/2!
      2/2.
      0/1! Юнусабад 2 · 0 h · car · dog



      Enter Assign  Esc Cancel  Down Next
      """#)
  }

  @Test("the city's heat map")
  func city() {
    var robot = Robot()
    robot.press("1")
    robot.shows(
      #"""
       Yunusobod, December · City                                               saved
                            Sat   Sun   Mon   Tue   Wed   Thu   Fri
                              5     6     7     8     9    10    11
      Units missing        -13!  -17!  -19!  -19!  -19!  -19!  -19!
      Yunusobod            -10!  -13!  -15!  -15!  -15!  -15!  -15!
      Чиланзар                .   -1!   -1!   -1!   -1!   -1!   -1!
      City's own            -3!   -3!   -3!   -3!   -3!   -3!   -3!
















      Enter Open  u Undo  p Plan  ]g Next gap  5 History  ? Help  q Quit  3 Gaps
      """#)
  }

  @Test("the list of gaps")
  func gaps() {
    var robot = Robot(DeskFixture.opening(width: 80, height: 12))
    robot.press("3")
    robot.rest()
    robot.shows(
      #"""
       Yunusobod, December · Gaps                                               saved
      107 gaps, 125 units missing, worst first; can: free + by leaving a post
      0/2!   Sat 5 Dec  C  1 can      Yunusobod 1                police              █
      0/2!   Sun 6 Dec  B  4+1 can    Yunusobod 1                police              │
      0/2!   Sun 6 Dec  C  3+1 can    Yunusobod 1                police              │
      0/2!   Mon 7 Dec  A  5 can      Yunusobod 1                police              │
      0/2!   Mon 7 Dec  B  5 can      Yunusobod 1                police              │
      0/2!   Mon 7 Dec  C  4 can      Yunusobod 1                police              │
      0/2!   Tue 8 Dec  A  5 can      Yunusobod 1                police              │
      0/2!   Tue 8 Dec  B  5 can      Yunusobod 1                police              │

      Enter Go there  u Undo  p Plan  ]g Next gap  5 History  ? Help  q Quit  3 Gaps
      """#)
  }

  @Test("the list of findings")
  func findings() {
    var robot = Robot(DeskFixture.opening(width: 100, height: 18))
    robot.press("4")
    robot.shows(
      #"""
       Yunusobod, December · Findings                                                               saved
      1 error, 10 warnings, 0 info. What cells lack is in the list of gaps.
      error   RST002 Беркут-3 (u03), 2026-12-06 A: rest 8 h < 12 h after B on 5 Dec                      █
      warning CAP001 districts.csv: yu, 2026-12-05..2026-12-06: 18 police or guard unit-shifts needed, a…█
      warning CAP001 districts.csv: yu, 2026-12-07..2026-12-11: 45 police or guard unit-shifts needed, a…█
      warning COV004 districts.csv: yu: 25 % of the hours of police are between 16:00 and 08:00, expecte…█
      warning ORG001 districts.csv: ch: 1 department, expected 4 to 9                                    █
      warning ORG001 districts.csv: yu: 2 departments, expected 4 to 9                                   █
      warning CAP001 city, 2026-12-05..2026-12-06: 6 guard unit-shifts needed, at most 3 possible        █
      warning CAP001 city, 2026-12-05..2026-12-11 C: on the worst day 1 guard unit needed, at most 0 pos…█
      warning CAP001 city, 2026-12-07..2026-12-11: 15 guard unit-shifts needed, at most 6 possible       █
      warning CAP001 y1, 2026-12-05..2026-12-06: 12 police unit-shifts needed, at most 11 possible       │
       RST002 rest-too-short ─────────────────────────────────────────────────────────────────────────────
      Беркут-3 (u03), 2026-12-06 A: rest 8 h < 12 h after B on 5 Dec
      Rest is time elapsed between the two instants, over any number of days and over changes of daylight
      saving. Postings at one time are the matter of unit-twice-in-a-shift.

      Enter Go there  u Undo  p Plan  ]g Next gap  5 History  ? Help  q Quit  3 Gaps  / Find  1 City
      """#)
  }

  @Test("a proposal")
  func proposal() {
    var robot = Robot(DeskFixture.opening(width: 80, height: 14))
    robot.press("p")
    let edits: [Edit] = [
      .remove(
        Assignment(day: DeskFixture.day(6), shift: DeskFixture.a, beat: BeatReference(3), unit: UnitReference(2))),
      .add(Assignment(day: DeskFixture.day(6), shift: DeskFixture.a, beat: BeatReference(3), unit: UnitReference(3))),
      .add(Assignment(day: DeskFixture.day(5), shift: DeskFixture.d, beat: BeatReference(5), unit: UnitReference(7))),
    ]
    let result = PlanResult(edits: edits, cost: 4120, bound: 4000, notes: ["1 units left as they are"])
    robot.send(.planFinished(ticket: robot.planOrder?.ticket ?? 0, result))
    robot.shows(
      #"""
       Yunusobod, December · Plan                                               saved
      Proposal for Yunusobod
      +2 added  -1 removed
      missing below minimum 125 -> 124   gaps 107 -> 106   below target 41 -> 41
      cost 4120, at least 4000 (at most 3.0 % above the best possible)
      1 units left as they are

      + Sat 5 Dec  D   Response␛[31m car        猎鹰-8
      - Sun 6 Dec  A   中央车站 station         Беркут-3
      + Sun 6 Dec  A   中央车站 station         Беркут-4



      Enter Accept  d Drop  Esc Stop  ? Help
      """#)
  }

  @Test("help")
  func help() {
    var robot = Robot(DeskFixture.opening(width: 80, height: 12))
    robot.press("?")
    robot.type("gap")
    robot.shows(
      #"""
       Yunusobod, December · Help                                               saved
      gap
      ]g               Next gap       Go to the next gap, in the order of time
      [g               Previous gap   Go to the gap before
      3, F4            Gaps           What is below its minimum, worst first






      Enter Do it  Esc Back
      """#)
  }

  @Test("states are told by mark and by role: a broken rule, a gap, a lock, the cursor")
  func styles() {
    var robot = Robot()
    robot.press("/")
    robot.type("market")
    robot.press("Enter gt l")
    let frame = view(robot.model, robot.size)
    let row = (0..<24).first { frame.text(ofRow: $0).hasPrefix(" Market") } ?? 0
    let styled = frame.styledText(ofRow: row)
    #expect(styled.contains("[locked on stripe]2/2="))
    #expect(styled.contains("[gap on cursor]0/2!"))
    let station = frame.styledText(ofRow: row + 2)
    #expect(station.contains("[conflict]1/2x"))
  }
}
