import RosterModel

/// What each unit has worked of a sort that should be shared evenly, and what its like have on average.
///
/// The history of up to 28 days before the period counts, so that who had the nights of last month is spared this one.
struct LoadTally {
  /// The most days of history that are looked at.
  static let mostHistory = Regime.daysOfLimits

  /// A unit whose load is above the mean of its group.
  struct Excess {
    var unit: Int
    /// What it has worked.
    var worked: Int
    /// What it would have worked at the mean of its group, in hundredths.
    var fair: Int
    /// The days on which it was not absent.
    var days: Int
  }

  private struct Group: Hashable {
    var force: Force
    var regime: RegimeReference
    var district: Int32
  }

  /// The setting of how much more than the mean is let pass.
  static func tolerance(of noun: String) -> RuleParameter {
    RuleParameter(
      "tolerance", .integer(0...Regime.daysOfLimits), standard: .integer(2),
      "the \(noun) above the mean that are let pass, per 28 days not absent")
  }

  /// The units that have worked more than their group's mean by more than the rule's tolerance, by number.
  ///
  /// Less than one whole above the mean is none, because it could not be shared better.
  ///
  /// - Parameter key: the thing that a posting is part of, each counted once; `nil` for a posting of another sort.
  static func excesses(
    _ grid: CoverageGrid, of rule: RuleInfo, key: (_ day: Int, _ shift: Int) -> Int?
  ) -> [Excess] {
    let frame = grid.frame
    var tolerances: [Group: Int] = [:]
    let firstDay = historyBegins(grid)
    var sums: [Group: (worked: Int, days: Int)] = [:]
    var loads: [(unit: Int, group: Group, worked: Int, days: Int, isInPeriod: Bool)] = []
    var keys: [Int] = []
    for (number, unit) in frame.roster.units.enumerated() {
      let group = Group(force: unit.force, regime: unit.regime, district: frame.places.districtOfUnit[number])
      let days =
        frame.days - grid.absences.daysAway(number) - firstDay
        - grid.absences.historyAway(number, from: firstDay)
      guard days > 0 else { continue }
      let isInPeriod = grid.collect(&keys, ofUnit: number, from: firstDay, key)
      loads.append((number, group, keys.count, days, isInPeriod))
      sums[group, default: (0, 0)].worked += keys.count
      sums[group, default: (0, 0)].days += days
      if tolerances[group] == nil {
        let site = RuleSite(force: group.force, district: frame.districtID(group.district))
        tolerances[group] = frame.policy.integer("tolerance", of: rule, at: site)
      }
    }
    return loads.compactMap { entry in
      guard entry.isInPeriod, let sum = sums[entry.group], let tolerance = tolerances[entry.group] else { return nil }
      // Compared as whole numbers: worked - days × mean > days × tolerance / 28, and ≥ 1.
      let excess = entry.worked * sum.days - entry.days * sum.worked
      guard excess * Regime.daysOfLimits > entry.days * tolerance * sum.days, excess >= sum.days else { return nil }
      return Excess(
        unit: entry.unit, worked: entry.worked, fair: entry.days * sum.worked * 100 / sum.days, days: entry.days)
    }
  }

  /// The first day that counts: the first with an assignment, at most 28 days before the period.
  private static func historyBegins(_ grid: CoverageGrid) -> Int {
    grid.slots.indices.reduce(0) { first, slot in
      guard grid.counting[slot] else { return first }
      return min(first, max(-mostHistory, grid.frame.calendar.offset(of: grid.slots[slot].day)))
    }
  }
}

extension CoverageGrid {
  /// Collects what a unit's postings are part of, each once.
  ///
  /// - Returns: whether some of it is in the period.
  fileprivate func collect(
    _ keys: inout [Int], ofUnit unit: Int, from firstDay: Int, _ key: (_ day: Int, _ shift: Int) -> Int?
  ) -> Bool {
    keys.removeAll(keepingCapacity: true)
    var isInPeriod = false
    var slot = headOfUnit[unit]
    while slot >= 0 {
      let number = Int(slot)
      slot = nextOfUnit[number]
      let day = frame.calendar.offset(of: slots[number].day)
      guard counting[number], day >= firstDay, day < frame.days, let own = key(day, slots[number].shift.index)
      else { continue }
      isInPeriod = isInPeriod || day >= 0
      if !keys.contains(own) { keys.append(own) }
    }
    return isInPeriod
  }
}

extension FindingCollector {
  /// Reports units with more than their share.
  mutating func report(_ excesses: [LoadTally.Excess], of grid: CoverageGrid, _ noun: String) {
    let frame = grid.frame
    for excess in excesses {
      let unit = frame.roster.units[excess.unit]
      let fair = "\(excess.fair / 100).\(excess.fair % 100 / 10)"
      report(
        .init(district: frame.places.districtOfUnit[excess.unit], force: unit.force), .unit(unit.id),
        at: .row("units.csv", unit.line, "id"),
        data: [.init("unit", unit.id), .init("worked", excess.worked), .init("mean_in_hundredths", excess.fair)],
        "\(frame.name(ofUnit: excess.unit)): \(counted(excess.worked, noun)) in \(counted(excess.days, "day")), "
          + "\(fair) on average for its force, regime and district")
    }
  }
}
