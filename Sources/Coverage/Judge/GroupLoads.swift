import RosterModel

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
