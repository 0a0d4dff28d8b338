/// What a unit asks for: to work, or not to work, a shift or a day off.
public struct Request: Hashable, Sendable {
  /// Whether it is for or against.
  public enum Wish: String, CaseIterable, Sendable {
    case want, avoid
  }

  /// What is asked about.
  public enum Matter: Hashable, Sendable {
    /// A day without work; written `off`.
    case off
    /// Work in any shift; written as an empty shift.
    case anyShift
    /// Work in this shift.
    case shift(ShiftReference)
  }

  /// Who asks.
  public var unit: UnitReference
  /// For which duty days.
  public var days: DayPattern
  /// For or against what.
  public var matter: Matter
  /// For or against.
  public var wish: Wish
  /// How much it counts, times the roster's `request` weight; 1 or more.
  public var weight: Int
  /// The line of its table that it was read from; 0 where it was not read.
  public var line: Int32

  /// A request of the unit.
  public init(
    unit: UnitReference, days: DayPattern, matter: Matter, wish: Wish, weight: Int = 1, line: Int32 = 0
  ) {
    self.unit = unit
    self.days = days
    self.matter = matter
    self.wish = wish
    self.weight = weight
    self.line = line
  }
}
