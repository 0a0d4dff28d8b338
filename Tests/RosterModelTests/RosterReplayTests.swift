import RosterModel
import Testing

@Suite("Replaying a journal")
struct RosterReplayTests {
  @Test("changes are applied all or none, and a roster follows them as plain rows do", arguments: 1...60)
  func follows(seed: Int) {
    var random = RandomChanges(seed)
    var replay = RosterReplay(random.roster())
    var rows = PlainRows(replay.roster)
    for _ in 0..<60 {
      let changes = random.changes(1...4)
      let (expected, refusal) = Self.applied(changes, to: rows)
      var other = replay.roster
      #expect(Self.refusal { () throws(UnappliedChange) in try replay.apply(changes) } == refusal)
      #expect(Self.refusal { () throws(UnappliedChange) in try other.apply(changes) } == refusal)
      rows = expected
      #expect(PlainRows(replay.roster) == rows)
      #expect(PlainRows(other) == rows)
    }
  }

  @Test("the edits that a change makes lead another copy of the roster to the same rows", arguments: 1...20)
  func edits(seed: Int) throws {
    var random = RandomChanges(seed)
    var replay = RosterReplay(random.roster())
    var copy = replay.roster
    for _ in 0..<60 {
      guard let edits = Self.edits(random.changes(1...3), &replay) else { continue }
      copy.strays = replay.roster.strays
      copy.notes = replay.roster.notes
      try copy.apply(EditStep(name: "same", edits: edits))
      #expect(PlainRows(copy) == PlainRows(replay.roster))
    }
  }

  @Test("a step of edits and the changes it makes do the same, and their inverse undoes it", arguments: 1...20)
  func steps(seed: Int) throws {
    var random = RandomChanges(seed)
    let roster = random.roster()
    var replay = RosterReplay(roster)
    guard let edits = Self.edits(random.changes(1...1), &replay) else { return }
    var stepped = roster
    stepped.strays = replay.roster.strays
    stepped.notes = replay.roster.notes
    let changes = [RowChange](EditStep(name: "same", edits: edits), in: stepped)
    var other = RosterReplay(roster)
    try other.apply(changes)
    try stepped.apply(EditStep(name: "same", edits: edits))
    #expect(PlainRows(other.roster) == PlainRows(stepped))
    try other.apply(changes.inverse)
    #expect(PlainRows(other.roster) == PlainRows(roster))
  }

  @Test("a step that moves a unit is a posting taken away and one added")
  func move() {
    let roster = RosterFixture.small()
    let old = Assignment(
      day: Day(number: 20_000), shift: ShiftReference(0), beat: BeatReference(0), unit: UnitReference(0))
    var new = old
    new.beat = BeatReference(1)
    let changes = [RowChange](EditStep(name: "move", edits: [.replace(old, with: new)]), in: roster)
    #expect(changes == [Self.posting("n1-b", old: PostingRemark()), Self.posting("n2-b", new: PostingRemark())])
  }

  @Test(
    "entries replayed lead to the roster they led to; what outside editors did too is no conflict", arguments: 1...20)
  func idempotent(seed: Int) {
    var random = RandomChanges(seed)
    var live = RosterReplay(random.roster())
    let start = live.roster
    var entries: [JournalEntry] = []
    for _ in 0..<40 {
      let changes = random.changes(1...2)
      guard Self.edits(changes, &live) != nil else { continue }
      entries.append(Self.entry(entries.count + 1, changes))
    }
    var replay = RosterReplay(start)
    #expect(entries.flatMap { replay.replay($0) }.isEmpty)
    #expect(PlainRows(replay.roster) == PlainRows(live.roster))
    if let last = entries.last { #expect(replay.replay(last, overOutsideEdits: true).isEmpty) }
    #expect(PlainRows(replay.roster) == PlainRows(live.roster))
  }

  @Test("a posting that was changed outside since is a conflict, and stays as it is")
  func changedOutside() {
    var replay = RosterReplay(RosterFixture.small())
    var changes = [Self.posting("n1-b", new: PostingRemark(note: "from the spreadsheet"))]
    #expect(Self.edits(changes, &replay)?.count == 1)
    changes = [Self.posting("n1-b", old: PostingRemark(), new: PostingRemark(isLocked: true))]
    #expect(
      replay.replay(Self.entry(7, changes)) == [
        ReplayConflict(position: JournalPosition(7), ordinal: 0, change: changes[0], fault: .differs)
      ])
    #expect(replay.roster.text(replay.roster.assignments[0].note) == "from the spreadsheet")
  }

  @Test("a unit that was posted elsewhere outside, unseen by the edit, is a conflict")
  func dayDiffers() {
    var before = RosterReplay(RosterFixture.small())
    let change = Self.posting("n1-b", new: PostingRemark())
    let entry = JournalEntry(
      position: JournalPosition(1), at: 0, author: Author(person: "Aziz", session: "1"),
      draft: EntryDraft(name: "assign", changes: [change]), seen: before.prints(of: [change]))
    var outside = before
    #expect(Self.edits([Self.posting("n2-b", new: PostingRemark())], &outside)?.count == 1)
    #expect(outside.replay(entry, overOutsideEdits: true).map(\.fault) == [.dayDiffers])
    #expect(outside.roster.assignments.count == 1)
    var same = before
    #expect(same.replay(entry, overOutsideEdits: true).isEmpty)
    #expect(same.replay(entry, overOutsideEdits: true).isEmpty)
  }

  @Test("what was done and undone before tables were edited outside is no conflict, and does not come back")
  func doneAndUndone() {
    let fixture = RosterReplay(RosterFixture.small())
    let (assigned, taken) = (Self.posting("n1-b", new: PostingRemark()), Self.posting("n1-b", old: PostingRemark()))
    func entries(_ changes: [RowChange], from before: RosterReplay) -> [JournalEntry] {
      var live = before
      return changes.enumerated().map { index, change in
        var entry = Self.entry(index + 1, [change])
        entry.seen = live.prints(of: [change])
        #expect(Self.edits([change], &live)?.count == 1)
        return entry
      }
    }
    // Elsewhere on that day by a spreadsheet, after the journal's own posting was taken back.
    var elsewhere = fixture
    #expect(Self.edits([Self.posting("n2-b", new: PostingRemark())], &elsewhere)?.count == 1)
    #expect(elsewhere.replay(overOutsideEdits: entries([assigned, taken], from: fixture)).isEmpty)
    #expect(elsewhere.roster.assignments.map { elsewhere.roster.id($0.beat) } == ["n2-b"])
    // Taken away by the spreadsheet too: the undo of the journal's own removal does not bring it back.
    var posted = fixture
    #expect(Self.edits([assigned], &posted)?.count == 1)
    var emptied = fixture
    #expect(emptied.replay(overOutsideEdits: entries([taken, assigned], from: posted)).isEmpty)
    #expect(emptied.roster.assignments.isEmpty)
  }

  @Test("absences with days that nobody can read are refused, not dropped")
  func notUnderstood() {
    var replay = RosterReplay(RosterFixture.small())
    let change = RowChange.absence(
      AbsenceChange(unit: "u1", days: "someday", shift: nil, reason: .leave, isAdded: true))
    #expect(replay.replay(Self.entry(1, [change])).map(\.fault) == [.notUnderstood])
  }

  private static func posting(
    _ beat: String, old: PostingRemark? = nil, new: PostingRemark? = nil
  ) -> RowChange {
    .posting(
      PostingChange(
        PostingName(day: Day(number: 20_000), shift: "A", beat: beat, unit: "u1"), old: old, new: new))
  }

  private static func entry(_ number: Int, _ changes: [RowChange]) -> JournalEntry {
    JournalEntry(
      position: JournalPosition(Int64(number)), at: 0, author: Author(person: "Aziz", session: "1"),
      draft: EntryDraft(name: "edit", changes: changes))
  }

  private static func edits(_ changes: [RowChange], _ replay: inout RosterReplay) -> [Edit]? {
    do { return try replay.apply(changes) } catch { return nil }
  }

  private static func refusal(_ body: () throws(UnappliedChange) -> Void) -> UnappliedChange? {
    do {
      try body()
      return nil
    } catch {
      return error
    }
  }

  private static func applied(_ changes: [RowChange], to rows: PlainRows) -> (PlainRows, UnappliedChange?) {
    var after = rows
    for (ordinal, change) in changes.enumerated() {
      if let fault = after.apply(change) { return (rows, UnappliedChange(ordinal: ordinal, fault: fault)) }
    }
    return (after, nil)
  }
}
