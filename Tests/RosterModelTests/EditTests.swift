import RosterModel
import Testing

@Suite("Edits")
struct EditTests {
  @Test("a step and its inverse leave the roster as it was, whatever the edits")
  func inverse() throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      var roster = RosterFixture.small()
      for _ in 0..<6 { roster.assignments.append(assignment(&random)) }
      let before = roster
      var edits: [Edit] = []
      for _ in 0..<5 {
        switch Int.random(in: 0..<3, using: &random) {
        case 0: edits.append(.add(assignment(&random)))
        case 1:
          guard let victim = roster.assignments.randomElement(using: &random) else { continue }
          edits.append(.remove(victim))
        default:
          guard let victim = roster.assignments.randomElement(using: &random) else { continue }
          edits.append(.replace(victim, with: assignment(&random)))
        }
        try roster.apply(edits[edits.count - 1])
      }
      try roster.apply(EditStep(name: "all", edits: edits).inverse)
      #expect(sorted(roster) == sorted(before))
    }
  }

  @Test("a step that cannot be applied whole changes nothing")
  func allOrNothing() {
    var roster = RosterFixture.small()
    let before = roster
    let posting = Assignment(
      day: Day(number: 20_000), shift: ShiftReference(0), beat: BeatReference(0), unit: UnitReference(0))
    var other = posting
    other.isLocked = true
    #expect(throws: EditError.noSuchAssignment(other)) {
      try roster.apply(EditStep(name: "half", edits: [.add(posting), .remove(other)]))
    }
    #expect(roster == before)
  }

  private func assignment(_ random: inout SystemRandomNumberGenerator) -> Assignment {
    Assignment(
      day: Day(number: 20_000 + Int32.random(in: 0..<7, using: &random)), shift: ShiftReference(0),
      beat: BeatReference(Int.random(in: 0..<4, using: &random)), unit: UnitReference(0))
  }

  private func sorted(_ roster: Roster) -> [String] { roster.assignments.map { "\($0)" }.sorted() }
}
