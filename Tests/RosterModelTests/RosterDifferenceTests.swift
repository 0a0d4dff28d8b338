import RosterModel
import Testing

@Suite("What changed from one roster to another")
struct RosterDifferenceTests {
  private static let day = Day(number: 20_792)

  private static func roster(beats: [String] = ["b1", "b2"], units: [String] = ["u1", "u2", "u3"]) -> Roster {
    let tiles = ["A", "B"].enumerated().map { number, id in
      Shift(id: id, name: id, start: ClockTime(minutes: 480 + 720 * number), minutes: 720)
    }
    var roster = Roster(
      settings: RosterSettings(
        title: "Small", firstDay: day, days: 2, shifts: ShiftPlan(tiles),
        regimes: [Regime(name: "any", shifts: [ShiftReference(0)])]))
    roster.districts = [District(id: "north", name: "North")]
    roster.beats = beats.map { Beat(id: $0, place: .district(DistrictReference(0)), name: $0, kind: .post) }
    roster.units = units.map {
      Unit(
        id: $0, callsign: $0, force: .police, home: .city, reach: .city, regime: RegimeReference(0))
    }
    return roster
  }

  private static func posting(
    _ roster: inout Roster, _ unit: String, _ beat: String, _ shift: String, on offset: Int = 0, locked: Bool = false,
    note: String = ""
  ) -> Assignment {
    let shifts = roster.settings.shifts.shifts
    let units = roster.units
    let beats = roster.beats
    return Assignment(
      day: day.advanced(by: offset),
      shift: shifts.firstIndex { $0.id == shift }.map { ShiftReference($0) }
        ?? ShiftReference(stray: roster.stray(shift)),
      beat: beats.firstIndex { $0.id == beat }.map { BeatReference($0) } ?? BeatReference(stray: roster.stray(beat)),
      unit: units.firstIndex { $0.id == unit }.map { UnitReference($0) } ?? UnitReference(stray: roster.stray(unit)),
      isLocked: locked, note: roster.note(note))
  }

  @Test("rosters that number their rows otherwise and name unknown ids are equal where they say the same")
  func numbering() {
    var left = Self.roster()
    var right = Self.roster(beats: ["b2", "b0", "b1"], units: ["u3", "u9", "u2"])
    _ = right.stray("other")
    for (unit, beat, shift) in [("u2", "b1", "A"), ("u3", "b2", "B"), ("u1", "b1", "Z"), ("u3", "b7", "A")] {
      left.assignments.append(Self.posting(&left, unit, beat, shift, note: "x"))
      right.assignments.insert(Self.posting(&right, unit, beat, shift, note: "x"), at: 0)
    }
    #expect(RosterDifference(from: left, to: right).isEmpty)
  }

  @Test("what is added, taken away and remarked otherwise is told by cell, in the order of time, and by unit")
  func views() {
    var left = Self.roster()
    left.assignments = [
      Self.posting(&left, "u1", "b1", "B"), Self.posting(&left, "u2", "b1", "A"),
      Self.posting(&left, "u3", "b2", "A", on: 1),
    ]
    var right = Self.roster()
    right.assignments = [
      Self.posting(&right, "u1", "b2", "B"), Self.posting(&right, "u2", "b1", "A", locked: true, note: "late"),
      Self.posting(&right, "u3", "b2", "A", on: 1),
    ]
    right.absences = [Absence(unit: UnitReference(2), days: .day(Self.day), reason: .sick)]
    let difference = RosterDifference(from: left, to: right)
    #expect(difference.cells.map { "\($0.shift) \($0.beat)" } == ["A b1", "B b1", "B b2"])
    #expect(difference.cells[0].changes[0].new == PostingRemark(isLocked: true, note: "late"))
    #expect(difference.cells[1].changes.map(\.isRemoved) == [true])
    #expect(difference.cells[2].changes.map(\.isAdded) == [true])
    #expect(difference.units.map(\.unit) == ["u1", "u2", "u3"])
    #expect(difference.units[0].changes.count == 2)
    #expect(difference.units[2].absences.map(\.isAdded) == [true])
  }

  @Test("a posting that stands twice by mistake in one of them is a difference of one")
  func duplicates() {
    var left = Self.roster()
    left.assignments = [Self.posting(&left, "u1", "b1", "A"), Self.posting(&left, "u1", "b1", "A", note: "again")]
    var right = Self.roster()
    right.assignments = [Self.posting(&right, "u1", "b1", "A", note: "again")]
    let changes = RosterDifference(from: left, to: right).postings
    #expect(changes.count == 1 && changes[0].old == PostingRemark() && changes[0].isRemoved)
  }

  @Test("taking away what was taken away and adding what was added leads from one random roster to the other")
  func leadsThere() {
    var generator = SeededGenerator(7)
    for _ in 0..<200 {
      var rosters = [Self.roster(), Self.roster(beats: ["b2", "b1"])]
      for side in 0..<2 {
        for _ in 0..<Int.random(in: 0...6, using: &generator) {
          let unit = ["u1", "u2", "x"].randomElement(using: &generator) ?? ""
          let beat = ["b1", "b2"].randomElement(using: &generator) ?? ""
          let shift = ["A", "B"].randomElement(using: &generator) ?? ""
          rosters[side].assignments.append(
            Self.posting(
              &rosters[side], unit, beat, shift, on: Int.random(in: 0...1, using: &generator),
              locked: Bool.random(using: &generator)))
        }
      }
      func bag(_ roster: Roster) -> [String] {
        roster.assignments.map { "\(PostingName($0, in: roster)) \(PostingRemark($0, in: roster))" }.sorted()
      }
      var rows = bag(rosters[0])
      let forth = RosterDifference(from: rosters[0], to: rosters[1])
      for change in forth.postings {
        if let old = change.old, let index = rows.firstIndex(of: "\(change.posting) \(old)") { rows.remove(at: index) }
        if let new = change.new { rows.append("\(change.posting) \(new)") }
      }
      #expect(rows.sorted() == bag(rosters[1]))
      #expect(forth.isEmpty == (bag(rosters[0]) == bag(rosters[1])))
      #expect(forth.postings.map(\.posting) == forth.postings.map(\.posting).sorted())
      let back = RosterDifference(from: rosters[1], to: rosters[0])
      #expect(Set(back.postings.map { PostingChange($0.posting, old: $0.new, new: $0.old) }) == Set(forth.postings))
    }
  }
}
