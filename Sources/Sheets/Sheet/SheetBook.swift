import Coverage
import RosterModel

/// The shift sheets of a roster, or of a chosen part of it.
///
///     let book = SheetBook(roster, grid: grid, selection: SheetSelection(days: day...day))
///     for sheet in book.sheets { write(sheet.csv(in: roster, dialect: .rfc4180).bytes) }
///
/// Every department, and every district, that has beats of its own has a sheet for each duty day of the period and each
/// tile, even where nobody stands anywhere: an empty sheet says so, a missing one would leave it open.
public struct SheetBook: Sendable {
  /// The places that have sheets, in the order of their ids.
  public let places: [Place]
  /// The duty days that have sheets, ascending.
  public let days: [Day]
  /// The tiles that have sheets, in order of time.
  public let tiles: [ShiftReference]

  private let roster: Roster
  private let grid: CoverageGrid
  private let beats: [Place: [BeatReference]]
  /// The numbers of those tiles.
  let tileNumbers: [Int]

  /// The sheets of the chosen part.
  ///
  /// O(beats): a sheet is made when it is asked for.
  ///
  /// - Parameters:
  ///   - roster: the roster.
  ///   - grid: who stands in its cells.
  ///   - selection: the part; days outside the period have no sheets.
  public init(_ roster: Roster, grid: CoverageGrid, selection: SheetSelection = .all) {
    self.roster = roster
    self.grid = grid
    let own = roster.beats.indices.filter {
      Self.hasSheets(roster.beats[$0].place) && selection.includes(roster.beats[$0].place, in: roster)
    }
    beats = Dictionary(grouping: own.map { BeatReference($0) }, by: { roster.beats[$0.index].place })
    places = beats.keys.sorted { roster.id($0) < roster.id($1) }
    days = selection.periodDays(in: roster).map(Array.init) ?? []
    tileNumbers = selection.tiles(in: roster)
    tiles = tileNumbers.map { roster.settings.shifts.tiles[$0] }
  }

  /// Every sheet, by day, place and tile; made as it is asked for.
  public var sheets: some Sequence<ShiftSheet> {
    days.lazy.flatMap { day in
      places.lazy.flatMap { place in tileNumbers.lazy.map { tile in sheet(of: place, on: day, tile: tile) } }
    }
  }

  /// The sheet of a place of the chosen part, for a duty day and a tile number; without rows where it is not of it.
  public func sheet(of place: Place, on day: Day, tile: Int) -> ShiftSheet {
    let rows = (beats[place] ?? []).flatMap { self.rows(of: $0, on: day, tile: tile) }
    return ShiftSheet(place: place, day: day, tile: roster.settings.shifts.tiles[tile], rows: rows)
  }

  private static func hasSheets(_ place: Place) -> Bool {
    switch place {
    case .district(let reference): reference.isKnown
    case .department(let reference): reference.isKnown
    case .city, .beat, .unknown: false
    }
  }
}

extension SheetBook {
  /// The rows of a beat; where nobody who counts stands there, that row first, then those who do not count.
  private func rows(of beat: BeatReference, on day: Day, tile: Int) -> [SheetRow] {
    let shifts = roster.settings.shifts
    let own = shifts.tile(tile)
    let entries = grid.entries(beat: beat, day: day, tile: tile)
    var rows: [SheetRow] = []
    if !entries.contains(where: \.counts), hasDemand(beat, on: day, tile: tile) {
      rows.append(SheetRow(beat: beat, times: roster.settings.shown(own.parts, on: day)))
    }
    for entry in entries {
      let posting = entry.assignment
      let absence = entry.counts ? nil : grid.absence(of: posting.unit, day: day, shift: posting.shift)
      var row = SheetRow(
        beat: beat, times: roster.settings.shown(shifts[posting.shift].parts(in: own), on: day), assignment: posting,
        absence: absence?.reason)
      row.happened = grid.happened(to: posting)
      rows.append(row)
    }
    let arrivals = grid.arrivals(at: beat, day: day, tile: tile)
    if !rows.isEmpty, !arrivals.isEmpty {
      rows[0].happened = ([rows[0].happened] + arrivals).filter { !$0.isEmpty }.joined(separator: "; ")
    }
    return rows
  }

  /// Whether some row of demand asks for a unit on this very beat then, by its minimum or its target.
  private func hasDemand(_ beat: BeatReference, on day: Day, tile: Int) -> Bool {
    let plan = grid.frame.plan
    return plan.lines(of: .beat(beat)).contains { line in
      guard let index = plan.index(line: line, day: day, tile: tile), let square = plan.square(index) else {
        return false
      }
      return square.target > 0
    }
  }
}
