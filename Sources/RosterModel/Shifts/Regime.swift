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
