import RosterModel

/// Which key of a regime each rule about rest and hours goes by.
enum RegimeSources {
  /// The key whose source explains the rule's number; `nil` for a rule that goes by none.
  static func key(of rule: RuleInfo) -> RegimeKey? {
    switch rule.name {
    case "shift-not-in-regime": .shifts
    case "rest-too-short": .restHours
    case "weekly-rest-too-short": .weeklyRestHours
    case "too-many-days-in-a-row": .maxConsecutiveDays
    case "too-many-nights-in-a-row": .maxConsecutiveNights
    case "too-few-days-off-in-a-row": .minConsecutiveDaysOff
    case "over-hours": .maxHours
    case "under-hours": .minHours
    case "over-hours-in-a-week": .maxHoursPerWeek
    case "too-many-weekends": .maxWeekends
    case "too-many-of-a-shift": .maxShifts
    default: nil
    }
  }
}
