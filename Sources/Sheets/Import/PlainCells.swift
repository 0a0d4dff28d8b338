import Characters
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

/// Cells as spreadsheets save them: another writing of what was exported is no change of it.
enum SpreadsheetText {
  /// Whether a cell says what was written, be it `8:00`, `08:00:00 AM` or `TRUE` by now.
  static func cell(_ cell: String, says written: String) -> Bool {
    let cell = trimmed(cell)
    if cell == written || cell.lowercased() == written.lowercased() { return true }
    guard let time = ClockTime(text: written) else { return false }
    return minutes(cell) == time.minutes
  }

  /// A text without the blanks around it.
  static func trimmed(_ text: String) -> String { text.withoutOuterBlanks }

  /// A text with each line break, which is CR LF where Windows wrote it, as LF.
  static func withPlainLineBreaks(_ text: String) -> String {
    guard text.utf8.contains(0x0D) else { return text }
    return String(text.map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 })
  }

  /// The minutes after midnight of a time with or without seconds, AM and PM; `nil` for anything else.
  private static func minutes(_ text: String) -> Int? {
    var time = text.uppercased()[...]
    let isAfternoon = time.hasSuffix("PM")
    let isTwelveHours = isAfternoon || time.hasSuffix("AM")
    if isTwelveHours { time = time.dropLast(2) }
    let parts = trimmed(String(time)).split(separator: ":" as Character)
    guard parts.count == 2 || parts.count == 3 && parts[2] == "00",
      let clock = ClockTime(text: parts.prefix(2).joined(separator: ":"))
    else { return nil }
    return isTwelveHours ? clock.minutes % 720 + (isAfternoon ? 720 : 0) : clock.minutes
  }
}
