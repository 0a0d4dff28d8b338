import RosterModel
import Testing

@Suite("Edits of postings and absences, made from ids and days")
struct PostingEditTests {
  private let unit = UnitReference(0)
  private let first = Day(number: 20_000)

  private func posting(_ offset: Int, _ beat: Int = 0, isLocked: Bool = false) -> Assignment {
    Assignment(
      day: first.advanced(by: offset), shift: ShiftReference(0), beat: BeatReference(beat), unit: unit,
      isLocked: isLocked, line: 9)
  }

  private func absence(_ days: String, shift: ShiftReference? = nil) throws -> Absence {
    Absence(unit: unit, days: try #require(DayPattern(text: days)), shift: shift, reason: .sick, line: 3)
  }

  @Test("a posting that is there already is no edit, and one that is there otherwise is replaced")
  func assigning() {
    var roster = RosterFixture.small()
    roster.assignments = [posting(0), posting(1)]
    let days = first...first.advanced(by: 2)
    func edits(isLocked: Bool) -> [Edit] {
      roster.edits(assigning: unit, to: BeatReference(0), days: days, shift: ShiftReference(0), isLocked: isLocked)
    }
    var added = posting(2)
    added.line = 0
    #expect(edits(isLocked: false) == [.add(added)])
    added.isLocked = true
    #expect(
      edits(isLocked: true) == [
        .replace(posting(0), with: posting(0, isLocked: true)), .replace(posting(1), with: posting(1, isLocked: true)),
        .add(added),
      ])
  }

  @Test("a move takes the unit's other postings of the day, and of no other day")
  func moving() {
    var roster = RosterFixture.small()
    roster.assignments = [posting(0, 1), posting(1, 1)]
    let edits = roster.edits(
      assigning: unit, to: BeatReference(0), days: first...first, shift: ShiftReference(0), moving: true)
    #expect(edits.first == .remove(posting(0, 1)) && edits.count == 2)
  }

  @Test("locking changes only what is not locked")
  func locking() {
    let roster = RosterFixture.small()
    let postings = [posting(0), posting(1, isLocked: true)]
    #expect(roster.edits(locking: postings, true) == [.replace(posting(0), with: posting(0, isLocked: true))])
    #expect(roster.edits(locking: postings, false) == [.replace(posting(1, isLocked: true), with: posting(1))])
  }

  @Test("a second absence of the same days gives another reason, and the same reason is no edit")
  func absent() throws {
    var roster = RosterFixture.small()
    roster.absences = [try absence("2024-10-04")]
    #expect(roster.edits(marking: try absence("2024-10-04")).isEmpty)
    var leave = try absence("2024-10-04")
    leave.reason = .leave
    #expect(roster.edits(marking: leave) == [.removeAbsence(try absence("2024-10-04")), .addAbsence(leave)])
    #expect(roster.edits(marking: try absence("2024-10-05")).count == 1)
  }

  @Test("ending an absence leaves the days on which it goes on")
  func present() throws {
    var roster = RosterFixture.small()
    roster.absences = [try absence("2024-10-04..2024-10-08"), try absence("2024-10-05", shift: ShiftReference(0))]
    let fifth = try #require(Day(iso: "2024-10-05"))
    try roster.apply(EditStep(name: "end", edits: roster.edits(endingAbsenceOf: unit, days: fifth...fifth)))
    #expect(roster.absences.map(\.days.description) == ["2024-10-04 2024-10-06..2024-10-08"])
  }

  @Test("an absence by weekdays is not ended for some of them")
  func weekdays() throws {
    var roster = RosterFixture.small()
    roster.absences = [try absence("daily")]
    #expect(throws: AbsenceCutError.self) {
      try roster.edits(endingAbsenceOf: unit, days: first...first)
    }
    #expect(
      try roster.edits(endingAbsenceOf: unit, days: roster.settings.period) == [.removeAbsence(try absence("daily"))])
  }
}
