import Characters
import RosterModel
import Tables

/// The header of a table as it was read: its form and where each column is.
struct TableHeader {
  /// Delimiter, byte order mark, line ends, columns.
  var form: TableForm
  /// For each column of the schema its position in the file, or -1.
  var slots: [Int]
  /// The positions of columns that the format does not know.
  var unknown: [Int]
  /// Those of them that have no name, and in no row a value; they are not written again.
  var empty: Set<Int>
  /// Where the first row begins, and its line.
  var end: Int
  var nextLine: Int

  /// Reads the header of a table.
  ///
  /// - Returns: `nil` where no row can be understood; what is wrong is then in the log.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, table: RosterTable, log: inout FindingLog) {
    let schema = table.schema
    let start = bytes.starts(with: CSVForm.byteOrderMark) ? CSVForm.byteOrderMark.count : 0
    if let encoding = Self.otherEncoding(bytes) {
      log.add(FormatRules.notUTF8, table.file, message: "\(table.file) is \(encoding); save it as UTF-8")
      return nil
    }
    let comma = Self.names(bytes, from: start, delimiter: UInt8(ascii: ","), table: table)
    let semicolon = Self.names(bytes, from: start, delimiter: UInt8(ascii: ";"), table: table)
    let isSemicolon = semicolon.known(in: schema) > comma.known(in: schema)
    let chosen: Names
    switch isSemicolon ? semicolon : comma {
    case .names(let names): chosen = names
    case .unusable(let finding):
      log.add(finding)
      return nil
    }
    var columns = Self.meant(chosen, in: schema, table, log: &log)
    let nameless = columns.indices.filter { columns[$0].isEmpty }
    empty = Set(nameless)
    if !nameless.isEmpty {
      empty.subtract(
        Self.used(bytes, from: chosen.end, delimiter: isSemicolon ? UInt8(ascii: ";") : UInt8(ascii: ","), nameless))
    }
    while let last = columns.indices.last, empty.contains(last) {
      columns.removeLast()
      empty.remove(last)
    }
    form = TableForm(columns: columns)
    form.delimiter = isSemicolon ? UInt8(ascii: ";") : UInt8(ascii: ",")
    form.hasByteOrderMark = start > 0
    form.hasCarriageReturns = chosen.hasCarriageReturn
    end = chosen.end
    nextLine = chosen.nextLine
    slots = schema.columns.map { columns.firstIndex(of: $0) ?? -1 }
    unknown = columns.indices.filter { !schema.columns.contains(columns[$0]) }
    guard report(schema, table, chosen, log: &log) else { return nil }
  }

  /// Says what is missing, twice or unknown.
  private func report(_ schema: TableSchema, _ table: RosterTable, _ names: Names, log: inout FindingLog) -> Bool {
    let found = form.columns.map { Evidence.described($0) }.joined(separator: ", ")
    var isUsable = true
    for (index, name) in schema.columns.enumerated() where slots[index] < 0 && !schema.isOptional[index] {
      log.add(
        FormatRules.missingColumn, table.file, line: names.line, column: 1, expected: name,
        message: "no column \(name) among \(found.prefix(400)); add it to the header and to every row")
      isUsable = false
    }
    for (index, name) in form.columns.enumerated() {
      let place = names.places[index]
      if !name.isEmpty, form.columns[..<index].contains(name) {
        log.add(
          FormatRules.badCSV, table.file, line: place.line, column: place.column, value: name,
          message: "column \(Evidence.quoted(name)) stands twice in the header; rename or remove one")
        isUsable = false
      } else if unknown.contains(index), !empty.contains(index) {
        log.add(
          FormatRules.unknownColumn, table.file, line: place.line, column: place.column, value: name,
          message: "column \(Evidence.described(name)) is not known, and kept as it is; known are "
            + schema.columns.joined(separator: ", "))
      }
    }
    return isUsable
  }

  /// The names as they are meant: those of the format in any case and with blanks around them, where none is written as it
  /// should be.
  private static func meant(
    _ names: Names, in schema: TableSchema, _ table: RosterTable, log: inout FindingLog
  ) -> [String] {
    var columns = names.columns
    for (index, name) in names.columns.enumerated() where !schema.columns.contains(name) {
      let plain = TableScan.plain(name)
      guard plain.isEmpty || schema.columns.contains(plain) && !columns.contains(plain) else { continue }
      columns[index] = plain
      if plain.isEmpty { continue }
      let place = names.places[index]
      log.add(
        FormatRules.readButUgly, table.file, line: place.line, column: place.column, value: name, expected: plain,
        message: "the column \(Evidence.described(name)) is taken for \(plain), and written so next time")
    }
    return columns
  }

  /// Which of some columns have a value in some row.
  ///
  /// O(bytes); asked only where columns have no name.
  private static func used(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, delimiter: UInt8, _ columns: [Int]
  ) -> Set<Int> {
    var used: Set<Int> = []
    var cursor = RowCursor(bytes, from: start, delimiter: delimiter, keptFields: mostColumns)
    while used.count < columns.count {
      switch cursor.next() {
      case .end: return used
      case .malformed: continue
      case .row:
        for column in columns where column < cursor.fields.count {
          if cursor.fields[column].bytes.contains(where: { $0 != UInt8(ascii: " ") }) { used.insert(column) }
        }
      }
    }
    return used
  }

  private struct Names {
    var columns: [String]
    var places: [(line: Int, column: Int)]
    var line: Int
    var end: Int
    var nextLine: Int
    var hasCarriageReturn: Bool
  }

  private enum FirstRow {
    case names(Names)
    case unusable(Finding)

    /// How many of its names the schema knows; -1 where it is not a row of names.
    func known(in schema: TableSchema) -> Int {
      guard case .names(let names) = self else { return -1 }
      return names.columns.count { schema.columns.contains(TableScan.plain($0)) }
    }
  }

  /// The names in the first row, taken apart at the delimiter.
  private static func names(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, delimiter: UInt8, table: RosterTable
  ) -> FirstRow {
    var cursor = RowCursor(bytes, from: start, delimiter: delimiter, keptFields: mostColumns)
    let finding: Finding
    switch cursor.next() {
    case .end:
      finding = FindingLog.finding(
        FormatRules.missingColumn, table.file,
        message: "\(table.file) has no header; its first line must be \(table.columns.joined(separator: ","))")
    case .malformed(let problem):
      finding = FindingLog.finding(
        problem.isAboutSize ? FormatRules.notRead : FormatRules.badCSV, table.file, line: cursor.line,
        column: cursor.place(of: problem.offset).column, message: problem.message)
    case .row where cursor.fieldCount > mostColumns:
      finding = FindingLog.finding(
        FormatRules.notRead, table.file, line: cursor.line, column: 1,
        message: "the header has \(cursor.fieldCount) columns; at most \(mostColumns) are read")
    case .row:
      if let offset = UTF8Check.firstInvalid(cursor.rowBytes) {
        let place = cursor.place(of: offset)
        finding = FindingLog.finding(
          FormatRules.notUTF8, table.file, line: place.line, column: place.column,
          message: "the header is not UTF-8; save the file as UTF-8")
        break
      }
      let row = cursor.rowBytes
      return .names(
        Names(
          columns: cursor.fields.map { String(decoding: $0.bytes, as: UTF8.self) },
          places: cursor.fields.map { cursor.place(of: $0.offset) }, line: cursor.line, end: cursor.position,
          nextLine: cursor.nextRowLine,
          hasCarriageReturn: row.count > 1 && row[row.count - 2] == UInt8(ascii: "\r")
            && row[row.count - 1] == UInt8(ascii: "\n")))
    }
    return .unusable(finding)
  }

  /// The name of an encoding that the first bytes give away.
  private static func otherEncoding(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    return nil
  }

  /// The most columns of a table that are read.
  private static let mostColumns = 256
}
