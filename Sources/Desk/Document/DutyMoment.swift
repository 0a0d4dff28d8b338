import RosterModel

/// The duty day and the tile of an instant.
struct DutyMoment: Hashable, Sendable {
  let day: Day
  let tile: Int

  /// The duty moment of an instant in minutes since 1970-01-01 00:00 UTC.
  ///
  /// Before the day's first tile begins it is still the duty day before.
  init(at instant: Int, _ settings: RosterSettings) {
    let local = settings.zone.local(at: instant)
    let plan = settings.shifts
    guard plan.tileCount > 0 else {
      (day, tile) = (local.day, 0)
      return
    }
    let isBefore = local.minutes < plan.tile(0).start.minutes
    day = isBefore ? local.day.advanced(by: -1) : local.day
    let minutes = isBefore ? local.minutes + 1440 : local.minutes
    tile = (0..<plan.tileCount).last { plan.tile($0).start.minutes <= minutes } ?? 0
  }
}
