import RosterModel

extension CoverageGrid {
  /// The absence that keeps the unit from the shift on the day, one of the whole day before one of a shift; `nil` where
  /// the unit is there.
  public func absence(of unit: UnitReference, day: Day, shift: ShiftReference) -> Absence? {
    guard unit.isKnown, shift.isKnown else { return nil }
    return absences.absence(
      of: unit.index, frame.calendar.offset(of: day), shift: shift.index, clock: frame.clock)
  }
}
