/// The keys of a regime, as `roster.toml` spells them.
public enum RegimeKey: String, CaseIterable, Sendable {
  case shifts
  case restHours = "rest_hours"
  case weeklyRestHours = "weekly_rest_hours"
  case maxConsecutiveDays = "max_consecutive_days"
  case maxConsecutiveNights = "max_consecutive_nights"
  case minConsecutiveDaysOff = "min_consecutive_days_off"
  case maxHoursPerWeek = "max_hours_per_week"
  case minHours = "min_hours"
  case maxHours = "max_hours"
  case maxWeekends = "max_weekends"
  case maxShifts = "max_shifts"
}
