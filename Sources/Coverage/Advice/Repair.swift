import RosterModel

/// What a repair is to reach, and what it may change for that.
public struct RepairWish: Hashable, Sendable {
  /// Up to where squares are filled.
  public var level = CellLack.Level.minimum
  /// Only squares of these days; `nil` for the whole period.
  public var days: ClosedRange<Day>?
  /// Only squares of this place and of the places in it.
  public var place = Place.city
  /// Only squares of this tile; `nil` for all.
  public var tile: Int?
  /// Only these squares, by number; `nil` for all.
  public var squares: Set<Int>?
  /// Only postings of these units are changed; `nil` for all.
  public var units: Set<UnitReference>?
  /// Whether published days may be changed.
  public var changesPublished = false
  /// The most changes that it may make; `nil` for as many as are needed.
  public var mostChanges: Int?

  /// The whole roster, up to the minimum.
  public init() {}

  /// Whether a square is among those that are to be filled.
  func asks(for square: Square, in frame: RosterFrame) -> Bool {
    squares?.contains(square.index) != false && (tile == nil || tile == square.tile)
      && days?.contains(square.day) != false
      && frame.roster.contains(place, frame.plan.lines[square.line].place)
  }
}

/// A roster's gaps closed with as few changes as could be found.
public struct Repair: Sendable {
  /// What was asked for.
  public let wish: RepairWish
  /// The edits, in an order in which they apply.
  public let edits: [Edit]
  /// The same as a person says them.
  public let changes: [PairedChange]
  /// How many changes of postings there are, a move counted once.
  public var count: Int { changes.postingCount }
  /// No repair that closes as much has fewer changes.
  public let bound: Int
  /// What was lacking before, worst first.
  public let before: [SquareState]
  /// What still is, worst first.
  public let left: [SquareState]

  /// Whether no repair that closes as much has fewer changes.
  public var isProven: Bool { bound == count }

  /// The units whose postings change, ascending.
  public var units: [UnitReference] {
    Set(changes.flatMap(\.units)).sorted { $0.raw < $1.raw }
  }
}

extension CoverageGrid {
  /// The squares that lack more units of their minimum than in a roster before, by number.
  public func squares(lackingMoreThan before: CoverageGrid) -> Set<Int> {
    Set(gaps().filter { $0.gap > before.state($0.square.index)?.gap ?? 0 }.map(\.square.index))
  }
}
