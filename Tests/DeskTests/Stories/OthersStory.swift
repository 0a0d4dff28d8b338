import Desk
import RosterModel
import Testing

@Suite("others at work on the same roster")
struct OthersStory {
  private let night = "Assign Burgut-6 to Market, Sat 5 Dec C"

  private func atStation() -> Robot {
    var robot = Robot()
    robot.press("/")
    robot.type("y1-b3")
    robot.press("Enter gt l")
    robot.send(.clock(DeskFixture.dawn))
    return robot
  }

  @Test("another's edit shows in the grid at once, with who made it and when")
  func live() {
    var robot = atStation()
    #expect(robot.line("Market").contains("0/2! 0/2!"))
    robot.another(night, DeskFixture.posting("u06", "y1-b1", "C"))
    #expect(robot.line("Market").contains("0/2! 1/2x"))
    robot.sees("Karimova, 14:15: Assign Burgut-6 to Market, Sat 5 Dec C")
    robot.sees("saved")
    robot.press("u")
    robot.sees("Undo: nothing was changed")
  }

  @Test("news of others waits behind what the dispatcher's own key said, and is counted")
  func newsWaits() {
    var robot = atStation()
    robot.press("x")
    robot.another(night, DeskFixture.posting("u06", "y1-b1", "C"))
    robot.another("Assign Burgut-6 to Market, Sun 6 Dec C", DeskFixture.posting("u06", "y1-b1", "C", day: 6))
    robot.sees("Clear Беркут-3 from")
    robot.press("j")
    robot.sees("Karimova, 14:16: Assign Burgut-6 to Market, Sun 6 Dec C (and 1 more; 5 lists")
    robot.press("k")
    robot.doesNotSee("Karimova")
  }

  @Test("edits of different units' days meet without harm, in whatever order the journal takes them")
  func apart() {
    var robot = atStation()
    robot.press("x")
    robot.another(night, DeskFixture.posting("u06", "y1-b1", "C"))
    robot.write()
    robot.sees("saved")
    #expect(robot.agreesWithJournal)
  }

  @Test("the same unit's day in both: the second is told by whom and when, and the roster is the first's")
  func clash() {
    var robot = atStation()
    robot.another(
      "Clear Беркут-3 from 中央车站 station, Sat 5 Dec B", reason: "sick", quietly: true,
      DeskFixture.posting("u03", "y1-b3", "B", isAdded: false))
    robot.press("=")
    robot.sees("= locked")
    robot.send(.others(robot.journal.entries))
    robot.write()
    robot.sees("Not recorded")
    robot.sees("Lock Беркут-3 at 中央车站 station, Sat 5 Dec B")
    robot.sees("Karimova has changed Беркут-3 on Sat 5 Dec meanwhile, at 14:15:")
    robot.sees("Clear Беркут-3 from 中央车站 station, Sat 5 Dec B")
    robot.sees("“sick”")
    #expect(robot.agreesWithJournal)
    robot.press("Enter")
    robot.sees("Nobody is posted here.")
    robot.sees("saved")
  }

  /// Two desks post Беркут-4 on Saturday: the other to the Market at night, this one to the station by day.
  private func clashing() -> Robot {
    var robot = atStation()
    robot.another(
      "Assign Беркут-4 to Market, Sat 5 Dec C", quietly: true, DeskFixture.posting("u04", "y1-b1", "C"))
    robot.press("h Enter")
    robot.type("беркут-4")
    robot.press("Enter")
    robot.send(.others(robot.journal.entries))
    robot.write()
    robot.sees("Karimova has changed Беркут-4 on Sat 5 Dec meanwhile, at 14:15:")
    #expect(robot.agreesWithJournal)
    return robot
  }

  @Test("after a clash the dispatcher can do it again on the roster as it is now")
  func redo() {
    var robot = clashing()
    robot.press("r")
    robot.write()
    robot.sees("saved")
    #expect(robot.agreesWithJournal)
    #expect(robot.journal.entries.count == 2)
  }

  @Test("after a clash the dispatcher can go and look, and still do it again")
  func look() {
    var robot = clashing()
    robot.press("l")
    robot.sees("中央车站 station · Sat 5 Dec · A")
    robot.press("Ctrl-R")
    robot.write()
    #expect(robot.journal.entries.count == 2)
    #expect(robot.agreesWithJournal)
  }

  @Test("after a clash the dispatcher can drop it for good")
  func drop() {
    var robot = clashing()
    robot.press("d")
    robot.sees("Dropped: Assign Беркут-4")
    robot.press("Ctrl-R")
    robot.sees("Redo: nothing was undone")
    #expect(robot.agreesWithJournal)
  }

  @Test("what was done after the refused edit stays where it can, and is named where it cannot")
  func laterActs() {
    var robot = atStation()
    robot.journal.refusal = .notThere(DeskFixture.posting("u04", "y1-b3"))
    robot.press("h Enter")
    robot.type("беркут-4")
    robot.press("Enter = l x")
    robot.sees("3 pending")
    robot.write()
    robot.sees("Taken back with it: Lock Беркут-4 at 中央车站")
    robot.press("Enter")
    #expect(robot.submissions.map { $0.name.prefix(5) } == ["Assig", "Clear"])
    robot.sees("Nobody is posted here.")
    robot.sees("saved")
    #expect(robot.agreesWithJournal)
  }

  @Test("undoing what another has changed since is a clash as any other")
  func undoClash() {
    var robot = atStation()
    robot.press("=")
    robot.write()
    let name = PostingName(day: DeskFixture.day(5), shift: "B", beat: "y1-b3", unit: "u03")
    robot.another(
      "Clear Беркут-3 from 中央车站 station, Sat 5 Dec B",
      .posting(PostingChange(name, old: PostingRemark(isLocked: true), new: nil)))
    robot.press("u")
    robot.sees("Not recorded")
    robot.sees("Undo: Lock Беркут-3")
    robot.sees("Karimova has changed Беркут-3 on Sat 5 Dec meanwhile, at 14:16:")
    robot.press("d")
    #expect(robot.agreesWithJournal)
  }

  @Test("nobody else is blamed for what the dispatcher has changed since")
  func ownDoing() {
    var robot = atStation()
    let name = PostingName(day: DeskFixture.day(5), shift: "B", beat: "y1-b3", unit: "u03")
    robot.another(
      "Lock", .posting(PostingChange(name, old: PostingRemark(), new: PostingRemark(isLocked: true))))
    robot.press("=")
    robot.write()
    robot.press("m x k m y")
    robot.type("it is needed there")
    robot.press("Enter")
    robot.sees("Not changed: what it would change is no longer there; look again.")
    robot.write()
    #expect(robot.agreesWithJournal)
  }

  @Test("a refusal that comes while something is typed waits until that is answered")
  func refusalWaits() {
    var robot = atStation()
    robot.journal.refusal = .notThere(DeskFixture.posting("u03", "y1-b3", "B", isAdded: false))
    robot.press("x /")
    robot.type("mar")
    robot.write()
    robot.type("ket")
    robot.press("Enter")
    robot.sees("Not recorded")
    robot.sees("What it would change is not there, or not as it was.")
  }

  @Test("a broken rule that the journal finds can be forced, with a reason")
  func force() {
    var robot = atStation()
    let finding = Finding(
      rule: FormatRules.badCSV, subject: .unit("u03", day: DeskFixture.day(6)), message: "rest 8 h < 12 h")
    robot.journal.refusal = .breaksRules([finding])
    robot.press("x")
    robot.write()
    robot.sees("· FMT001 rest 8 h < 12 h")
    robot.press("r")
    robot.sees("Redo: it breaks rules; f does it all the same")
    robot.press("f")
    robot.type("agreed by phone")
    robot.press("Enter")
    robot.write()
    #expect(robot.submissions.last?.reason == "agreed by phone")
    #expect(robot.submissions.last?.isForced == true)
    robot.sees("saved")
    #expect(robot.agreesWithJournal)
  }

  @Test("others' cursors stand in the grid, by their cell and name, and the list of desks leads to them")
  func cursors() {
    var robot = atStation()
    robot.press("@")
    robot.sees("Desks: no other desk is open on this roster")
    robot.send(
      .desks([
        DeskPresence(author: DeskFixture.me, place: "cell:y1-b3/2026-12-05/B"),
        DeskPresence(author: DeskFixture.karimova, place: "cell:y1-b1/2026-12-06/A"),
      ]))
    robot.sees("@ Karimova")
    #expect(robot.line("Market").hasPrefix(" Market   @Karimova"))
    #expect(robot.line("Market").contains("0/2!@"))
    robot.press("@")
    robot.sees("Karimova · Market, Sun 6 Dec A")
    robot.press("Enter")
    robot.sees("Market · Sun 6 Dec · A")
    robot.send(.desks([DeskPresence(author: DeskFixture.karimova, place: "gaps")]))
    robot.press("@")
    robot.sees("Karimova · Gaps")
  }

  @Test("the other desks are told where the cursor is, once for each place")
  func presence() {
    var robot = atStation()
    robot.press("h 3")
    let places = robot.effects.compactMap { if case .presence(let place) = $0 { place } else { nil } }
    #expect(places.suffix(2) == ["cell:y1-b3/2026-12-05/A", "gaps"])
    #expect(zip(places, places.dropFirst()).allSatisfy { $0 != $1 })
  }

  @Test("tables edited by another program are taken anew, and what is pending stays on top of them")
  func reloaded() {
    var robot = atStation()
    robot.press("x")
    var roster = DeskFixture.roster()
    roster.beats.insert(
      Beat(id: "a-new", place: .department(DepartmentReference(0)), name: "Yangi post", kind: .post), at: 0)
    roster.assignments = [
      Assignment(day: DeskFixture.day(5), shift: DeskFixture.b, beat: BeatReference(4), unit: UnitReference(2))
    ]
    robot.send(
      .reloaded(
        Reloading(
          roster: roster, readingFindings: [], end: .start, acts: RecordedActs(),
          notice: "assignments.csv and beats.csv were edited by another program and are shown as they are now.")))
    robot.sees("assignments.csv and beats.csv were edited by another program")
    robot.sees("1 pending")
    robot.sees("Yangi post")
    #expect(robot.line("Market").contains("0/2! 0/2! 0/2!"))
    #expect(robot.line("中央车站 station").contains("0/2!~"))
  }

  /// A desk opened on tables in which Беркут-4 stands elsewhere than where Karimova posted it.
  private func withConflict() -> (robot: Robot, conflict: ReplayConflict) {
    var opening = DeskFixture.opening()
    let change = DeskFixture.posting("u04", "y1-b1", "C")
    opening.conflicts = [
      ReplayConflict(position: JournalPosition(7), ordinal: 0, change: change, fault: .dayDiffers)
    ]
    return (Robot(opening), opening.conflicts[0])
  }

  private func settled(_ robot: Robot) -> [Bool] {
    robot.effects.compactMap { if case .settle(_, let isRedone) = $0 { isRedone } else { nil } }
  }

  @Test("a recorded change that tables edited outside left no room for is listed, and done again when it is wanted")
  func conflictRedone() {
    var (robot, _) = withConflict()
    robot.sees("1 not made")
    robot.press("C")
    robot.sees("Sat 5 Dec C  Market  Беркут-4: the unit stands elsewhere")
    robot.press("1")
    robot.sees("do it again")
    robot.press("1")
    #expect(settled(robot).isEmpty, "not before it is recorded")
    robot.write()
    #expect(settled(robot) == [true])
    robot.doesNotSee("not made")
    #expect(robot.line("Market").contains("1/2-"))
    robot.press("C")
    robot.sees("Conflicts: every recorded change is in the roster")
  }

  @Test("or dropped when it is not")
  func conflictDropped() {
    var (robot, _) = withConflict()
    robot.press("C 1 2")
    robot.sees("Dropped: + Sat 5 Dec C")
    #expect(settled(robot) == [false])
    #expect(!robot.isWaiting)
    robot.doesNotSee("not made")
  }

  @Test("a recorded act that an old copy of a table took away is told with who and when, and is done again whole")
  func lostRedone() {
    var opening = DeskFixture.opening()
    let changes = [DeskFixture.posting("u04", "y1-b1", "C"), DeskFixture.posting("u06", "y1-b1", "C")]
    opening.conflictActs = [
      JournalEntry(
        position: JournalPosition(7), at: Int64(opening.now) * 60_000, author: Author(person: "Karimova", session: "9"),
        draft: EntryDraft(name: "Two to Market", changes: changes))
    ]
    opening.conflicts = changes.enumerated().map {
      ReplayConflict(position: JournalPosition(7), ordinal: $0, change: $1, fault: .takenAway)
    }
    var robot = Robot(opening)
    robot.sees("1 lost")
    robot.press("C")
    robot.sees("Karimova, ")
    robot.sees("Two to Market (2 changes): the tables do not have it")
    robot.press("1")
    robot.sees("one by one")
    robot.press("1")
    robot.write()
    #expect(settled(robot) == [true])
    robot.doesNotSee("1 lost")
    #expect(robot.journal.entries.last?.draft.changes == changes)
  }

  @Test("what another does to the same row settles it at this desk too")
  func lostOvertaken() {
    var opening = DeskFixture.opening()
    let change = DeskFixture.posting("u06", "y1-b1", "C")
    opening.conflicts = [
      ReplayConflict(position: JournalPosition(7), ordinal: 0, change: change, fault: .takenAway)
    ]
    var robot = Robot(opening)
    robot.sees("1 lost")
    robot.another(night, change)
    robot.doesNotSee("1 lost")
  }

  @Test("a plan leaves out the units' days that others have changed while it was made")
  func planMeanwhile() {
    var robot = Robot()
    robot.press("]g p")
    robot.another(night, DeskFixture.posting("u06", "y1-b1", "C"))
    let edits: [Edit] = [
      .add(Assignment(day: DeskFixture.day(5), shift: DeskFixture.c, beat: BeatReference(2), unit: UnitReference(5))),
      .add(Assignment(day: DeskFixture.day(6), shift: DeskFixture.c, beat: BeatReference(1), unit: UnitReference(3))),
    ]
    robot.send(.planFinished(ticket: robot.planOrder?.ticket ?? 0, PlanResult(edits: edits, cost: 1)))
    robot.press("Enter")
    robot.sees("Plan Yunusobod: 1 postings added, 0 removed, 1 left out, changed by others")
    robot.write()
    #expect(robot.submissions.map(\.changes.count) == [1])
    #expect(robot.agreesWithJournal)
  }
}
