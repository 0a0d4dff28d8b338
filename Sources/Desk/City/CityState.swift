import RosterModel
import Screen

/// The heat map's cursor and figures.
struct CityState: Sendable {
  /// The chosen district; the list's lines are the districts.
  var list = ListState()
  /// The chosen day, counted from the first of the period.
  var day = 0
  var days = Viewport(count: 0, length: 0)
  /// The figures of each district and day, and the state of the roster they were made for.
  var heat: [DayHeat] = []
  var revision = -1
}
