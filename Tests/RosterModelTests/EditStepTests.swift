import RosterModel
import Testing

@Suite("Big steps")
struct EditStepTests {
  @Test("a step gives the rows, in the order, that its edits give one by one, or fails as they do", arguments: 1...40)
  func oneByOne(seed: UInt64) {
    var random = SeededGenerator(seed)
    var roster = RosterFixture.small()
    for _ in 0..<12 { roster.assignments.append(Self.assignment(&random)) }
    for _ in 0..<4 { roster.absences.append(Self.absence(&random)) }
    for _ in 0..<3 { roster.publications.append(Self.publication(&random)) }
    for _ in 0..<5 { roster.published.append(Self.assignment(&random)) }
    for _ in 0..<20 {
      let step = EditStep(
        name: "many",
        edits: (0..<Int.random(in: 1...12, using: &random)).map { _ in
          Self.edit(of: roster, &random)
        })
      var expected = roster
      let fault = Self.failure { () throws(EditError) in for edit in step.edits { try expected.apply(edit) } }
      if fault != nil { expected = roster }
      let found = Self.failure { () throws(EditError) in try roster.apply(step) }
      #expect(found == fault)
      #expect(roster == expected)
    }
  }

  @Test("a step and its inverse leave every table as it was, and a step tells what differs", arguments: 1...40)
  func inverse(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    var roster = RosterFixture.small()
    for _ in 0..<12 { roster.assignments.append(Self.assignment(&random)) }
    for _ in 0..<4 { roster.absences.append(Self.absence(&random)) }
    for _ in 0..<3 { roster.publications.append(Self.publication(&random)) }
    let before = roster
    var edits: [Edit] = []
    while edits.count < 12 {
      let edit = Self.edit(of: roster, &random)
      if Self.failure({ () throws(EditError) in try roster.apply(edit) }) == nil { edits.append(edit) }
    }
    let step = EditStep(name: "many", edits: edits)
    #expect(RosterDifference(of: step, in: before) == RosterDifference(from: before, to: roster))
    try roster.apply(step.inverse)
    #expect(Self.texts(roster) == Self.texts(before))
  }

  private static func texts(_ roster: Roster) -> [[String]] {
    [
      roster.assignments.map { "\($0)" }.sorted(), roster.absences.map { "\($0)" }.sorted(),
      roster.publications.map { "\($0)" }.sorted(), roster.published.map { "\($0)" }.sorted(),
    ]
  }

  @Test("a hundred thousand removals at once leave what was not named")
  func many() throws {
    var roster = RosterFixture.small()
    roster.assignments = (0..<100_001).map { number in
      Assignment(
        day: Day(number: Int32(20_000 + number / 50)), shift: ShiftReference(0), beat: BeatReference(number % 50),
        unit: UnitReference(0))
    }
    let survivor = roster.assignments[70_000]
    let others = roster.assignments.filter { $0 != survivor }
    try roster.apply(EditStep(name: "clear", edits: others.map { .remove($0) }))
    #expect(roster.assignments == [survivor])
  }

  private static func failure(_ body: () throws(EditError) -> Void) -> EditError? {
    do {
      try body()
      return nil
    } catch {
      return error
    }
  }

  /// Mostly an edit of what is there, now and then of what may not be.
  private static func edit(of roster: Roster, _ random: inout SeededGenerator) -> Edit {
    let there = roster.assignments.randomElement(using: &random) ?? assignment(&random)
    switch Int.random(in: 0..<16, using: &random) {
    case 0...2: return .add(assignment(&random))
    case 3...5: return .remove(there)
    case 6...8: return .replace(there, with: assignment(&random))
    case 9: return .addAbsence(absence(&random))
    case 10: return .removeAbsence(roster.absences.randomElement(using: &random) ?? absence(&random))
    case 11: return .addPublication(publication(&random))
    case 12: return .removePublication(roster.publications.randomElement(using: &random) ?? publication(&random))
    case 13: return .addPublished(assignment(&random))
    case 14: return .removePublished(roster.published.randomElement(using: &random) ?? assignment(&random))
    default: return .remove(assignment(&random))
    }
  }

  /// One of few, so that equal ones meet.
  private static func assignment(_ random: inout SeededGenerator) -> Assignment {
    Assignment(
      day: Day(number: 20_000 + Int32.random(in: 0..<3, using: &random)), shift: ShiftReference(0),
      beat: BeatReference(Int.random(in: 0..<2, using: &random)), unit: UnitReference(0))
  }

  private static func publication(_ random: inout SeededGenerator) -> Publication {
    Publication(
      district: DistrictReference(Int.random(in: 0..<2, using: &random)), day: Day(number: 20_000), at: "", by: "")
  }

  private static func absence(_ random: inout SeededGenerator) -> Absence {
    let day = Day(number: 20_000 + Int32.random(in: 0..<2, using: &random))
    return Absence(unit: UnitReference(0), days: .day(day), reason: .leave)
  }
}
