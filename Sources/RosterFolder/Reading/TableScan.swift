import Characters
import RosterModel
import Tables

/// One pass over the rows of a table: gives each row's values typed, reports what is wrong and keeps what it cannot use.
///
/// A getter that finds a value wrong reports it and returns a stand-in; `isRowGood` is then false, and the row is kept
/// verbatim among `badRows` when the scan goes on.
struct TableScan: ~Copyable {
  /// The table.
  let table: RosterTable
  /// What its header says.
  let header: TableHeader
  /// What is wrong with it.
  private(set) var log: FindingLog
  /// The rows that cannot be used, as they are, line ends included; whole when there is no next row.
  private(set) var badRows: [UInt8] = []
  /// The values of unknown columns of good rows, by line; empty where there is no unknown column.
  private(set) var extras: [Int32: [String]] = [:]
  /// Whether nothing wrong was found in the current row.
  private(set) var isRowGood = true
  /// Whether so much of the table could not be used that the rest was not read, and nothing of it may be written.
  private(set) var isGivenUp = false

  private var cursor: RowCursor
  private let bytes: UnsafeBufferPointer<UInt8>
  private let columnCount: Int
  private let logOfHeader: FindingLog
  private var isAtRow = false
  private var goodRows = 0
  private var kept: KeptRows

  /// The most rows of a table that are read.
  static let mostRows = 20_000_000
  /// The most bytes of rows that cannot be used which are kept to be written back.
  static let mostKept = 64 << 20

  /// A scan before the first row.
  init(_ bytes: UnsafeBufferPointer<UInt8>, table: RosterTable, header: TableHeader, log: FindingLog) {
    self.bytes = bytes
    self.table = table
    self.header = header
    self.log = log
    columnCount = header.form.columns.count
    logOfHeader = log
    cursor = Self.cursor(bytes, header)
    kept = KeptRows(header.form)
  }

  /// Goes back to before the first row and forgets what was found in them.
  mutating func restart() {
    cursor = Self.cursor(bytes, header)
    log = logOfHeader
    badRows = []
    kept = KeptRows(header.form)
    extras = [:]
    isAtRow = false
    isGivenUp = false
    goodRows = 0
  }

  private static func cursor(_ bytes: UnsafeBufferPointer<UInt8>, _ header: TableHeader) -> RowCursor {
    RowCursor(
      bytes, from: header.end, line: header.nextLine, delimiter: header.form.delimiter,
      keptFields: header.form.columns.count + mostEmptyColumns)
  }

  /// The most empty fields after the columns of the header that a row may have: as many as a spreadsheet has columns in sight.
  private static let mostEmptyColumns = 256

  /// The line of the current row.
  var line: Int32 { Int32(truncatingIfNeeded: cursor.line) }

  /// How many lines the rows take at most, for reserving memory.
  var lineCount: Int { cursor.lineCount }

  /// Goes to the next row that can be taken apart into columns; false at the end.
  mutating func nextRow() -> Bool {
    finishRow()
    while !isGivenUp {
      switch cursor.next() {
      case .end:
        settleKept()
        return false
      case .malformed(let problem):
        let rule = problem.isAboutSize ? FormatRules.notRead : FormatRules.badCSV
        report(rule, at: problem.offset, problem.message)
        keepRow()
      case .row:
        if cursor.fields[0].bytes.isEmpty || cursor.fields[0].bytes.first == Self.blank, isEmptyRow { continue }
        guard goodRows < Self.mostRows else {
          report(FormatRules.notRead, at: 0, "more than \(Self.mostRows) rows; those from here on are not read")
          keepRest()
          return false
        }
        guard isWellFormed() else {
          keepRow()
          continue
        }
        goodRows += 1
        isRowGood = true
        isAtRow = true
        if cursor.traits.contains(.control) || hasC1Control() { reportControlCharacters() }
        return true
      }
    }
    return false
  }

  /// Reports a value of the current row and gives the row up.
  mutating func reject(_ column: some TableColumn, expected: String, advice: String = "mend it") {
    isRowGood = false
    guard log.takes(FormatRules.badValue) else { return }
    let shown = text(of: column.rawValue).map { Evidence.described($0) } ?? "not there"
    keep(
      FormatRules.badValue, column.rawValue, expected: expected,
      message: "\(column.name) is \(shown): expected \(expected); \(advice), the row is kept as it is until then")
  }

  /// Tells that a value of the current row is not written as it should be, and what it is taken for.
  mutating func forgive(_ column: some TableColumn, as meant: String) {
    guard log.takes(FormatRules.readButUgly) else { return }
    let shown = text(of: column.rawValue).map { Evidence.described($0) } ?? "not there"
    let taken = meant.isEmpty ? "nothing" : meant
    keep(
      FormatRules.readButUgly, column.rawValue, expected: meant,
      message: "\(column.name) is \(shown), taken for \(taken), and written so next time")
  }

  /// Reports a row whose key another row has.
  mutating func rejectDuplicate(_ column: some TableColumn, message: @autoclosure () -> String) {
    isRowGood = false
    guard log.takes(FormatRules.duplicateKey) else { return }
    keep(FormatRules.duplicateKey, column.rawValue, expected: nil, message: message())
  }

  /// Keeps a finding about a value of the current row, which was counted.
  private mutating func keep(_ rule: RuleInfo, _ column: Int, expected: String?, message: String) {
    let position = header.slots[column] < 0 ? nil : cursor.place(of: cursor.fields[header.slots[column]].offset)
    log.keep(
      FindingLog.finding(
        rule, table.file, line: position?.line ?? cursor.line, column: position?.column,
        value: text(of: column).map { String(decoding: $0.prefix(4 * Evidence.longest), as: UTF8.self) },
        expected: expected, message: message))
  }

  /// The bytes of a column of the current row; `nil` where the table lacks the column.
  @inline(__always)
  func text(of column: Int) -> UnsafeBufferPointer<UInt8>? {
    let slot = header.slots[column]
    return slot < 0 ? nil : cursor.fields[slot].bytes
  }

  private mutating func finishRow() {
    guard isAtRow else { return }
    isAtRow = false
    if !isRowGood {
      keepRow()
    } else if !header.unknown.isEmpty {
      extras[line] = header.unknown.map { String(decoding: cursor.fields[$0].bytes, as: UTF8.self) }
    }
  }

  private mutating func keepRow() {
    guard kept.bytes.count + cursor.rowBytes.count <= Self.mostKept else {
      return giveUp(
        FormatRules.notRead,
        "more than \(Self.mostKept >> 20) MiB of rows cannot be used; those from here on are not read, and nothing is "
          + "written to the table until that is mended")
    }
    kept.add(cursor.rowBytes)
  }

  private mutating func keepRest() {
    repeat { keepRow() } while !isGivenUp && !cursor.next().isEnd
    settleKept()
  }

  private mutating func settleKept() {
    guard !isGivenUp else { return }
    if let rows = kept.settled() {
      badRows = rows
    } else {
      giveUp(
        FormatRules.badCSV,
        "quotes are left open in several rows, which would be read as one when they are written after the others; nothing is "
          + "written to the table until one of them is closed")
    }
  }

  private mutating func giveUp(_ rule: RuleInfo, _ why: String) {
    report(rule, at: 0, why)
    kept = KeptRows(header.form)
    isGivenUp = true
  }

  private mutating func isWellFormed() -> Bool {
    if cursor.traits.contains(.nonASCII), let offset = UTF8Check.firstInvalid(cursor.rowBytes) {
      report(FormatRules.notUTF8, at: offset, "bytes that are not UTF-8; save the file as UTF-8")
      return false
    }
    guard cursor.fieldCount == columnCount || hasOnlyEmptyFieldsMore || isCompletedByEmptyFields() else {
      let (count, wanted) = (cursor.fieldCount, columnCount)
      report(
        FormatRules.badCSV, at: 0,
        "\(count) fields where the header has \(wanted); "
          + "add or remove some, or quote a text that holds the delimiter")
      return false
    }
    return true
  }

  private static let blank = UInt8(ascii: " ")

  /// Whether nothing stands in the row: it is none.
  private var isEmptyRow: Bool {
    cursor.fieldCount == cursor.fields.count && cursor.fields.allSatisfy { $0.bytes.allSatisfy { $0 == Self.blank } }
  }

  /// Whether the row only goes on beyond the header with fields in which nothing stands.
  private var hasOnlyEmptyFieldsMore: Bool {
    let fields = cursor.fields
    return fields.count > columnCount && fields.count == cursor.fieldCount
      && fields[columnCount...].allSatisfy { $0.bytes.allSatisfy { $0 == Self.blank } }
  }

  /// Adds fields to a row that a spreadsheet has saved without empty ones at its end; whether it is such a row.
  ///
  /// A row that has no line end may be cut off, and what a table cannot do without may have been forgotten: those are none.
  private mutating func isCompletedByEmptyFields() -> Bool {
    let (count, wanted) = (cursor.fieldCount, columnCount)
    guard count < columnCount, cursor.rowBytes.last == UInt8(ascii: "\n") else { return false }
    let schema = table.schema
    guard schema.columns.indices.allSatisfy({ header.slots[$0] < count || schema.isOptional[$0] }) else { return false }
    cursor.pad(to: columnCount)
    report(
      FormatRules.readButUgly, at: 0,
      "\(count) fields where the header has \(wanted); the others are taken for empty, and written so next time")
    return true
  }

  /// Whether the row, which is UTF-8, holds one of U+0080 to U+009F.
  private func hasC1Control() -> Bool {
    guard cursor.traits.contains(.nonASCII) else { return false }
    let row = cursor.rowBytes
    return row.indices.dropLast().contains { row[$0] == 0xC2 && row[$0 + 1] < 0xA0 }
  }

  private mutating func reportControlCharacters() {
    for field in cursor.fields {
      let text = String(decoding: field.bytes, as: UTF8.self)
      guard let scalar = text.unicodeScalars.first(where: Evidence.isControl) else { continue }
      // A character of a text is CR LF as one, so that a CR by itself is no line break.
      if text.allSatisfy({ $0 == "\n" || $0 == "\r\n" || !$0.unicodeScalars.contains(where: Evidence.isControl) }) {
        report(
          FormatRules.readButUgly, at: field.offset,
          "line break in \(Evidence.quoted(field.bytes)); it is kept, and shown as one character where there is one line"
        )
        continue
      }
      report(
        FormatRules.controlCharacter, at: field.offset,
        "control character \(Evidence.quoted(String(scalar))) in \(Evidence.quoted(field.bytes)); remove it")
    }
  }

  private mutating func report(_ rule: RuleInfo, at offset: Int, _ message: @autoclosure () -> String) {
    guard log.takes(rule) else { return }
    let position = cursor.place(of: offset)
    log.keep(
      FindingLog.finding(
        rule, table.file, line: position.line, column: position.column, message: message()))
  }
}

extension RowCursor.Step {
  /// Whether there is no row left.
  var isEnd: Bool {
    if case .end = self { return true }
    return false
  }
}
