import RosterModel

/// What planning would count for a change of the roster, by its weights; negative where the change saves.
///
/// Fairness is counted against the mean of the group as it stands, where planning takes the mean of a plan.
public struct EditCost: Hashable, Sendable {
  /// Units below minimum.
  public var gap = 0
  /// Units below target.
  public var shortfall = 0
  /// Units above maximum.
  public var surplus = 0
  /// Requests that are not met.
  public var request = 0
  /// Nights and weekend days away from the mean of the group.
  public var fairness = 0
  /// Other beats than on the last working day.
  public var continuity = 0
  /// Steps away from home.
  public var farFromHome = 0
  /// Rules re-graded to warning that are broken.
  public var rules = 0

  /// Nothing.
  public init() {}

  /// All of it.
  public var total: Int {
    gap + shortfall + surplus + request + fairness + continuity + farFromHome + rules
  }

  /// The parts by the names of the weights, those that are nothing left out.
  public var parts: [(name: String, cost: Int)] {
    [
      ("gap", gap), ("shortfall", shortfall), ("surplus", surplus), ("request", request), ("fairness", fairness),
      ("continuity", continuity), ("far_from_home", farFromHome), ("rules", rules),
    ].filter { $0.cost != 0 }
  }

  /// The largest weight that is counted with: what a file says beyond is taken for it.
  static let largestWeight = 1_000_000

  /// A weight from a file, brought into the range that can be added up.
  static func clamped(_ weight: Int) -> Int { min(max(0, weight), largestWeight) }

  static func - (left: EditCost, right: EditCost) -> EditCost {
    var cost = left
    cost.gap -= right.gap
    cost.shortfall -= right.shortfall
    cost.surplus -= right.surplus
    cost.request -= right.request
    cost.fairness -= right.fairness
    cost.continuity -= right.continuity
    cost.farFromHome -= right.farFromHome
    cost.rules -= right.rules
    return cost
  }
}

/// What planning counts for units and squares, by the weights of a roster.
struct EditCosts {
  private let loads: GroupLoads
  private let wishes: [UnitReference: [Request]]

  /// The costs in a roster as it stands; O(units + assignments + requests).
  init(_ grid: CoverageGrid) {
    loads = GroupLoads(grid)
    wishes = Dictionary(grouping: grid.frame.roster.requests, by: \.unit)
  }

  /// Adds what a square costs.
  static func add(_ state: SquareState, _ weights: Weights, to cost: inout EditCost) {
    cost.gap += state.gap * EditCost.clamped(weights.gap)
    cost.shortfall += state.shortfall * EditCost.clamped(weights.shortfall)
    cost.surplus += state.surplus * EditCost.clamped(weights.surplus)
  }

  /// Adds what a unit's postings cost.
  func add(_ timeline: UnitTimeline, to cost: inout EditCost) {
    let frame = timeline.frame
    let weights = frame.roster.settings.weights
    let unit = frame.roster.units[timeline.unit]
    cost.fairness += loads.cost(timeline)
    var last: Int32?
    for entry in timeline.entries {
      if entry.isInPeriod {
        cost.farFromHome +=
          frame.roster.distance(from: unit.home, to: frame.roster.beats[Int(entry.beat)])
          * EditCost.clamped(weights.farFromHome)
        if let last, last != entry.beat { cost.continuity += EditCost.clamped(weights.continuity) }
      }
      last = entry.beat
    }
    for request in wishes[UnitReference(timeline.unit)] ?? [] {
      let missed = request.missedDays(timeline)
      cost.request += missed * EditCost.clamped(EditCost.clamped(request.weight) * EditCost.clamped(weights.request))
    }
  }
}

extension Request {
  /// On how many days of the period the unit's postings do not meet it.
  fileprivate func missedDays(_ timeline: UnitTimeline) -> Int {
    let frame = timeline.frame
    return (0..<frame.days).count { offset in
      guard days.contains(frame.day(offset)) else { return false }
      let own = timeline.entries.filter { Int($0.day) == offset }
      let isSo =
        switch matter {
        case .off: own.isEmpty
        case .anyShift: !own.isEmpty
        case .shift(let shift): own.contains { $0.shift == shift.raw }
        }
      return isSo != (wish == .want)
    }
  }
}

/// What the units of one force, regime and home district have of nights and weekend days, for the cost of fairness.
struct GroupLoads: Sendable {
  private struct Key: Hashable {
    var force: Force
    var regime: RegimeReference
    var district: Int32
  }

  private struct Group {
    var days = 0
    var nights = 0
    var weekendDays = 0
    var members = 0
  }

  /// Deviations per 28 days that cost nothing, as in planning.
  private static let tolerancePerPeriod = 2

  /// Fair nights and weekend days of each unit in hundredths; `nil` where it has nobody to be compared with.
  private let fair: [(nights: Int, weekendDays: Int)?]
  private let tolerance: Int
  private let weight: Int

  /// The loads of a roster as it stands; O(units + assignments).
  init(_ grid: CoverageGrid) {
    let frame = grid.frame
    weight = EditCost.clamped(frame.roster.settings.weights.fairness)
    tolerance = 100 * Self.tolerancePerPeriod * frame.days / Regime.daysOfLimits
    let shifts = frame.roster.settings.shifts.shifts
    var groups: [Key: Group] = [:]
    let keys = frame.roster.units.enumerated().map { number, unit in
      Key(force: unit.force, regime: unit.regime, district: frame.places.districtOfUnit[number])
    }
    let present = keys.indices.map { frame.days - grid.absences.daysAway($0) }
    for (number, key) in keys.enumerated() {
      groups[key, default: Group()].days += present[number]
      groups[key, default: Group()].members += 1
    }
    var nights = [Int](repeating: 0, count: keys.count)
    var weekendDays = nights
    for slot in grid.slots.indices where grid.counting[slot] {
      let assignment = grid.slots[slot]
      guard frame.offset(of: assignment.day) != nil else { continue }
      if shifts[assignment.shift.index].isNight { nights[assignment.unit.index] += 1 }
      if frame.calendar.weekend(frame.calendar.offset(of: assignment.day)) != nil {
        weekendDays[assignment.unit.index] += 1
      }
    }
    for (number, key) in keys.enumerated() {
      groups[key, default: Group()].nights += nights[number]
      groups[key, default: Group()].weekendDays += weekendDays[number]
    }
    fair = keys.enumerated().map { number, key in
      guard let group = groups[key], group.members > 1, group.days > 0 else { return nil }
      return (
        100 * group.nights * present[number] / group.days, 100 * group.weekendDays * present[number] / group.days
      )
    }
  }

  /// What planning counts for a unit's nights and weekend days.
  func cost(_ timeline: UnitTimeline) -> Int {
    guard weight > 0, let fair = fair[timeline.unit] else { return 0 }
    var (nights, weekendDays) = (0, 0)
    for entry in timeline.entries where entry.isInPeriod {
      if entry.isNight { nights += 1 }
      if timeline.frame.calendar.weekend(Int(entry.day)) != nil { weekendDays += 1 }
    }
    return deviation(nights, fair.nights) + deviation(weekendDays, fair.weekendDays)
  }

  private func deviation(_ count: Int, _ fair: Int) -> Int {
    let excess = max(0, abs(100 * count - fair) - tolerance)
    return weight * excess * excess / 10_000
  }
}
