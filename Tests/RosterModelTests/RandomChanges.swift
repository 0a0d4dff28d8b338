import RosterModel

/// Changes of the small roster, of few rows, so that they meet; now and then of ids that no table defines.
struct RandomChanges {
  var random: SeededGenerator

  init(_ seed: Int) { random = SeededGenerator(UInt64(seed)) }

  /// A small roster with some rows.
  mutating func roster() -> Roster {
    var roster = RosterFixture.small()
    roster.units = ["u1", "u2", "u3"].map {
      RosterFixture.unit($0, home: .department(DepartmentReference(0)), reach: .department)
    }
    var replay = RosterReplay(roster)
    for _ in 0..<20 {
      var change = change()
      if case .posting(var posting) = change {
        posting.old = nil
        posting.new = posting.new ?? PostingRemark()
        change = .posting(posting)
      }
      do { try replay.apply([change]) } catch { continue }
    }
    return replay.roster
  }

  mutating func changes(_ count: ClosedRange<Int>) -> [RowChange] {
    (0..<Int.random(in: count, using: &random)).map { _ in change() }
  }

  mutating func change() -> RowChange {
    switch Int.random(in: 0..<12, using: &random) {
    case 0: .absence(absence())
    case 1:
      .publication(
        PublicationChange(
          district: pick(["north", "nowhere"]), day: day(), at: "2026-12-01T10:00", by: pick(["Aziz", "Bek"]),
          isAdded: Bool.random(using: &random)))
    case 2: .published(name(), isAdded: Bool.random(using: &random))
    case 3: .manoeuvre(manoeuvre())
    case 4: .call(call())
    default: .posting(PostingChange(name(), old: remark(), new: remark()))
    }
  }

  private mutating func absence() -> AbsenceChange {
    AbsenceChange(
      unit: pick(["u1", "ghost"]), days: pick(["daily", "2024-10-04"]), shift: pick([nil, "A"]), reason: .sick,
      isAdded: Bool.random(using: &random))
  }

  private mutating func manoeuvre() -> ManoeuvreChange {
    let name = name()
    let kind = pick([Manoeuvre.Kind.late, .moved])
    return ManoeuvreChange(
      day: name.day, shift: name.shift, unit: name.unit, at: pick(["21:40", "26:10", "when?"]), kind: kind,
      beat: kind.namesBeat ? name.beat : nil, reason: "fight", by: "Bek", isAdded: Bool.random(using: &random))
  }

  private mutating func call() -> CallChange {
    let name = name()
    return CallChange(
      day: name.day, shift: name.shift, beat: name.beat, unit: name.unit, at: "2026-12-01T10:00",
      answer: pick([.yes, .none]), by: "Bek", note: "", isAdded: Bool.random(using: &random))
  }

  private mutating func name() -> PostingName {
    PostingName(
      day: day(), shift: pick(["A", "A", "Z"]), beat: pick(["n1-b", "n2-b", "lost"]), unit: pick(["u1", "u2", "ghost"]))
  }

  private mutating func remark() -> PostingRemark? {
    pick([nil, nil, PostingRemark(), PostingRemark(isLocked: true), PostingRemark(note: "by phone")])
  }

  private mutating func day() -> Day { Day(number: 20_000 + Int32.random(in: 0..<2, using: &random)) }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: values.indices, using: &random)]
  }
}
