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
  /// The minutes that it works, or has truly worked.
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
        load.minutes += grid.worked(posting)?.minutes ?? roster.settings.workMinutes(posting.day, posting.shift)
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

/// The loads of units as tables with bars, a group a table: what each works, and its fair share as a mark.
///
/// The fair share is what the unit would work at the mean of its group, per day on which it is not away.
struct LoadTable {
  /// A sort of load.
  private struct Measure {
    var value: (UnitLoad) -> Int
    /// What a whole is, for showing the value; minutes are shown as hours.
    var unit: Int
  }

  private static let barWidth = 100

  private let roster: Roster
  private let groups: [[UnitLoad]]

  /// Tables of these loads, by district, force and regime.
  init(_ loads: [UnitLoad], in roster: Roster) {
    self.roster = roster
    func key(_ group: UnitLoad.Group) -> (String, Int, String) {
      (group.district.map { roster.id($0) } ?? "", group.force.index, roster.id(group.regime))
    }
    let byGroup = Dictionary(grouping: loads, by: \.group)
    groups = byGroup.keys.sorted { key($0) < key($1) }.compactMap { byGroup[$0] }
  }

  /// Writes the tables.
  func write(to html: inout HTMLText) {
    for group in groups { write(group, to: &html) }
  }

  private func write(_ loads: [UnitLoad], to html: inout HTMLText) {
    guard let group = loads.first?.group else { return }
    html.markup("<h3>")
    html.text(group.district.map { ReportNames.name(of: .district($0), in: roster) } ?? "City")
    html.markup(": ")
    html.text(group.force.rawValue)
    html.markup(", ")
    html.text(roster.id(group.regime))
    html.markup("</h3>\n<table><thead><tr><th>unit</th><th>callsign</th><th>days there</th>")
    html.markup("<th colspan=\"2\">hours</th><th colspan=\"2\">nights</th><th colspan=\"2\">weekends</th>")
    html.markup("</tr></thead><tbody>\n")
    let measures = [
      Measure(value: \.minutes, unit: 60), Measure(value: \.nights, unit: 1), Measure(value: \.weekends, unit: 1),
    ]
    let days = loads.reduce(0) { $0 + $1.days }
    let sums = measures.map { measure in loads.reduce(0) { $0 + measure.value($1) } }
    let most = measures.map { measure in max(1, loads.map(measure.value).max() ?? 1) }
    for load in loads {
      let unit = roster.units[load.unit.index]
      html.markup("<tr><td>")
      html.text(unit.id)
      html.markup("</td><td>")
      html.text(unit.callsign)
      html.markup("</td><td class=\"r\">")
      html.number(load.days)
      html.markup("</td>")
      for (number, measure) in measures.enumerated() {
        html.markup("<td class=\"r\">")
        html.number(measure.value(load) / measure.unit)
        html.markup("</td><td>")
        writeBar(
          measure.value(load), fair: days == 0 ? 0 : sums[number] * load.days / days, most: most[number], to: &html)
        html.markup("</td>")
      }
      html.markup("</tr>\n")
    }
    html.markup("</tbody></table>\n")
  }

  private func writeBar(_ value: Int, fair: Int, most: Int, to html: inout HTMLText) {
    html.markup("<svg class=\"bar\" viewBox=\"0 0 102 9\"><path class=\"b\" d=\"M0 1h")
    html.number(value * Self.barWidth / most)
    html.markup("v7H0z\"/><path class=\"f\" d=\"M")
    html.number(min(Self.barWidth, fair * Self.barWidth / most))
    html.markup(" 0v9\"/></svg>")
  }
}
