import RosterModel

extension CoverageGrid {
  /// The absence that keeps the unit from the shift on the day, one of the whole day before one of a shift; `nil` where
  /// the unit is there.
  public func absence(of unit: UnitReference, day: Day, shift: ShiftReference) -> Absence? {
    guard unit.isKnown, shift.isKnown else { return nil }
    return absences.absence(
      of: unit.index, frame.calendar.offset(of: day), shift: shift.index, clock: frame.clock)
  }

  /// The unit's postings of the period, on the days of an absence, for which it is absent or would be.
  public func postings(during absence: Absence) -> [Assignment] {
    var grid = self
    grid.add(absence)
    return assignments(of: absence.unit).filter {
      frame.offset(of: $0.day) != nil && absence.days.contains($0.day)
        && grid.isAbsent(absence.unit, day: $0.day, shift: $0.shift)
    }
  }
}
