import Coverage
import RosterModel

/// What a unit works in the days of a report.
struct UnitLoad {
  /// The units among which loads are compared: of one force, regime and district.
  struct Group: Hashable {
    /// Their force.
    var force: Force
    /// Their regime.
    var regime: RegimeReference
    /// The district of their homes; `nil` for the city.
    var district: DistrictReference?
  }

  /// The unit.
  var unit: UnitReference
  /// The group.
  var group: Group
  /// The days on which it is not away whole.
  var days: Int
  /// The minutes of its shifts.
  var minutes = 0
  /// The days with a night shift.
  var nights = 0
  /// The weekends with a shift.
  var weekends = 0

  /// The loads of the units whose homes are in the chosen part, by the order of the roster's units.
  ///
  /// A posting counts as it does for coverage: not where the unit is away, nor where beat or shift are not known.
  /// O(assignments × log).
  static func all(
    _ roster: Roster, grid: CoverageGrid, selection: SheetSelection, days: ClosedRange<Day>
  ) -> [UnitLoad] {
    let weekends = weekendNumbers(roster.settings, days)
    return roster.units.indices.compactMap { number in
      let unit = roster.units[number]
      guard selection.includes(unit.home, in: roster) else { return nil }
      let reference = UnitReference(number)
      let group = Group(force: unit.force, regime: unit.regime, district: roster.district(of: unit.home))
      var load = UnitLoad(
        unit: reference, group: group, days: days.count { !grid.isAwayAllDay(reference, day: $0) })
      var nights: Set<Day> = []
      var worked: Set<Int> = []
      for posting in grid.assignments(of: reference) where days.contains(posting.day) {
        guard posting.shift.isKnown, posting.beat.isKnown,
          !grid.isAbsent(reference, day: posting.day, shift: posting.shift)
        else { continue }
        load.minutes += roster.settings.workMinutes(posting.day, posting.shift)
        if roster.settings.shifts[posting.shift].isNight { nights.insert(posting.day) }
        if let weekend = weekends[days.lowerBound.distance(to: posting.day)] { worked.insert(weekend) }
      }
      load.nights = nights.count
      load.weekends = worked.count
      return load
    }
  }

  /// For each day the number of the weekend it is in; `nil` where it is in none.
  private static func weekendNumbers(_ settings: RosterSettings, _ days: ClosedRange<Day>) -> [Int?] {
    var number = 0
    var wasWeekend = false
    return days.map { day in
      let isWeekend = settings.weekend.contains(day.weekday)
      if isWeekend, !wasWeekend { number += 1 }
      wasWeekend = isWeekend
      return isWeekend ? number : nil
    }
  }
}
