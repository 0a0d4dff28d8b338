/// One of the round-the-clock shifts of a duty day: a tile, or a duty that covers tiles.
public struct Shift: Hashable, Sendable {
  /// The id that other tables refer to.
  public var id: String
  /// What people call it.
  public var name: String
  /// When it starts, after the midnight with which the duty day's date begins.
  public var start: ClockTime
  /// Its length, which is its work time, in minutes; 1 to 2,880.
  public var minutes: Int
  /// Whether it counts as a night; for a duty, whether it covers a night tile.
  public var isNight: Bool
  /// The tiles that a duty covers; empty for a tile.
  public var covers: [ShiftReference]

  /// A shift from `start` for `minutes`.
  public init(
    id: String, name: String, start: ClockTime, minutes: Int, isNight: Bool = false, covers: [ShiftReference] = []
  ) {
    self.id = id
    self.name = name
    self.start = start
    self.minutes = minutes
    self.isNight = isNight
    self.covers = covers
  }

  /// Whether it is one of the tiles that fill the day.
  public var isTile: Bool { covers.isEmpty }

  /// When it ends, after the midnight with which the duty day's date begins.
  public var end: ClockTime { ClockTime(minutes: start.minutes + minutes) }
}
