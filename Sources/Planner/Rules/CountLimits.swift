import RosterEngine
import RosterModel

/// `max_weekends`: the most weekends with work.
enum WeekendsLimit: ContractRule {
  static let rule = "too-many-weekends"

  static func bind(_ contract: inout Contract, to regime: Regime, _ strength: Strength, in settings: RosterSettings) {
    contract.maximumWeekends = regime.maxWeekends.map {
      Limit(Regime.scaled($0, to: settings.days), strength)
    }
  }
}

/// `max_shifts`: the most of one shift.
enum ShiftCountLimit: ContractRule {
  static let rule = "too-many-of-a-shift"

  static func bind(_ contract: inout Contract, to regime: Regime, _ strength: Strength, in settings: RosterSettings) {
    for limit in regime.maxShifts where limit.shift.isKnown {
      contract.limit(limit.shift.index, to: Regime.scaled(limit.most, to: settings.days), strength)
    }
  }
}

extension Contract {
  /// Limits how often a shift is worked; of two limits on one shift the harder stays, and of equals the lower.
  mutating func limit(_ shift: Int, to most: Int, _ strength: Strength) {
    let new = Limit(most, strength)
    guard let position = shiftCounts.firstIndex(where: { $0.shift == shift }) else {
      shiftCounts.append(ShiftBounds(shift: shift, bounds: Bounds(maximum: new)))
      return
    }
    guard let old = shiftCounts[position].bounds.maximum else {
      shiftCounts[position].bounds.maximum = new
      return
    }
    let isHarder = new.strength == .hard && old.strength != .hard
    let isLower = new.strength == old.strength && new.value < old.value
    if isHarder || isLower { shiftCounts[position].bounds.maximum = new }
  }
}
