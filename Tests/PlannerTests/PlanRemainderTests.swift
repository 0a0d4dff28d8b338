import Coverage
import RosterModel
import Testing

@testable import Planner

@Suite("What is left of a plan that others have edited beside")
struct PlanRemainderTests {
  /// A roster with a plan of it.
  private struct Planned {
    var roster: Roster
    var changes: [RowChange]

    init(_ roster: Roster, seed: UInt64 = 1) throws {
      var options = PlanOptions()
      options.iterations = 3000
      options.seed = seed
      self.roster = roster
      changes = [RowChange](try PlannerJob.run(roster, options: options).step, in: roster)
    }

    /// What is left of the plan after these edits of others.
    func rest(after edits: [Edit]) throws -> (rest: PlanRemainder, now: Roster) {
      var now = roster
      let others = [RowChange](EditStep(name: "", edits: edits), in: now)
      try now.apply(others)
      return (PlanRemainder(of: changes, among: others, in: now, grid: CoverageGrid(now)), now)
    }
  }

  private static func name(_ change: RowChange) -> PostingName? {
    if case .posting(let change) = change { change.posting } else { nil }
  }

  /// A unit without work, who may stand on any beat.
  private static func roster() -> Roster {
    var roster = SmallCity.staffed(days: 7)
    roster.units.append(
      Unit(id: "spare", callsign: "Spare", force: .police, home: .city, reach: .city, regime: SmallCity.threeShift))
    return roster
  }

  @Test("beside edits of nobody all of it is left")
  func nobody() throws {
    let planned = try Planned(Self.roster())
    let rest = try planned.rest(after: []).rest
    #expect(rest.changes == planned.changes && rest.leftOut.isEmpty && !rest.changes.isEmpty)
  }

  @Test("a unit's day that another has changed is left out whole, and no other day")
  func unitDay() throws {
    var roster = Self.roster()
    let first = try Planned(roster)
    try roster.apply(first.changes)
    // Moved from where it stood, so that the plan takes it away and posts it again.
    let posting = try #require(roster.assignments.first { $0.day == SmallCity.firstDay.advanced(by: 3) })
    var locked = posting
    locked.isLocked = true
    var moved = posting
    moved.beat = BeatReference((posting.beat.index + 1) % roster.beats.count)
    let name = PostingName(posting, in: roster)
    let remark = PostingRemark(posting, in: roster)
    let changes: [RowChange] = [
      .posting(PostingChange(name, old: remark, new: nil)),
      .posting(PostingChange(PostingName(moved, in: roster), old: nil, new: PostingRemark())),
      .posting(
        PostingChange(
          PostingName(day: name.day.advanced(by: 1), shift: "D", beat: "n-car", unit: "w9"), old: nil,
          new: PostingRemark())),
    ]
    let others = [RowChange](EditStep(name: "", edits: [.replace(posting, with: locked)]), in: roster)
    var now = roster
    try now.apply(others)
    let rest = PlanRemainder(of: changes, among: others, in: now, grid: CoverageGrid(now))
    #expect(
      rest.leftOut == [UnitDay(unit: name.unit, day: name.day), UnitDay(unit: "w9", day: name.day.advanced(by: 1))])
    #expect(rest.changes.isEmpty, "w9 is no unit of the roster")
  }

  @Test("a day that was published meanwhile is left out")
  func published() throws {
    let planned = try Planned(Self.roster())
    let day = SmallCity.firstDay.advanced(by: 2)
    let (rest, now) = try planned.rest(after: [
      .addPublication(Publication(district: SmallCity.north, day: day, at: "2026-11-30T10:00", by: "duty"))
    ])
    #expect(!rest.leftOut.isEmpty && rest.leftOut.allSatisfy { $0.day == day })
    for name in rest.changes.compactMap(Self.name) where name.day == day {
      let beat = try #require(now.beats.first { $0.id == name.beat })
      #expect(now.district(of: beat.place) == SmallCity.south)
    }
    #expect(rest.changes.compactMap(Self.name).contains { $0.day == day }, "the south is planned that day")
  }

  @Test("where another's posting leaves a unit no rest, only the plan's days beside it are left out")
  func rules() throws {
    let roster = Self.roster()
    let unit = UnitReference(roster.units.count - 1)
    func posting(_ day: Int, _ shift: ShiftReference) -> Assignment {
      Assignment(
        day: SmallCity.firstDay.advanced(by: day), shift: shift, beat: BeatReference(1), unit: unit)
    }
    let plan = EditStep(name: "", edits: [1, 5, 6].map { .add(posting($0, SmallCity.c)) })
    var now = roster
    let others = [RowChange](EditStep(name: "", edits: [.add(posting(2, SmallCity.a))]), in: roster)
    try now.apply(others)
    let rest = PlanRemainder(
      of: [RowChange](plan, in: roster), among: others, in: now, grid: CoverageGrid(now))
    #expect(rest.leftOut == [UnitDay(unit: "spare", day: SmallCity.firstDay.advanced(by: 1))])
    #expect(rest.changes.count == 2)
  }

  @Test("where another takes an escort away, the volunteers that the plan put beside it are left out")
  func escort() throws {
    var roster = Self.roster()
    let (guardUnit, volunteer) = (UnitReference(roster.units.count - 1), UnitReference(18))
    #expect(roster.units[volunteer.index].force == .volunteer)
    let day = SmallCity.firstDay
    roster.assignments = [Assignment(day: day, shift: SmallCity.b, beat: BeatReference(1), unit: guardUnit)]
    let plan = EditStep(
      name: "", edits: [.add(Assignment(day: day, shift: SmallCity.e, beat: BeatReference(1), unit: volunteer))])
    let changes = [RowChange](plan, in: roster)
    let grid = CoverageGrid(roster)
    #expect(PlanRemainder(of: changes, among: [], in: roster, grid: grid).leftOut.isEmpty)
    let others = [RowChange](EditStep(name: "", edits: [.remove(roster.assignments[0])]), in: roster)
    var now = roster
    try now.apply(others)
    let rest = PlanRemainder(of: changes, among: others, in: now, grid: CoverageGrid(now))
    #expect(rest.changes.isEmpty && rest.leftOut.count == 1)
  }

  @Test(
    "beside any edits what is left applies, breaks no rule, and has nothing that others have changed", arguments: 0..<40
  )
  func anyEdits(seed: Int) throws {
    var random = TestRandom(UInt64(seed) + 500)
    let planned = try Planned(seed % 2 == 0 ? Self.roster() : RandomCity.idle(UInt64(seed), days: 7))
    let roster = planned.roster
    var taken: Set<UnitDay> = []
    var edits: [Edit] = []
    for _ in 0..<random.below(12) {
      let unit = random.below(roster.units.count)
      let posting = RandomCity.posting(unit, random.below(7), &random, roster)
      guard taken.insert(UnitDay(unit: roster.units[unit].id, day: posting.day)).inserted else { continue }
      if random.chance(70) {
        edits.append(.add(posting))
      } else {
        edits.append(.addAbsence(Absence(unit: posting.unit, days: .day(posting.day), reason: .sick)))
      }
    }
    if random.chance(40) {
      let day = SmallCity.firstDay.advanced(by: random.below(7))
      edits.append(
        .addPublication(Publication(district: SmallCity.south, day: day, at: "2026-11-30T10:00", by: "duty")))
    }
    let (rest, now) = try planned.rest(after: edits)
    for change in planned.changes {
      let day = try #require(UnitDay(change))
      #expect(rest.changes.contains(change) != rest.leftOut.contains(day))
      if taken.contains(day) { #expect(rest.leftOut.contains(day)) }
    }
    var after = now
    let made = try after.apply(rest.changes)
    let grid = CoverageGrid(now)
    #expect(grid.findings(madeBy: EditStep(name: "", edits: made)).filter { $0.severity == .error }.isEmpty)
    #expect(grid.publications(changedBy: EditStep(name: "", edits: made)).isEmpty)
    if edits.isEmpty { #expect(rest.leftOut.isEmpty) }
  }

  @Test("a plan of what is left plans around the units' days that others have changed", arguments: 0..<12)
  func plannedAgain(seed: Int) throws {
    let roster = RandomCity.busy(UInt64(seed), days: 7)
    var scope = PlanScope()
    for unit in roster.units { scope.kept.insert(UnitDay(unit: unit.id, day: SmallCity.firstDay.advanced(by: 2))) }
    scope.kept.insert(UnitDay(unit: "u1", day: SmallCity.firstDay.advanced(by: 4)))
    var options = PlanOptions()
    options.iterations = 3000
    let change = try PlannerJob.run(roster, scope: scope, options: options).change
    let days = (change.added + change.removed.map { roster.assignments[$0] }).map {
      UnitDay(unit: roster.id($0.unit), day: $0.day)
    }
    #expect(scope.kept.isDisjoint(with: days))
  }

  @Test("the figures of a roster are those of the plan that made it, but for what has changed", arguments: 0..<6)
  func figures(seed: Int) throws {
    let roster = RandomCity.idle(UInt64(seed), days: 7)
    var options = PlanOptions()
    options.iterations = 3000
    let proposal = try PlannerJob.run(roster, options: options)
    let figures = try PlannerJob.figures(of: proposal.change.applied(to: roster))
    #expect(figures.gaps == proposal.gaps && figures.shortfall == proposal.shortfall)
    #expect(figures.change.isEmpty && figures.bound == 0)
  }

  @Test("changes and later ones are the same as all of them made in one", arguments: 0..<30)
  func followed(seed: Int) throws {
    var random = TestRandom(UInt64(seed))
    let roster = SmallCity.staffed(days: 7)
    func some(_ roster: Roster) -> [RowChange] {
      let edits = (0..<random.below(9)).map { _ -> Edit in
        let posting = RandomCity.posting(random.below(4), random.below(3), &random, roster)
        guard let there = roster.assignments.first(where: { $0.isSamePosting(as: posting) }) else {
          return .add(posting)
        }
        var locked = there
        locked.isLocked.toggle()
        return random.chance(50) ? .remove(there) : .replace(there, with: locked)
      }
      var rows: Set<PostingName> = []
      return [RowChange](EditStep(name: "", edits: edits), in: roster).filter {
        Self.name($0).map { rows.insert($0).inserted } ?? false
      }
    }
    var middle = roster
    let first = some(roster)
    try middle.apply(first)
    var last = middle
    let later = some(middle)
    try last.apply(later)
    var once = roster
    let joined = first.followed(by: later)
    try once.apply(joined)
    #expect(Set(once.assignments) == Set(last.assignments))
    #expect(Set(joined.compactMap(Self.name)).count == joined.count)
  }
}
