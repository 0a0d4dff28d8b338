import RosterEngine
import RosterModel

/// Absences: shifts of a day that a unit cannot be given.
///
/// Never soft, whatever the rule's severity: a posting during an absence counts nowhere, so no plan gains by one.
enum AbsenceLimit: PlannedRule {
  static let rule = "assigned-while-absent"

  /// The shifts of each day of the period that the unit is kept from.
  static func unavailable(_ unit: UnitReference, staff: Int, _ context: PlanContext) -> [Unavailability] {
    let shifts = context.roster.settings.shifts.shifts.indices
    return context.calendar.period.compactMap { day in
      let away = shifts.filter { context.isAbsent(unit, day, ShiftReference($0)) }
      if away.isEmpty { return nil }
      return Unavailability(staff: staff, day: day, shifts: away.count == shifts.count ? .all : ShiftSet(away))
    }
  }
}
