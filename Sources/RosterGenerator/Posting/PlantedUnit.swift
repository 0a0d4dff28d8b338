import RosterModel

/// A unit with what was planted for it.
struct PlantedUnit {
  var unit: Unit
  /// The shift of each day of the horizon, or `WeekPattern.off`.
  var rota: [Int8]
  /// Whether it was added to the plant: it stands only in the history.
  var isSpare: Bool
}
