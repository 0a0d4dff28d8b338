import RosterModel
import Testing

@Suite("Edits of what is published")
struct PublicationEditTests {
  private let north = DistrictReference(0)
  private let first = Day(number: 20_000)

  private func posting(_ beat: Int, isLocked: Bool = false, line: Int32 = 0) -> Assignment {
    Assignment(
      day: first, shift: ShiftReference(0), beat: BeatReference(beat), unit: UnitReference(0), isLocked: isLocked,
      line: line)
  }

  private func edits(_ roster: Roster) -> [Edit] {
    roster.edits(publishing: [north], days: first...first, at: "2024-10-03T17:30", by: "Aziz")
  }

  @Test("publishing copies the district's postings, without locks, and nothing of other districts")
  func copies() throws {
    var roster = RosterFixture.small()
    roster.assignments = [posting(0, isLocked: true, line: 2), posting(2, line: 3), posting(3, line: 4)]
    try roster.apply(EditStep(name: "publish", edits: edits(roster)))
    #expect(roster.published == [posting(0), posting(3)])
    #expect(roster.publications == [Publication(district: north, day: first, at: "2024-10-03T17:30", by: "Aziz")])
  }

  @Test("publishing again is no edit, until something differs; then only that is edited")
  func again() throws {
    var roster = RosterFixture.small()
    roster.assignments = [posting(0), posting(3)]
    try roster.apply(EditStep(name: "publish", edits: edits(roster)))
    roster.published[0].line = 2
    roster.publications[0].at = "before"
    #expect(edits(roster).isEmpty)
    roster.assignments = [posting(0), posting(1)]
    let step = EditStep(name: "again", edits: edits(roster))
    #expect(step.edits.contains(.removePublished(posting(3))) && step.edits.contains(.addPublished(posting(1))))
    #expect(step.edits.count == 4)
    let before = roster
    try roster.apply(step)
    #expect(roster.publications.map(\.at) == ["2024-10-03T17:30"])
    try roster.apply(step.inverse)
    #expect(Set(roster.published) == Set(before.published) && roster.publications == before.publications)
  }

  @Test("a day on which nobody stands is published too")
  func empty() throws {
    var roster = RosterFixture.small()
    try roster.apply(EditStep(name: "publish", edits: edits(roster)))
    #expect(roster.publications.count == 1 && roster.published.isEmpty)
    #expect(edits(roster).isEmpty)
  }

  @Test("what is not published cannot be taken away")
  func missing() {
    var roster = RosterFixture.small()
    let publication = Publication(district: north, day: first, at: "", by: "")
    #expect(throws: EditError.noSuchPublication(publication)) { try roster.apply(.removePublication(publication)) }
    #expect(throws: EditError.noSuchPublished(posting(0))) {
      try roster.apply(EditStep(name: "half", edits: [.addPublication(publication), .removePublished(posting(0))]))
    }
    #expect(roster.publications.isEmpty)
  }
}
