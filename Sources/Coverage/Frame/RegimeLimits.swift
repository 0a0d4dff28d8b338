import RosterModel

/// The limits of a regime as they stand in one period.
struct RegimeLimits: Sendable {
  let regime: Regime
  /// For each shift whether the regime's units work it.
  let works: [Bool]
  /// The most minutes in the period.
  let maxMinutes: Int?
  /// The most weekends with work in the period.
  let maxWeekends: Int?
  /// The most of each limited shift in the period.
  let maxShifts: [(shift: Int, most: Int)]
  /// What hours are rounded down to, in minutes.
  let step: Int

  /// The limits of a regime in the roster's period.
  init(_ regime: Regime, _ settings: RosterSettings) {
    self.regime = regime
    var works = [Bool](repeating: false, count: settings.shifts.shifts.count)
    for shift in regime.shifts where shift.isKnown { works[shift.index] = true }
    self.works = works
    let step = max(1, regime.shortestShift(in: settings.shifts))
    self.step = step
    maxMinutes = regime.maxMinutes.map { Regime.scaled($0, to: settings.days, step: step) }
    maxWeekends = regime.maxWeekends.map { Regime.scaled($0, to: settings.days) }
    maxShifts = regime.maxShifts.filter(\.shift.isKnown).map {
      ($0.shift.index, Regime.scaled($0.most, to: settings.days))
    }
  }

  /// The fewest minutes of a unit that is there on so many days of the period.
  func minMinutes(daysPresent: Int) -> Int? {
    regime.minMinutes.map { Regime.scaled($0, to: daysPresent, step: step) }
  }
}
