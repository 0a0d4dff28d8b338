import Coverage
import RosterModel

/// Shift sheets as a workbook for printing: a worksheet for each department or district, its sheets one below the other,
/// each on a page of its own.
public struct SheetWorkbook: Hashable, Sendable {
  /// A worksheet.
  public struct Worksheet: Hashable, Sendable {
    /// What its tab says: at most 31 characters, unlike that of any other in any case.
    public var name: String
    /// What the foot of its pages says.
    public var footer: String
    /// The rows below the header.
    public var rows: [Row]
  }

  /// A row below the header.
  public enum Row: Hashable, Sendable {
    /// Which sheet begins here; a page begins with it.
    case heading(String)
    /// A row of the sheet, by the columns.
    case cells([String], isNotCovered: Bool)
  }

  /// A column.
  public struct Column: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its width in characters.
    public var width: Int
  }

  /// The columns of every worksheet: those that are read out at the briefing, and why a unit is away.
  ///
  /// Together they are as wide as a page of A4 across, in whatever font the reader has in place of its own.
  public static let columns: [Column] = [
    ("beat", 10), ("name", 17), ("task", 22), ("callsign", 12), ("force", 9), ("leader", 15), ("officers", 8),
    ("mode", 10), ("from", 6), ("to", 6), ("note", 12), ("changes", 12), ("absent", 7),
  ].map { Column(name: $0.0, width: $0.1) }

  /// The most characters of a tab's name.
  ///
  /// Source: Microsoft, Excel specifications and limits.
  static let longestName = 31
  /// The most characters of a cell.
  static let longestCell = 32_767

  /// What the workbook is called.
  public var title: String
  /// When it says that it was made: the period's first instant, in minutes since 1970-01-01 00:00 UTC.
  public var created: Int
  /// The worksheets, by the ids of their places.
  public var worksheets: [Worksheet]

  /// The sheets of a book; O(rows).
  ///
  /// - Parameter staleness: that the roster is stale, for the heading of each sheet and the foot of each page; `nil` where it
  ///   is not.
  public init(_ book: SheetBook, of roster: Roster, staleness: Staleness? = nil) {
    let warning = staleness.map { "\(Staleness.mark), \($0.words): " } ?? ""
    title = Self.cell(warning + roster.settings.title)
    created = roster.settings.zone.instant(roster.settings.firstDay, minutes: 0)
    worksheets = []
    var names: Set<String> = []
    for place in book.places {
      var rows: [Row] = []
      for day in book.days {
        for tile in book.tileNumbers {
          let sheet = book.sheet(of: place, on: day, tile: tile)
          rows.append(.heading(Self.cell(warning + Self.heading(sheet, in: roster))))
          rows += sheet.rows.map { Self.row($0, in: roster) }
        }
      }
      worksheets.append(
        Worksheet(
          name: Self.tabName(roster.id(place), among: &names),
          footer: "\(warning)\(Self.name(of: place, in: roster)), \(Self.cell(roster.settings.title))",
          rows: rows))
    }
  }

  private static func row(_ row: SheetRow, in roster: Roster) -> Row {
    let cells = columns.map { column in
      // Nobody writes into a workbook what changes: it is printed, and says what has.
      if column.name == SheetColumn.changes.rawValue { return cell(row.happened) }
      return SheetColumn(rawValue: column.name).map { cell($0.cell(of: row, in: roster)) } ?? ""
    }
    return .cells(cells, isNotCovered: row.isNotCovered)
  }

  private static func heading(_ sheet: ShiftSheet, in roster: Roster) -> String {
    let shift = roster.settings.shifts[sheet.tile]
    return cell(
      "\(name(of: sheet.place, in: roster)): \(sheet.day) \(sheet.day.weekday.abbreviation), \(shift.id) \(shift.name) "
        + roster.settings.wallClock(sheet.day, sheet.tile))
  }

  private static func name(of place: Place, in roster: Roster) -> String {
    switch place {
    case .department(let reference) where reference.isKnown: cell(roster.departments[reference.index].name)
    case .district(let reference) where reference.isKnown: cell(roster.districts[reference.index].name)
    default: cell(roster.id(place))
    }
  }

  /// An id cut to what a tab holds; where that is taken, with a number in place of its end.
  private static func tabName(_ id: String, among names: inout Set<String>) -> String {
    var name = String(id.prefix(longestName))
    var number = 2
    while !names.insert(name.lowercased()).inserted || name.lowercased() == "history" {
      let tail = "~\(number)"
      name = id.prefix(longestName - tail.count) + tail
      number += 1
    }
    return name
  }

  /// A text as a cell can hold it: no control characters, nor what no XML may hold; cut to the largest cell.
  private static func cell(_ text: String) -> String {
    let harmless = HarmlessText.from(text)
    guard harmless.utf8.count > longestCell || harmless.utf8.contains(0xEF) else { return harmless }
    var cell = String.UnicodeScalarView()
    // A spreadsheet counts UTF-16; no scalar is more than two of it.
    for scalar in harmless.unicodeScalars.prefix(longestCell / 2) {
      cell.append(scalar.value == 0xFFFE || scalar.value == 0xFFFF ? "\u{FFFD}" : scalar)
    }
    return String(cell)
  }
}

extension SheetWorkbook {
  /// How many lines a row of cells takes when their texts are broken at the width of their columns; 1 to 27, which is
  /// the highest row that a spreadsheet has.
  ///
  /// Not every program that opens a workbook makes its rows as high as their texts.
  public static func lines(of cells: [String]) -> Int {
    min(27, zip(columns, cells).map { lines(of: $1, width: $0.width) }.max() ?? 1)
  }

  /// Lines of words as wide as a column; a word that is wider goes over several.
  private static func lines(of text: String, width: Int) -> Int {
    // Letters of some scripts, and of bold rows, are wider than the digit by which a column is measured.
    let room = max(1, width * 9 / 10)
    let paragraphs: [Substring] = text.split(separator: "\n", omittingEmptySubsequences: false)
    return paragraphs.reduce(0) { sum, paragraph in
      var lines = 1
      var used = 0
      for word in paragraph.split(whereSeparator: { $0 == " " }) {
        let length = word.count
        if used > 0, used + 1 + length > room {
          lines += 1
          used = 0
        }
        used += (used > 0 ? 1 : 0) + length
        lines += (used - 1) / room
        used = (used - 1) % room + 1
      }
      return sum + lines
    }
  }
}
