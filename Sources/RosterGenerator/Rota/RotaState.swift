import RosterModel

/// What the next day of a unit's rota depends on.
struct RotaState {
  /// Minutes from the midnight of day 0 to the end of the last shift; `nil` before the first.
  private var lastEnd: Int?
  private var workingRun = 0
  private var nightRun = 0
  /// Days off since the last shift; counted only after one.
  private var daysOff = 0

  /// Takes the next day's shift, or none, where rest and runs allow it; else leaves the state as it is.
  ///
  /// - Returns: whether the regime allows it.
  mutating func advance(day: Int, shift: Int8, regime: Regime, plan: ShiftPlan) -> Bool {
    guard shift != WeekPattern.off else {
      workingRun = 0
      nightRun = 0
      daysOff += 1
      return true
    }
    let shift = plan.shifts[Int(shift)]
    let start = day * 1440 + shift.start.minutes
    if let lastEnd {
      guard start - lastEnd >= regime.restMinutes ?? 0 else { return false }
      guard daysOff == 0 || daysOff >= regime.minConsecutiveDaysOff ?? 1 else { return false }
    }
    guard workingRun < regime.maxConsecutiveDays ?? .max else { return false }
    guard !shift.isNight || nightRun < regime.maxConsecutiveNights ?? .max else { return false }
    workingRun += 1
    nightRun = shift.isNight ? nightRun + 1 : 0
    daysOff = 0
    lastEnd = day * 1440 + shift.end.minutes
    return true
  }
}
