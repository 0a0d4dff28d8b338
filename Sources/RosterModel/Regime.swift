/// The working-time rules that a unit is under; every limit is optional.
public struct Regime: Hashable, Sendable {
  /// At most so many of one shift.
  public struct ShiftLimit: Hashable, Sendable {
    /// The shift counted.
    public var shift: ShiftReference
    /// The most per 28 days.
    public var most: Int

    /// At most `most` of the shift per 28 days.
    public init(shift: ShiftReference, most: Int) {
      self.shift = shift
      self.most = most
    }
  }

  /// The name by which units refer to it.
  public var name: String
  /// The only shifts its units work.
  public var shifts: [ShiftReference]
  /// Minutes from the end of one shift to the start of the next, across any number of days.
  public var restMinutes: Int?
  /// Minutes of one uninterrupted free span in every week, Monday's first shift to the next Monday's.
  public var weeklyRestMinutes: Int?
  /// The longest run of working days.
  public var maxConsecutiveDays: Int?
  /// The longest run of days with a night shift.
  public var maxConsecutiveNights: Int?
  /// The shortest run of days off.
  public var minConsecutiveDaysOff: Int?
  /// The most minutes of work in a week; a shift belongs whole to its duty day.
  public var maxMinutesPerWeek: Int?
  /// The fewest minutes of work per 28 days.
  public var minMinutes: Int?
  /// The most minutes of work per 28 days.
  public var maxMinutes: Int?
  /// The most weekends with work per 28 days.
  public var maxWeekends: Int?
  /// The most of certain shifts per 28 days.
  public var maxShifts: [ShiftLimit]
  /// Where a number comes from, by key.
  public var sources: [RegimeKey: String]

  /// A regime with no limits yet.
  public init(name: String, shifts: [ShiftReference]) {
    self.name = name
    self.shifts = shifts
    self.maxShifts = []
    self.sources = [:]
  }
}

extension Regime {
  /// The days that the limits over a period are written for.
  public static let daysOfLimits = 28

  /// A limit per 28 days scaled to a number of days, rounded down to whole units of `step`.
  ///
  /// - Parameters:
  ///   - limit: the limit per 28 days.
  ///   - days: the days it is scaled to.
  ///   - step: what it is rounded down to a multiple of; 1 or more.
  public static func scaled(_ limit: Int, to days: Int, step: Int = 1) -> Int {
    limit * days / daysOfLimits / max(1, step) * max(1, step)
  }

  /// The shortest shift of the regime in minutes: hours of a period are rounded down to whole ones of it.
  public func shortestShift(in plan: ShiftPlan) -> Int {
    shifts.filter(\.isKnown).map { plan[$0].minutes }.min() ?? 1
  }
}

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
