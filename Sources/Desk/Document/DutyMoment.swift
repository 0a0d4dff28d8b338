import RosterModel

/// The duty day and the tile of an instant.
struct DutyMoment: Hashable, Sendable {
  let day: Day
  let tile: Int

  /// The duty moment of an instant in minutes since 1970-01-01 00:00 UTC.
  ///
  /// Before the day's first tile begins it is still the duty day before.
  init(at instant: Int, _ settings: RosterSettings) {
    let day = settings.dutyDay(at: instant)
    let tiles = settings.shifts.tiles
    self.day = day
    tile = tiles.indices.last { settings.interval(day, tiles[$0]).lowerBound <= instant } ?? 0
  }
}
