/// An instance of the Employee Shift Scheduling Benchmark Data Sets.
///
/// T. Curtois and R. Qu, 2014; schedulingbenchmarks.org/nrp.
/// Day 0 is a Monday. Each employee works at most one shift a day.
public struct ShiftSchedulingInstance: Sendable {
  /// A kind of shift.
  public struct Shift: Sendable {
    /// The name that solutions use.
    public var id: String
    /// Minutes of work.
    public var minutes: Int
    /// Shifts, by index, that must not be worked the day after.
    public var forbiddenNext: [Int]
  }

  /// An employee and the employee's limits.
  public struct Employee: Sendable {
    /// The name that solutions use.
    public var id: String
    /// The most of each shift, by shift.
    public var mostOfShift: [Int]
    /// Minutes in the horizon.
    public var minutes: ClosedRange<Int>
    /// Days worked in a row.
    public var workRun: ClosedRange<Int>
    /// The fewest days off in a row.
    public var fewestDaysOff: Int
    /// The most weekends worked.
    public var mostWeekends: Int
    /// Days that cannot be worked.
    public var daysOff: [Int] = []
  }

  /// A wish for or against a shift on a day.
  public struct Wish: Sendable {
    /// Index of the employee.
    public var employee: Int
    /// The day, from 0.
    public var day: Int
    /// Index of the shift.
    public var shift: Int
    /// What it costs when it is not so.
    public var weight: Int
    /// Whether the shift is wanted.
    public var isWanted: Bool
  }

  /// How many are wanted in a shift of a day.
  public struct Cover: Sendable {
    /// The day, from 0.
    public var day: Int
    /// Index of the shift.
    public var shift: Int
    /// How many.
    public var wanted: Int
    /// Cost of each one missing.
    public var under: Int
    /// Cost of each one too many.
    public var over: Int
  }

  /// Days, a multiple of seven.
  public var dayCount: Int
  /// The shifts.
  public var shifts: [Shift] = []
  /// The employees.
  public var employees: [Employee] = []
  /// The wishes.
  public var wishes: [Wish] = []
  /// The cover wanted; a shift of a day without an entry costs nothing whoever works it.
  public var cover: [Cover] = []
}
