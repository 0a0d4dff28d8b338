import RosterEngine
import RosterModel

/// `forces` of a beat: which forces may hold it.
enum ForcesOfBeatLimit: PostingRule {
  static let rule = "force-not-allowed-on-beat"

  static func allows(_ unit: Unit, on beat: Beat, in roster: Roster) -> Bool { beat.forces.contains(unit.force) }
}

/// `needs` of a beat: what every unit posted there must have.
enum NeedsOfBeatLimit: PostingRule {
  static let rule = "unit-lacks-need"

  static func allows(_ unit: Unit, on beat: Beat, in roster: Roster) -> Bool { beat.needs.allSatisfy(unit.has) }
}

/// `reach` of a unit: how far from home it may be posted.
enum PostedBeyondReachLimit: PostingRule {
  static let rule = "posted-beyond-reach"

  static func allows(_ unit: Unit, on beat: Beat, in roster: Roster) -> Bool { roster.isWithinReach(unit, beat) }
}

/// Absences: shifts of a day that a unit cannot be given.
///
/// Never soft, whatever the rule's severity: a posting during an absence counts nowhere, so no plan gains by one.
enum AbsenceLimit: PlannedRule {
  static let rule = "assigned-while-absent"

  /// The shifts of each day of the period that the unit is kept from, by absence or because they are not planned.
  ///
  /// - Parameter isFixed: whether a day of the unit stays as it is: what is worked is no less worked for being over.
  static func unavailable(
    _ unit: UnitReference, staff: Int, _ context: PlanContext, isFixed: (Int) -> Bool
  ) -> [Unavailability] {
    let shifts = context.roster.settings.shifts.shifts.indices
    return context.calendar.period.compactMap { day in
      let away = shifts.filter {
        !isFixed(day) && !context.isOpen[day][$0] || context.isAbsent(unit, day, ShiftReference($0))
      }
      if away.isEmpty { return nil }
      return Unavailability(staff: staff, day: day, shifts: away.count == shifts.count ? .all : ShiftSet(away))
    }
  }
}
