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

  /// The setting of how much more than the mean is let pass.
  static func tolerance(of noun: String) -> RuleParameter {
    RuleParameter(
      "tolerance", .integer(0...Regime.daysOfLimits), standard: .integer(2),
      "the \(noun) above the mean that are let pass, per 28 days not absent")
  }

  /// The units that have worked more than their group's mean by more than the rule's tolerance, by number.
  ///
  /// Less than one whole above the mean is none, because it could not be shared better. O(units × days + assignments).
  ///
  /// - Parameter key: the day that stands for what a posting is part of, which is counted once; `nil` for a posting of
  ///   another sort.
  static func excesses(
    _ grid: CoverageGrid, of rule: RuleInfo, key: (_ day: Int, _ shift: Int) -> Int?
  ) -> [Excess] {
    let frame = grid.frame
    let firstDay = historyBegins(grid)
    let worked = WorkedDays(grid, from: firstDay, key)
    var groups = Groups()
    let loads = frame.roster.units.indices.compactMap { number -> (unit: Int, group: Int, worked: Int, days: Int)? in
      let away = grid.absences.daysAway(number) + grid.absences.historyAway(number, from: firstDay)
      let days = frame.days - firstDay - away
      guard days > 0 else { return nil }
      let load = (number, groups.number(ofUnit: number, frame), worked.count(number), days)
      groups.add(worked: load.2, days: days, to: load.1)
      return load
    }
    let tolerances = groups.keys.map { group in
      frame.policy.integer(
        "tolerance", of: rule, at: RuleSite(force: group.force, district: frame.districtID(group.district)))
    }
    return loads.compactMap { load in
      guard worked.isInPeriod(load.unit) else { return nil }
      let (sum, tolerance) = (groups.sums[load.group], tolerances[load.group])
      // Compared as whole numbers: worked - days × mean > days × tolerance / 28, and ≥ 1.
      let excess = load.worked * sum.days - load.days * sum.worked
      guard excess * Regime.daysOfLimits > load.days * tolerance * sum.days, excess >= sum.days else { return nil }
      return Excess(
        unit: load.unit, worked: load.worked, fair: load.days * sum.worked * 100 / sum.days, days: load.days)
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

extension LoadTally {
  /// Units of one force, regime and district, with what they have worked together.
  private struct Groups {
    struct Key: Hashable {
      var force: Force
      var regime: RegimeReference
      var district: Int32
    }

    private(set) var keys: [Key] = []
    private(set) var sums: [(worked: Int, days: Int)] = []
    private var numbers: [Key: Int] = [:]
    private var last: Int?

    /// The number of a unit's group.
    mutating func number(ofUnit unit: Int, _ frame: RosterFrame) -> Int {
      let (force, regime) = (frame.roster.units[unit].force, frame.roster.units[unit].regime)
      let key = Key(force: force, regime: regime, district: frame.places.districtOfUnit[unit])
      // Units stand in the table beside their like.
      if let last, keys[last] == key { return last }
      let number = numbers[key] ?? keys.count
      if number == keys.count {
        numbers[key] = number
        keys.append(key)
        sums.append((0, 0))
      }
      last = number
      return number
    }

    mutating func add(worked: Int, days: Int, to group: Int) {
      sums[group].worked += worked
      sums[group].days += days
    }
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

/// On which days each unit has worked something of a sort, as bits.
///
/// Filled in one pass over the postings as they lie in memory, which walking from posting to posting of each unit is
/// not.
struct WorkedDays {
  private let wordsOfUnit: Int
  private var bits: [UInt64]
  private var inPeriod: [Bool]

  /// The days of the postings that count.
  ///
  /// - Parameters:
  ///   - firstDay: the first day that is looked at, 0 or a day of history.
  ///   - key: the day that stands for what a posting is part of; `nil` for a posting of another sort.
  init(_ grid: CoverageGrid, from firstDay: Int, _ key: (_ day: Int, _ shift: Int) -> Int?) {
    let frame = grid.frame
    let shifts = frame.clock.shiftCount
    let keys = (firstDay..<frame.days).flatMap { day in (0..<shifts).map { key(day, $0) } }
    // A weekend that is cut begins before the first day.
    let earliest = min(firstDay, keys.lazy.compactMap { $0 }.min() ?? firstDay)
    wordsOfUnit = (frame.days - earliest + 63) / 64
    bits = [UInt64](repeating: 0, count: frame.roster.units.count * wordsOfUnit)
    inPeriod = [Bool](repeating: false, count: frame.roster.units.count)
    for slot in grid.slots.indices where grid.counting[slot] {
      let posting = grid.slots[slot]
      let day = frame.calendar.offset(of: posting.day)
      guard day >= firstDay, day < frame.days, let own = keys[(day - firstDay) * shifts + posting.shift.index]
      else { continue }
      let bit = own - earliest
      bits[posting.unit.index * wordsOfUnit + bit / 64] |= 1 << UInt64(bit % 64)
      if day >= 0 { inPeriod[posting.unit.index] = true }
    }
  }

  /// How many days of the sort the unit has worked.
  func count(_ unit: Int) -> Int {
    bits[unit * wordsOfUnit..<(unit + 1) * wordsOfUnit].reduce(0) { $0 + $1.nonzeroBitCount }
  }

  /// Whether some of its postings of the sort are in the period.
  func isInPeriod(_ unit: Int) -> Bool { inPeriod[unit] }
}
