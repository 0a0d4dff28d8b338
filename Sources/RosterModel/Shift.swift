/// One of the round-the-clock shifts of a duty day: a tile, or a duty that covers tiles.
public struct Shift: Hashable, Sendable {
  /// The id that other tables refer to.
  public var id: String
  /// What people call it.
  public var name: String
  /// When it starts, after the midnight with which the duty day's date begins.
  public var start: ClockTime
  /// Its work time in minutes, pauses left out; 1 to 2,880.
  public var minutes: Int
  /// The unpaid pauses of a split duty in order of time, each between two parts; empty for a shift in one piece.
  public var pauses: [ClockSpan]
  /// Whether it counts as a night; for a duty, whether it covers a night tile.
  public var isNight: Bool
  /// The tiles that a duty covers; empty for a tile.
  public var covers: [ShiftReference]

  /// A shift from `start` for `minutes` of work; pauses come on top.
  public init(
    id: String, name: String, start: ClockTime, minutes: Int, pauses: [ClockSpan] = [], isNight: Bool = false,
    covers: [ShiftReference] = []
  ) {
    self.id = id
    self.name = name
    self.start = start
    self.minutes = minutes
    self.pauses = pauses
    self.isNight = isNight
    self.covers = covers
  }

  /// A shift of these parts, one or more in order of time; what lies between them is pause.
  public init(
    id: String, name: String, parts first: ClockSpan, _ others: [ClockSpan] = [], isNight: Bool = false,
    covers: [ShiftReference] = []
  ) {
    let parts = [first] + others
    self.init(
      id: id, name: name, start: first.start, minutes: parts.reduce(0) { $0 + $1.minutes },
      pauses: zip(parts, others).map { ClockSpan(start: $0.end, end: $1.start) }, isNight: isNight, covers: covers)
  }

  /// Whether it is one of the tiles that fill the day.
  public var isTile: Bool { covers.isEmpty }

  /// When it ends, after the midnight with which the duty day's date begins.
  public var end: ClockTime {
    ClockTime(minutes: pauses.reduce(start.minutes + minutes) { $0 + $1.minutes })
  }

  /// When it is worked: one span, or those between the pauses of a split duty.
  public var parts: [ClockSpan] {
    let starts = [start] + pauses.map(\.end)
    let ends = pauses.map(\.start) + [end]
    return zip(starts, ends).map { ClockSpan(start: $0, end: $1) }
  }

  /// The parts that lie in a tile, whole; all of them where none does.
  public func parts(in tile: Shift) -> [ClockSpan] {
    let inside = parts.filter { part in tile.parts.contains { $0.overlap(part) > 0 } }
    return inside.isEmpty ? parts : inside
  }

  /// The minutes of a tile that it works, by the clock.
  public func minutes(in tile: Shift) -> Int {
    parts.reduce(0) { sum, part in tile.parts.reduce(sum) { $0 + $1.overlap(part) } }
  }

  /// What a wall clock shows when it starts and ends, `08:00-16:00`; of each part, `06:00-10:00, 18:00-22:00`.
  public var wallClock: String { parts.map(\.wallClock).joined(separator: ", ") }
}

/// The shifts of a roster with what follows from them: the tiles in order of time and what each shift covers.
public struct ShiftPlan: Hashable, Sendable {
  /// Every shift in the order written.
  public let shifts: [Shift]
  /// The tiles in order of start; a tile's position here is its tile number.
  public let tiles: [ShiftReference]
  /// For each shift the tile numbers it counts in, ascending.
  public let tileNumbers: [[Int]]

  /// What follows from these shifts.
  ///
  /// References in `covers` that are not known tiles are passed over.
  public init(_ shifts: [Shift]) {
    self.shifts = shifts
    let tiles = shifts.indices.filter { shifts[$0].isTile }.sorted {
      (shifts[$0].start, $0) < (shifts[$1].start, $1)
    }
    self.tiles = tiles.map { ShiftReference($0) }
    self.tileNumbers = shifts.indices.map { index in
      let covered = shifts[index].isTile ? [index] : shifts[index].covers.filter(\.isKnown).map(\.index)
      return tiles.indices.filter { covered.contains(tiles[$0]) }
    }
  }

  /// How many tiles fill a day.
  public var tileCount: Int { tiles.count }

  /// The shift of a tile number.
  public func tile(_ number: Int) -> Shift { shifts[tiles[number].index] }

  /// The shift referred to; only for known references.
  public subscript(reference: ShiftReference) -> Shift { shifts[reference.index] }

  /// Whether the tiles follow each other without a hole or an overlap and fill 24 hours.
  public var tilesFillTheDay: Bool {
    guard let first = tiles.first else { return false }
    var next = self[first].start.minutes
    for tile in tiles {
      guard self[tile].start.minutes == next else { return false }
      next = self[tile].end.minutes
    }
    return next == self[first].start.minutes + 1440
  }
}
