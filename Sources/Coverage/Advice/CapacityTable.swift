import RosterModel

/// What a roster needs and what its units could do, before anything is planned.
///
/// Unit-shifts are counted in tiles: a duty that covers three counts three. What is needed is never more, and what there
/// can be never less than the truth (rule CAP001), so that a row with less than it needs will be short; units that may
/// stand in several places count in each of them.
public struct CapacityTable: Sendable {
  /// The days and the shift that a row is about.
  public enum Span: Hashable, Sendable {
    /// The whole period.
    case period
    /// A week, or the part of it that the period has.
    case week(ClosedRange<Day>)
    /// One tile of every day of the period.
    case tile(Int)
  }

  /// A sort of unit in a place over a span.
  public struct Row: Hashable, Sendable {
    /// The city, a district or a department.
    public var place: Place
    /// The forces asked for; all of them for any.
    public var forces: ForceSet
    /// The skill or mode asked for; empty for any.
    public var skill: String
    /// The days and the shift.
    public var span: Span
    /// The unit-shifts needed at the least.
    public var needed: Int
    /// The unit-shifts possible at the most.
    public var possible: Int
    /// The units that could stand there.
    public var units: Int
    /// The people in them.
    public var officers: Int

    /// How many unit-shifts will be short at the least.
    public var short: Int { max(0, needed - possible) }
  }

  /// What the units of a regime can do.
  public struct Relief: Hashable, Sendable {
    /// The regime.
    public var regime: RegimeReference
    /// Its units.
    public var units: Int
    /// On how many of their days they are away.
    public var daysAway: Int
    /// The most unit-shifts of a unit that is never away.
    public var mostOfUnit: Int
    /// The most unit-shifts of all its units together.
    public var possible: Int
    /// The days of the period.
    public var days: Int

    /// How many units keep one post filled in one shift of every day, absences counted; `nil` where they can do nothing.
    public var factor: Double? { possible > 0 ? Double(days * units) / Double(possible) : nil }
  }

  /// The units of a place and force.
  public struct Staff: Hashable, Sendable {
    /// Their home.
    public var home: Place
    /// Their force.
    public var force: Force
    /// How many units.
    public var units: Int
    /// How many people in them.
    public var officers: Int
  }

  /// The rows with a need, by place, sort and span.
  public let rows: [Row]
  /// The regimes that have units.
  public let reliefs: [Relief]
  /// The units by home and force.
  public let staff: [Staff]

  /// The table of a roster; `nil` where units may stand twice in a shift, or it is too large to be counted.
  public init?(_ grid: CoverageGrid) {
    guard let proof = CapacityProof.counted(grid) else { return nil }
    let frame = grid.frame
    let weeks = frame.daysOfWeeks
    let spans: [(Int, Span)] =
      [(weeks.count, .period)]
      + weeks.enumerated().map { ($0, .week(frame.day($1.lowerBound)...frame.day($1.upperBound - 1))) }
      + (0..<frame.tiles).map { (weeks.count + 1 + $0, .tile($0)) }
    var rows: [Row] = []
    for place in (0..<proof.tree.count).reversed() {
      if case .beat = proof.tree.place(place) { continue }
      for (number, kind) in proof.kinds.kinds.enumerated().reversed() {
        let units = proof.classes(number, place).flatMap { proof.classes.members($0) }
        for (span, words) in spans {
          let figures = proof.figures(number, place, span: span)
          guard figures.needed > 0 else { continue }
          rows.append(
            Row(
              place: proof.tree.place(place), forces: kind.forces, skill: kind.skill, span: words,
              needed: figures.needed, possible: figures.possible, units: units.count,
              officers: units.reduce(0) { $0 + frame.roster.units[$1].officers }))
        }
      }
    }
    self.rows = rows
    reliefs = Self.reliefs(proof, grid, period: weeks.count)
    staff = Self.staff(frame.roster)
  }

  private static func reliefs(_ proof: CapacityProof, _ grid: CoverageGrid, period: Int) -> [Relief] {
    let frame = grid.frame
    let rules = BindingRules(frame.policy)
    return frame.roster.settings.regimes.indices.compactMap { number in
      let regime = RegimeReference(number)
      let classes = (0..<proof.classes.count).filter { frame.roster.units[proof.classes.example($0)].regime == regime }
      let units = classes.flatMap { proof.classes.members($0) }
      guard !units.isEmpty else { return nil }
      let bound = WorkBound(frame.limits[number], rules, frame)
      let weeks = frame.daysOfWeeks.indices.reduce(0) { $0 + bound.mostInWeek($1, open: frame.daysOfWeeks[$1].count) }
      return Relief(
        regime: regime, units: units.count,
        daysAway: units.reduce(0) { sum, unit in
          sum + (0..<frame.days).count { grid.absences.isAwayAllDay(unit, $0) }
        },
        mostOfUnit: bound.mostInPeriod(weeks: weeks, isOpen: Array(repeating: true, count: frame.days)),
        possible: classes.reduce(0) { $0 + proof.supply.ofSpan[$1 * proof.supply.spans + period] }, days: frame.days)
    }
  }

  private static func staff(_ roster: Roster) -> [Staff] {
    var order: [Place] = []
    var found: [Place: [Force: Staff]] = [:]
    for unit in roster.units {
      if found[unit.home] == nil { order.append(unit.home) }
      var staff = found[unit.home]?[unit.force] ?? Staff(home: unit.home, force: unit.force, units: 0, officers: 0)
      staff.units += 1
      staff.officers += unit.officers
      found[unit.home, default: [:]][unit.force] = staff
    }
    return order.flatMap { home in Force.allCases.compactMap { found[home]?[$0] } }
  }
}

extension StaffClasses {
  /// The units of a class.
  func members(_ number: Int) -> [Int] { units.range(number).map { Int(units.values[$0]) } }
}
