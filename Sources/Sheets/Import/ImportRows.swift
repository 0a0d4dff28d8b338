import RosterModel
import Tables

/// The rows of a file that is read back; every row that cannot be taken apart is a problem.
struct ImportRows {
  /// The most rows of a file that are read.
  static let mostRows = 2_000_000

  /// What is wrong with the file.
  private(set) var problems: [ImportProblem] = []
  /// The last row so far that has anything in it: its line, and how many cells it has less than the header.
  private(set) var last: (line: Int, missingCells: Int)?

  private let file: String
  private let wanted: [String]
  private let kept: [String]
  private let dialect: CSVDialect
  private var reader: CSVReader
  private var names: [String] = []
  private var rows = 0

  /// Reads the header.
  ///
  /// - Parameters:
  ///   - wanted: the columns that are read; all of them must be there, in any order and among others.
  ///   - others: columns that are looked at where they are there.
  ///   - dialect: how the file was exported; `nil` takes the delimiter for it.
  init(_ bytes: [UInt8], file: String, wanted: [String], others: [String] = [], dialect: CSVDialect?) {
    self.file = file
    self.wanted = wanted
    kept = wanted + others
    reader = CSVReader(bytes)
    self.dialect = dialect ?? reader.dialect
    switch reader.next() {
    case .row(let cells):
      var ahead = reader
      if !reader.hasLineEnd, case .end = ahead.next() {
        report(1, nil, "the header has no line end, so the file was not written whole; export it again with --force")
      } else {
        names = cells.map { String(decoding: $0.bytes, as: UTF8.self) }
      }
    case .malformed(_, let problem):
      report(1, nil, "the header cannot be read: \(problem.whatIsWrong); export the file again")
    case .end: report(nil, nil, "the file is empty, so it was not written whole; export it again with --force")
    }
    guard problems.isEmpty else { return }
    for name in wanted where names.count(where: { $0 == name }) != 1 {
      report(
        1, nil,
        names.contains(name)
          ? "the column '\(name)' is there twice; remove one"
          : "the column '\(name)' is missing; put it back, or export the file again")
    }
  }

  /// Whether the header can be used.
  var isUsable: Bool { !names.isEmpty && wanted.allSatisfy(names.contains) }

  /// Whether the file ends with a line end.
  var hasLineEnd: Bool { reader.hasLineEnd }

  /// Goes to the next row that has anything in it; `nil` at the end.
  mutating func next() -> ImportRow? {
    while true {
      switch reader.next() {
      case .end: return nil
      case .malformed(let line, let problem):
        report(line, nil, "\(problem.whatIsWrong); mend the row, or export the file again")
      case .row(let cells):
        rows += 1
        guard rows <= Self.mostRows else {
          report(cells.first?.line, nil, "more than \(Self.mostRows) rows; those from here on are not read")
          return nil
        }
        guard let row = row(cells), !row.isEmpty else { continue }
        last = (row.line, max(0, names.count - cells.count))
        return row
      }
    }
  }

  /// Reports a problem.
  mutating func report(_ line: Int?, _ column: Int?, _ message: String) {
    problems.append(ImportProblem(file: file, line: line, column: column, message: message))
  }

  /// Reports a problem with a column of a row.
  mutating func report(_ row: ImportRow, _ column: String, _ message: String) {
    report(row.line, row.position(of: column), message)
  }

  private mutating func row(_ cells: [CSVReader.Cell]) -> ImportRow? {
    guard let first = cells.first else { return nil }
    if let extra = cells.dropFirst(names.count).first(where: { !$0.bytes.isEmpty }) {
      report(extra.line, reader.column(of: extra), "the row has more cells than the header; remove this one")
      return nil
    }
    var texts: [String: String] = [:]
    var columns: [String: Int] = [:]
    for (name, cell) in zip(names, cells) where kept.contains(name) {
      guard let text = String(validating: cell.bytes, as: UTF8.self) else {
        report(cell.line, reader.column(of: cell), "the cell is not UTF-8; save the file as CSV UTF-8")
        return nil
      }
      texts[name] = dialect.unguarded(text)
      columns[name] = reader.column(of: cell)
    }
    return ImportRow(texts: texts, columns: columns, line: first.line)
  }
}

extension CSVProblem {
  /// What is wrong with a row, as of a table with cells.
  fileprivate var whatIsWrong: String {
    switch self {
    case .openQuote: "a quote is opened and not closed"
    case .textAfterQuote: "text follows a closing quote"
    case .quoteInField: "a quote stands inside a cell that does not begin with one"
    case .fieldTooLarge: "a cell is larger than \(RowCursor.largestField >> 10) KiB, the most that is read"
    case .rowTooLarge: "a row is larger than \(RowCursor.largestRow >> 20) MiB, the most that is read"
    }
  }
}

/// A row of a file that is read back, its cells by the names of their columns.
struct ImportRow {
  private let texts: [String: String]
  private let columns: [String: Int]
  /// The line it begins in, counted from 1.
  let line: Int

  init(texts: [String: String], columns: [String: Int], line: Int) {
    self.texts = texts
    self.columns = columns
    self.line = line
  }

  /// What stands in a column; empty where the row is too short for it.
  subscript(column: String) -> String { texts[column] ?? "" }

  /// The character of the line at which a column's cell begins; `nil` where the row is too short for it.
  func position(of column: String) -> Int? { columns[column] }

  /// Whether nothing stands in any column that is read.
  var isEmpty: Bool { texts.values.allSatisfy(\.isEmpty) }
}

/// Why a file cannot be read back: what is wrong where, and what to do.
public struct ImportProblem: Hashable, Sendable {
  /// The file's name.
  public var file: String
  /// The line, counted from 1; `nil` for the whole file.
  public var line: Int?
  /// The character of the line, counted from 1; `nil` for the whole line.
  public var column: Int?
  /// What is wrong; may hold text of the file as it stands there.
  public var message: String

  /// A problem of a file.
  public init(file: String, line: Int? = nil, column: Int? = nil, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  /// The place as editors jump to it: `file:line:column`.
  public var place: String { ([file] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":") }
}
