import Coverage
import RosterModel

/// What an export writes of a posting in columns that are for people and are not read back.
///
/// Whoever changes one of them means something that the roster keeps elsewhere, and is told so.
struct PlainCells {
  /// A column, with where the roster keeps what stands in it.
  struct Column {
    var name: String
    var home: String
  }

  /// The columns of the files of an extent.
  let columns: [Column]

  private let roster: Roster
  private let grid: CoverageGrid
  private let isSheet: Bool
  /// The tile of a sheet.
  private let tile: Shift?
  private var time: TimeCells
  private var beats: BeatCells
  private var units: UnitCells

  private static let ofBeats = ["beat_name", "task"]
  private static let ofUnits = ["force", "leader", "officers", "mode"]
  private static let ofShifts = ["start", "end", TimeCells.partsColumn]
  private static let beatPositions = positions(of: ofBeats, in: BeatCells.header)
  private static let unitPositions = positions(of: ofUnits, in: UnitCells.header)
  private static let timePositions = positions(of: ofShifts, in: TimeCells.header)

  init(_ extent: ImportSource.Extent, _ roster: Roster, grid: CoverageGrid) {
    self.roster = roster
    self.grid = grid
    if case .sheet(let key) = extent {
      isSheet = true
      tile = roster.settings.shifts.shifts.first { $0.id == key.shift }
    } else {
      isSheet = false
      tile = nil
    }
    time = TimeCells(roster)
    beats = BeatCells(roster)
    units = UnitCells(roster)
    let ofBeats = isSheet ? ["name", "task"] : Self.ofBeats
    let ofShifts = isSheet ? ["from", "to"] : Self.ofShifts
    columns =
      ofBeats.map { Column(name: $0, home: "beats.csv") } + Self.ofUnits.map { Column(name: $0, home: "units.csv") }
      + ofShifts.map { Column(name: $0, home: "roster.toml") } + [Column(name: "absent", home: "absences.csv")]
  }

  /// What stands in those columns for an assignment, in their order; empty for what no table defines.
  mutating func cells(of assignment: Assignment) -> [String] {
    let beat = beats.cells(of: assignment.beat)
    let unit = units.cells(of: assignment.unit)
    let absence = grid.absence(of: assignment.unit, day: assignment.day, shift: assignment.shift)
    return Self.beatPositions.map { beat[$0] } + Self.unitPositions.map { unit[$0] } + times(of: assignment)
      + [absence?.reason.rawValue ?? ""]
  }

  private mutating func times(of assignment: Assignment) -> [String] {
    guard isSheet else {
      let cells = time.cells(of: assignment)
      return Self.timePositions.map { cells[$0] } + [time.parts(of: assignment)]
    }
    guard assignment.shift.isKnown else { return ["", ""] }
    let shift = roster.settings.shifts[assignment.shift]
    let times = roster.settings.shown(tile.map(shift.parts(in:)) ?? shift.parts, on: assignment.day)
    return [SheetRow.starts(times), SheetRow.ends(times)]
  }

  private static func positions(of names: [String], in header: [String]) -> [Int] {
    names.compactMap { header.firstIndex(of: $0) }
  }
}
