extension Roster {
  /// The edits that mark a unit absent; none where it is marked so already.
  ///
  /// A row of the same days and shift with another reason gives way, because a table holds one of them.
  public func edits(marking absence: Absence) -> [Edit] {
    let same = absences.filter { $0.unit == absence.unit && $0.days == absence.days && $0.shift == absence.shift }
    if same.contains(where: { $0.reason == absence.reason }) { return [] }
    return same.map { .removeAbsence($0) } + [.addAbsence(absence)]
  }

  /// The edits that take a unit's absence away on some days, and leave the rest of it.
  ///
  /// - Parameter shift: only absences of this shift; `nil` for all.
  /// - Throws: `AbsenceCutError` where the rest of an absence cannot be written as days.
  public func edits(
    endingAbsenceOf unit: UnitReference, days: ClosedRange<Day>, shift: ShiftReference? = nil
  ) throws(AbsenceCutError) -> [Edit] {
    var edits: [Edit] = []
    for absence in absences where absence.unit == unit && (shift == nil || absence.shift == shift) {
      guard absence.days.namesAny(of: days) else { continue }
      switch absence.days.removing(days, of: settings.period) {
      case .nothing: edits.append(.removeAbsence(absence))
      case .unwritable: throw AbsenceCutError(absence: absence)
      case .days(let rest):
        var cut = absence
        cut.days = rest
        cut.line = 0
        edits.append(.removeAbsence(absence))
        let isThere = absences.contains { $0.unit == unit && $0.days == rest && $0.shift == cut.shift }
        if !isThere { edits.append(.addAbsence(cut)) }
      }
    }
    return edits
  }
}

/// That an absence goes on, by weekdays, before and after the days on which it was to end.
public struct AbsenceCutError: Error, Hashable, Sendable {
  /// The absence.
  public var absence: Absence
}
