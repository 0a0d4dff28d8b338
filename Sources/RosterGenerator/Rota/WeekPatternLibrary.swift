import RosterModel

/// Every week that a regime allows, taken by itself.
struct WeekPatternLibrary {
  private let weeks: [[WeekPattern]]
  private let weeksWithFreeWeekend: [[WeekPattern]]

  /// The weeks of a regime with limits on rest, runs and hours.
  ///
  /// At most (shifts + 1) to the power of 7 are looked at: 16,384 for three shifts.
  init(_ regime: Regime, plan: ShiftPlan) {
    var all = [[WeekPattern]](repeating: [], count: 8)
    var days: [Int8] = []
    func extend(_ state: RotaState) {
      if days.count == 7 {
        let pattern = WeekPattern(days)
        if Self.fitsTheWeek(pattern, regime, plan) { all[pattern.workingDays].append(pattern) }
        return
      }
      for shift in [WeekPattern.off] + regime.shifts.map({ Int8($0.index) }) {
        var next = state
        guard next.advance(day: days.count, shift: shift, regime: regime, plan: plan) else { continue }
        days.append(shift)
        extend(next)
        days.removeLast()
      }
    }
    extend(RotaState())
    weeks = all
    weeksWithFreeWeekend = all.map { $0.filter(\.hasFreeWeekend) }
  }

  /// The weeks with this many working days.
  func weeks(workingDays: Int, freeWeekend: Bool) -> [WeekPattern] {
    freeWeekend ? weeksWithFreeWeekend[workingDays] : weeks[workingDays]
  }

  private static func fitsTheWeek(_ pattern: WeekPattern, _ regime: Regime, _ plan: ShiftPlan) -> Bool {
    var minutes = 0
    // A week runs from the first tile of Monday to the first tile of the next Monday.
    let start = plan.tile(0).start.minutes
    var freeSince = start
    var longestRest = 0
    for (day, shift) in pattern.shifts.enumerated() where shift != WeekPattern.off {
      let shift = plan.shifts[Int(shift)]
      minutes += shift.minutes
      longestRest = max(longestRest, day * 1440 + shift.start.minutes - freeSince)
      freeSince = day * 1440 + shift.end.minutes
    }
    longestRest = max(longestRest, start + 7 * 1440 - freeSince)
    return minutes <= regime.maxMinutesPerWeek ?? .max && longestRest >= regime.weeklyRestMinutes ?? 0
  }
}

/// One unit's week: for each day from Monday a shift or none.
struct WeekPattern {
  /// The index of the shift of each day, or `off`.
  var shifts: [Int8]
  /// How many days have a shift.
  var workingDays: Int
  /// Whether Saturday and Sunday are free.
  var hasFreeWeekend: Bool

  /// A day without a shift.
  static let off: Int8 = -1

  /// The week of these shifts.
  init(_ shifts: [Int8]) {
    self.shifts = shifts
    workingDays = shifts.count { $0 != Self.off }
    hasFreeWeekend = shifts[5] == Self.off && shifts[6] == Self.off
  }
}
