import Desk
import RosterModel
import Screen
import Testing

@Suite("the screens of what is saved and of others, as they are drawn")
struct SavingGoldenTests {
  /// At the station on Saturday evening, where Беркут-3 stands.
  private func atStation(_ opening: Opening = DeskFixture.opening(height: 20)) -> Robot {
    var robot = Robot(opening)
    robot.press("/")
    robot.type("y1-b3")
    robot.press("Enter gt l")
    return robot
  }

  @Test("a pending change, in its cell and in the title")
  func pending() {
    var robot = atStation()
    robot.press("x")
    robot.shows(
      #"""
       Yunusobod, December · Grid                                           1 pending
      Yunusobod           Sat 5 Dec      Sun 6 Dec      Mon 7 Dec      Tue 8 Dec
                             A    B    C    A    B    C    A    B    C    A    B    C
      by shift            2/5! 0/6! 0/4! 1/5! 0/6! 0/4! 0/5! 0/6! 0/4! 0/5! 0/6! 0/4!
      by day                       2/15!          1/15!          0/15!          0/15!
      Yunusobod                         │              │              │              │
       Response␛[31m car  0/1!          │0/1!          │0/1!          │0/1!          │
      Yunusobod 1                       │              │              │              │
        · police          2/2. 0/2! 0/2!│1/2! 0/2! 0/2!│0/2! 0/2! 0/2!│0/2! 0/2! 0/2!│
       Market             2/2= 0/2! 0/2!│0/2! 0/2! 0/2!│0/2! 0/2! 0/2!│0/2! 0/2! 0/2!│
       Парк Победы             0/1!     │     0/1!     │     0/1!     │     0/1!     │
       中央车站 station   0/2! 0/2!~0/2!│1/2- 0/2! 0/2!│0/2! 0/2! 0/2!│0/2! 0/2! 0/2!│
      Юнусабад 2                        │              │              │              │
       中央车站 station · Sat 5 Dec · B Evening 16:00-00:00  0/2! below minimum  y1-b…
      ~ changed, not saved yet
      Nobody is posted here.
      0/2!    here: all units
      0/2!    Yunusobod 1: police
      Clear Беркут-3 from 中央车站 station, Sat 5 Dec B
      Enter Assign  x Clear  u Undo  p Plan  ]g Next gap  5 History  ? Help  q Quit
      """#)
  }

  @Test("a change that could not be written")
  func notWritten() {
    var robot = atStation()
    robot.journal.refusal = .notWritten("the disk is full; make room, and it is written by itself")
    robot.press("x")
    robot.write()
    robot.press("Esc")
    robot.shows(
      #"""
       Yunusobod, December · Grid                                       1 not written
      Yunusobod           Sat 5 Dec      Sun 6 Dec      Mon 7 Dec      Tue 8 Dec
                             A    B    C    A    B    C    A    B    C    A    B    C
      by shift            2/5! 0/6! 0/4! 1/5! 0/6! 0/4! 0/5! 0/6! 0/4! 0/5! 0/6! 0/4!
      by day                       2/15!          1/15!          0/15!          0/15!
      Yunusobod                         │              │              │              │
       Response␛[31m car  0/1!          │0/1!          │0/1!          │0/1!          │
      Yunusobod 1                       │              │              │              │
        · police          2/2. 0/2! 0/2!│1/2! 0/2! 0/2!│0/2! 0/2! 0/2!│0/2! 0/2! 0/2!│
       Market             2/2= 0/2! 0/2!│0/2! 0/2! 0/2!│0/2! 0/2! 0/2!│0/2! 0/2! 0/2!│
       Парк Победы             0/1!     │     0/1!     │     0/1!     │     0/1!     │
       中央车站 station   0/2! 0/2!~0/2!│1/2- 0/2! 0/2!│0/2! 0/2! 0/2!│0/2! 0/2! 0/2!│
      Юнусабад 2                        │              │              │              │
       中央车站 station · Sat 5 Dec · B Evening 16:00-00:00  0/2! below minimum  y1-b…
      ~ changed, not saved yet
      Nobody is posted here.
      0/2!    here: all units
      0/2!    Yunusobod 1: police
      1 not written: the disk is full; make room, and it is written by itself
      Enter Assign  x Clear  u Undo  p Plan  ]g Next gap  5 History  ? Help  q Quit
      """#)
  }

  @Test("a folder that may only be read")
  func readOnly() {
    var opening = DeskFixture.opening(height: 12)
    opening.storage = .readOnly("the folder belongs to another user; ask for write access to its group")
    let robot = Robot(opening)
    robot.shows(
      #"""
       Yunusobod, December · Grid                                           read-only
      Yunusobod           Sat 5 Dec      Sun 6 Dec      Mon 7 Dec      Tue 8 Dec
                             A    B    C    A    B    C    A    B    C    A    B    C
      by shift            2/5! 1/6! 0/4! 1/5! 0/6! 0/4! 0/5! 0/6! 0/4! 0/5! 0/6! 0/4!
      City                              │              │              │              │
        · guard           0/1! 0/1! 0/1!│0/1! 0/1! 0/1!│0/1! 0/1! 0/1!│0/1! 0/1! 0/1!│
      Yunusobod                         │              │              │              │
       Response␛[31m car  0/1!          │0/1!          │0/1!          │0/1!          │
      Yunusobod 1                       │              │              │              │
        · police          2/2. 1/2! 0/2!│1/2! 0/2! 0/2!│0/2! 0/2! 0/2!│0/2! 0/2! 0/2!│
      Read-only: the folder belongs to another user; ask for write access to its group
      Enter Assign  x Clear  u Undo  p Plan  ]g Next gap  5 History  ? Help  q Quit
      """#)
  }

  @Test("others' cursors and news of what they did")
  func others() {
    var robot = atStation()
    robot.send(
      .desks([
        DeskPresence(author: DeskFixture.karimova, place: "cell:y1-b1/2026-12-05/C"),
        DeskPresence(author: Author(person: "Юсупова", session: "desk-3"), place: "city"),
      ]))
    robot.another("Assign Беркут-4 to Market, Sat 5 Dec C", DeskFixture.posting("u04", "y1-b1", "C"))
    robot.shows(
      #"""
       Yunusobod, December · Grid                                    @ 2 others saved
      Yunusobod           Sat 5 Dec      Sun 6 Dec      Mon 7 Dec      Tue 8 Dec
                             A    B    C    A    B    C    A    B    C    A    B    C
      by shift            2/5! 1/6! 1/4! 1/5! 0/6! 0/4! 0/5! 0/6! 0/4! 0/5! 0/6! 0/4!
      by day                       4/15!          1/15!          0/15!          0/15!
      Yunusobod                         │              │              │              │
       Response␛[31m car  0/1!          │0/1!          │0/1!          │0/1!          │
      Yunusobod 1                       │              │              │              │
        · police          2/2. 1/2! 1/2!│1/2! 0/2! 0/2!│0/2! 0/2! 0/2!│0/2! 0/2! 0/2!│
       Market   @Karimova 2/2= 0/2! 1/2-@0/2! 0/2! 0/2!│0/2! 0/2! 0/2!│0/2! 0/2! 0/2!│
       Парк Победы             0/1!     │     0/1!     │     0/1!     │     0/1!     │
       中央车站 station   0/2! 1/2x 0/2!│1/2x 0/2! 0/2!│0/2! 0/2! 0/2!│0/2! 0/2! 0/2!│
      Юнусабад 2                        │              │              │              │
       中央车站 station · Sat 5 Dec · B Evening 16:00-00:00  1/2x a unit here breaks …
      Беркут-3 police B
        x rest 8 h < 12 h after B on 5 Dec
      1/2-    here: all units
      1/2!    Yunusobod 1: police
      Karimova, 14:15: Assign Беркут-4 to Market, Sat 5 Dec C
      Enter Assign  x Clear  u Undo  p Plan  ]g Next gap  5 History  ? Help  q Quit
      """#)
  }

  @Test("a clash with another's edit of the same unit's day")
  func clash() {
    var robot = atStation()
    robot.another(
      "Clear Беркут-3 from 中央车站 station, Sat 5 Dec B", reason: "sick\u{1B}[2J", quietly: true,
      DeskFixture.posting("u03", "y1-b3", "B", isAdded: false))
    robot.press("=")
    robot.send(.others(robot.journal.entries))
    robot.write()
    robot.shows(
      #"""
       Yunusobod, December · Grid                                               saved
      Yunusobod           Sat 5 Dec      Sun 6 Dec      Mon 7 Dec      Tue 8 Dec
                             A    B    C    A    B    C    A    B    C    A    B    C
      by shift            2/5! 0/6! 0/4! 1/5! 0/6! 0/4! 0/5! 0/6! 0/4! 0/5! 0/6! 0/4!
      by day                       2/15!          1/15!          0/15!          0/15!
      Yunusobod                         │              │              │              │
       Respo Not recorded                                                            │
      Yunuso Lock Беркут-3 at 中央车站 station, Sat 5 Dec B                          │
        · po Karimova has changed Беркут-3 on Sat 5 Dec meanwhile, at 14:15:   ! 0/2!│
       Marke · Clear Беркут-3 from 中央车站 station, Sat 5 Dec B               ! 0/2!│
       Парк  “sick␛[2J”                                                        !     │
       中央                                                                    ! 0/2!│
      Юнусаб Enter: leave it · l: look · r: redo · d: drop                           │
       中央车站 station · Sat 5 Dec · B Evening 16:00-00:00  0/2! below minimum  y1-b…
      Nobody is posted here.
      0/2!    here: all units
      0/2!    Yunusobod 1: police
      0/1!    City: guard
      Karimova, 14:15: Clear Беркут-3 from 中央车站 station, Sat 5 Dec B
      Enter Leave it  l Look  r Redo  d Drop
      """#)
  }

  @Test("a broken rule that only the journal's judge saw")
  func brokenRule() {
    var robot = atStation()
    robot.journal.refusal = .breaksRules([
      Finding(
        rule: RuleInfo(
          id: "MIX003", name: "volunteer-without-escort", severity: .error, summary: "", reason: ""),
        subject: .unit("u07", day: DeskFixture.day(5)), message: "Koʻngilli-7, 2026-12-05 B: nobody escorts it")
    ])
    robot.press("x")
    robot.write()
    robot.shows(
      #"""
       Yunusobod, December · Grid                                               saved
      Yunusobod           Sat 5 Dec      Sun 6 Dec      Mon 7 Dec      Tue 8 Dec
                             A    B    C    A    B    C    A    B    C    A    B    C
      by shift            2/5! 1/6! 0/4! 1/5! 0/6! 0/4! 0/5! 0/6! 0/4! 0/5! 0/6! 0/4!
      by day                       3/15!          1/15!          0/15!          0/15!
      Yunusobod                         │              │              │              │
       Response␛[ Not recorded                                            !          │
      Yunusobod 1 Clear Беркут-3 from 中央车站 station, Sat 5 Dec B                  │
        · police  It breaks:                                              ! 0/2! 0/2!│
       Market     · MIX003 Koʻngilli-7, 2026-12-05 B: nobody escorts it   ! 0/2! 0/2!│
       Парк Побед                                                           0/1!     │
       中央车站 s Enter: leave it · l: look · f: force · d: drop          ! 0/2! 0/2!│
      Юнусабад 2                        │              │              │              │
       中央车站 station · Sat 5 Dec · B Evening 16:00-00:00  1/2x a unit here breaks …
      Беркут-3 police B
        x rest 8 h < 12 h after B on 5 Dec
      1/2-    here: all units
      1/2!    Yunusobod 1: police

      Enter Leave it  l Look  f Force  d Drop
      """#)
  }

  @Test("the question for a reason")
  func reason() {
    var roster = DeskFixture.roster()
    roster.publications = [Publication(district: DistrictReference(0), day: DeskFixture.day(5), at: "", by: "")]
    var robot = atStation(DeskFixture.opening(roster, height: 14))
    robot.press("x")
    robot.shows(
      #"""
       Yunusobod, December · Grid                                               saved
      Yunusobod           Sat 5 Dec      Sun 6 Dec      Mon 7 Dec      Tue 8 Dec
                             A    B    C    A    B    C    A    B    C    A    B    C
      by shift            2/5! 1/6! 0/4! 1/5! 0/6! 0/4! 0/5! 0/6! 0/4! 0/5! 0/6! 0/4!
      Yunusobod  Sat 5 Dec in Yunusobod is published: why is it changed?             │
       Response␛ Clear Беркут-3 from 中央车站 station, Sat 5 Dec B                   │
      Yunusobod  in your own words; it is kept with the change                       │
        · police                                                            0/2! 0/2!│
       Market             2/2= 0/2! 0/2!│0/2! 0/2! 0/2!│0/2! 0/2! 0/2!│0/2! 0/2! 0/2!│
       Парк Победы             0/1!     │     0/1!     │     0/1!     │     0/1!     │
       中央车站 station   0/2! 1/2x 0/2!│1/2x 0/2! 0/2!│0/2! 0/2! 0/2!│0/2! 0/2! 0/2!│
      Юнусабад 2                        │              │              │              │

      Enter OK  Esc Cancel
      """#)
  }

  @Test("the history, with what was undone, forced and why")
  func history() {
    var robot = atStation()
    robot.press("x")
    robot.write()
    robot.another(
      "Assign Беркут-4 to Market, Sun 6 Dec C", reason: "asked to", DeskFixture.posting("u04", "y1-b1", "C", day: 6))
    robot.press("u")
    robot.write()
    robot.press("5 j")
    robot.shows(
      #"""
       Yunusobod, December · History                                            saved
      3 entries, the latest first; `patrol log` lists all there ever were
      14:17            Aliyev        Undo: Clear Беркут-3 from 中央车站 station, Sat …
      14:16            Karimova      Assign Беркут-4 to Market, Sun 6 Dec C “asked to”
      14:15            Aliyev        undone: Clear Беркут-3 from 中央车站 station, Sa…








       Karimova, 14:16: 1 change
      “asked to”
      + Sun 6 Dec C  Market  Беркут-4



      Enter Go there  x Take back  u Undo  X Back to here  f Filter  p Plan  ? Help
      """#)
  }

  @Test("what is asked before all that came after an entry is taken back")
  func takeBack() {
    var robot = atStation()
    robot.press("x")
    robot.write()
    robot.another("Assign Беркут-4 to Market, Sun 6 Dec C", DeskFixture.posting("u04", "y1-b1", "C", day: 6))
    robot.press("5 G X")
    robot.shows(
      #"""
       Yunusobod, December · History                                            saved
      2 entries, the latest first; `patrol log` lists all there ever were
      14:16            Karimova      Assign Беркут-4 to Market, Sun 6 Dec C
      14:15            Aliyev        Clear Беркут-3 from 中央车站 station, Sat 5 Dec B


       Take all of it back?
       Take back 1 entry since 14:15, Clear Беркут-3 from 中央车站 station, Sat 5 De…
       1 of them by Karimova.
       u brings it back.

       y: yes   Enter, Esc: cancel

       Aliyev, 14:15: 1 change
      - Sat 5 Dec B  中央车站 station  Беркут-3




      Enter Cancel  y Yes
      """#)
  }

  @Test("what is asked before leaving with changes that are not saved")
  func leaving() {
    var robot = atStation(DeskFixture.opening(height: 12))
    robot.press("= x q q")
    robot.shows(
      #"""
       Yunusobod, December · Grid                                           1 pending
      Yunusobod           Sat 5 Dec      Sun 6 Dec      Mon 7 Dec      Tue 8 Dec
                             A    B    C    A    B    C    A    B    C    A    B    C
      by shift       Leave without it?                                  /5! 0/6! 0/4!
      Yunusobod 1    Not saved, and lost by leaving now:                             │
        · police     · Lock Беркут-3 at 中央车站 station, Sat 5 Dec B   /2! 0/2! 0/2!│
       Market                                                           /2! 0/2! 0/2!│
       Парк Победы   y: yes   Enter, Esc: cancel                            0/1!     │
       中央车站 station   0/2! 1/2x~0/2!│1/2x 0/2! 0/2!│0/2! 0/2! 0/2!│0/2! 0/2! 0/2!│
      Юнусабад 2                        │              │              │              │

      Enter Cancel  y Yes
      """#)
  }
}
