/// The work rules of a group of staff; every rule is optional, and each is hard or soft by itself.
///
/// Runs reach back into history. A run's minimum is not charged when the run is still open at the end of the period or
/// was already open on the first day that the problem knows; its maximum is charged only for days of the period. A day
/// without an assignment, for whatever reason, is a day off.
public struct Contract: Hashable, Sendable {
  /// The only shifts its staff are ever given.
  public var allowedShifts: ShiftSet
  /// Minutes from the end of one shift to the start of the next, however many days lie between; counted per pair.
  public var minimumRest: Limit?
  /// How strictly a shift may not begin before the last one worked has ended; `nil` where it may.
  public var overlap: Strength?
  /// Minutes of one uninterrupted free span within each of ``Problem/weeks``; counted per week without it.
  public var weeklyRest: Limit?
  /// Shifts that must not follow each other on consecutive days.
  public var forbiddenSuccessions: [Succession]
  /// How ``forbiddenSuccessions`` bind; counted per pair.
  public var successionStrength: Strength
  /// Days worked in a row; excess in days.
  public var workRun: Bounds
  /// Nights (see ``Shift/isNight``) in a row; excess in days.
  public var nightRun: Bounds
  /// Days off in a row; excess in days.
  public var offRun: Bounds
  /// Days of the same shift in a row, at most one entry a shift; excess in days.
  public var shiftRuns: [ShiftBounds]
  /// Minutes of work in the period; excess in started hours, so a weight is per hour.
  public var totalMinutes: Bounds
  /// Days worked in the period.
  public var assignments: Bounds
  /// Days of particular shifts in the period, at most one entry a shift.
  public var shiftCounts: [ShiftBounds]
  /// Minutes of work in each of ``Problem/weeks``, days of history included; excess in started hours.
  public var weekMinutes: Bounds
  /// The most of ``Problem/weekends`` with any work.
  public var maximumWeekends: Limit?
  /// Set when a weekend should be worked on all its days or none; counted per weekend.
  public var completeWeekends: Strength?

  /// Creates a contract with no rule but its shifts.
  public init(allowedShifts: ShiftSet = .all) {
    self.allowedShifts = allowedShifts
    forbiddenSuccessions = []
    successionStrength = .hard
    workRun = .none
    nightRun = .none
    offRun = .none
    shiftRuns = []
    totalMinutes = .none
    assignments = .none
    shiftCounts = []
    weekMinutes = .none
  }
}

/// A bound on some quantity of a staff member's roster.
public struct Limit: Hashable, Sendable {
  /// The bound itself, in the quantity's own unit.
  public var value: Int
  /// Whether it may be broken.
  public var strength: Strength

  /// Creates a limit, hard unless said otherwise.
  public init(_ value: Int, _ strength: Strength = .hard) {
    self.value = value
    self.strength = strength
  }
}

/// A lower and an upper limit on one quantity, each optional.
public struct Bounds: Hashable, Sendable {
  /// The least that is right, if there is one.
  public var minimum: Limit?
  /// The most that is right, if there is one.
  public var maximum: Limit?

  /// No limit either way.
  public static let none = Bounds()

  /// Creates bounds.
  public init(minimum: Limit? = nil, maximum: Limit? = nil) {
    self.minimum = minimum
    self.maximum = maximum
  }
}

/// Bounds on one shift: how many of it, or how many days running.
public struct ShiftBounds: Hashable, Sendable {
  /// Index into ``Problem/shifts``.
  public var shift: Int
  /// The limits.
  public var bounds: Bounds

  /// Creates bounds on a shift.
  public init(shift: Int, bounds: Bounds) {
    self.shift = shift
    self.bounds = bounds
  }
}

/// Whether a rule may be broken, and what that costs.
public enum Strength: Hashable, Sendable {
  /// Never broken by the search; only the fixed part of a problem can break it.
  ///
  /// A hard minimum of a total, such as least hours, is broken by an empty row to begin with; the search comes as near
  /// to it as it can, and what is left is counted as a violation.
  case hard
  /// May be broken at this cost per unit of excess; the weight is not negative.
  case soft(weight: Int)
}

/// A pair of shifts of two consecutive days that should not follow each other.
public struct Succession: Hashable, Sendable {
  /// The shift of the first day.
  public var earlier: Int
  /// The shift of the day after.
  public var later: Int

  /// Creates a pair of shifts by index.
  public init(earlier: Int, later: Int) {
    self.earlier = earlier
    self.later = later
  }
}
