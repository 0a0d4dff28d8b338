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
