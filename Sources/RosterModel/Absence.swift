/// Days, or one shift of some days, on which a unit cannot be posted.
public struct Absence: Hashable, Sendable {
  /// Who is away.
  public var unit: UnitReference
  /// On which duty days.
  public var days: DayPattern
  /// The shift of those days, or `nil` for the whole day.
  public var shift: ShiftReference?
  /// Why.
  public var reason: AbsenceReason
  /// The line of its table that it was read from; 0 where it was not read.
  public var line: Int32

  /// An absence of the unit.
  public init(
    unit: UnitReference, days: DayPattern, shift: ShiftReference? = nil, reason: AbsenceReason, line: Int32 = 0
  ) {
    self.unit = unit
    self.days = days
    self.shift = shift
    self.reason = reason
    self.line = line
  }
}

/// Why a unit is away.
public enum AbsenceReason: String, CaseIterable, Sendable {
  case leave, sick, training, court, unavailable, other
}
