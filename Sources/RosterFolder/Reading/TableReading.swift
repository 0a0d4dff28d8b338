import Files
import RosterModel
import Threads

/// The tables of a folder on their way into a roster.
struct TableReading {
  /// What is remembered of each table read.
  private(set) var records: [RosterTable: TableRecord] = [:]
  /// What is wrong with them.
  private(set) var findings: [Finding] = []

  private let folder: String
  /// The files that wait for their places, or why that is not known.
  private let pending: Result<[String], FileProblem>
  private var builder: RosterBuilder
  private var extras: [RosterTable: [Int32: [String]]] = [:]

  /// No table read yet.
  init(folder: String, settings: RosterSettings) {
    self.folder = folder
    pending = Result { () throws(FileProblem) in try PendingSave.files(in: folder) }
    builder = RosterBuilder(settings: settings)
  }

  /// The bytes of a table, or why there are none.
  private typealias Content = Result<[UInt8], FileProblem>

  /// Reads every table, the assignments beside those that come after them, their bytes while places and units are read.
  ///
  /// Both need only the ids of places and units. Strays are numbered in the order of the tables, so where the assignments
  /// name one that no table before the demand does, all are read again one after the other.
  mutating func readAll() {
    let first: [RosterTable] = [.districts, .departments, .beats, .units]
    let rest = RosterTable.allCases.filter { !first.contains($0) }
    let begun = Threads.map(2, threads: 2) { [self] part -> (reading: TableReading, assignments: Content?) in
      guard part == 0 else { return (self, content(of: .assignments)) }
      var reading = self
      for table in first { reading.read(table) }
      return (reading, nil)
    }
    self = begun[0].reading
    let assignments = begun[1].assignments
    let read = Threads.map(2, threads: 2) { [self] part in
      var reading = self
      if part == 0 {
        reading.read(.assignments, from: assignments)
      } else {
        for table in rest where table != .assignments { reading.read(table) }
      }
      return reading
    }
    guard read[0].builder.strays.count == builder.strays.count else {
      for table in rest { self.read(table) }
      return
    }
    let known = findings.count
    self = read[1]
    builder.takeAssignments(of: read[0].builder)
    records[.assignments] = read[0].records[.assignments]
    extras[.assignments] = read[0].extras[.assignments]
    findings += read[0].findings[known...]
  }

  /// Reads a table; those that it refers to must have been read.
  mutating func read(_ table: RosterTable, _ inspect: ((_ file: String, _ bytes: [UInt8]) -> Void)? = nil) {
    read(table, from: nil, inspect)
  }

  /// Reads a table from its bytes; those that it refers to must have been read.
  mutating func read(_ table: RosterTable, bytes: [UInt8]) {
    read(table, from: .success(bytes))
  }

  private mutating func read(
    _ table: RosterTable, from content: Content?, _ inspect: ((_ file: String, _ bytes: [UInt8]) -> Void)? = nil
  ) {
    var log = FindingLog()
    records[table] = record(of: table, content ?? self.content(of: table), inspect, &log)
    findings += log.all(of: table.file)
  }

  private func content(of table: RosterTable) -> Content {
    Content { () throws(FileProblem) in
      let source = try PendingSave.source(of: table.file, in: folder, pending: pending.get())
      return try BoundedFile.read(source, in: folder, limit: RosterTable.largest)
    }
  }

  private mutating func record(
    of table: RosterTable, _ read: Content, _ inspect: ((_ file: String, _ bytes: [UInt8]) -> Void)?,
    _ log: inout FindingLog
  ) -> TableRecord {
    let content: [UInt8]
    switch read {
    case .success(let whole): content = whole
    case .failure(let error):
      if case .notThere = error, !table.isRequired { return TableRecord(table, state: .absent) }
      log.add(
        error.rule, table.file, line: error.place?.line, column: error.place?.column, expected: error.expected,
        message: error.message(table.file))
      if case .notThere = error { return TableRecord(table, state: .absent) }
      return TableRecord(table, state: .unreadable)
    }
    inspect?(table.file, content)
    let hash = ContentHash(content)
    return content.withUnsafeBufferPointer { bytes in
      guard let header = TableHeader(bytes, table: table, log: &log) else {
        return TableRecord(table, state: .unreadable, hash: hash)
      }
      var scan = TableScan(bytes, table: table, header: header, log: log)
      builder.read(&scan)
      log = scan.log
      extras[table] = scan.extras
      var record = TableRecord(
        state: scan.isGivenUp ? .unreadable : .read, form: header.form, hash: hash, badRows: scan.badRows)
      record.extras = ExtraColumns(
        names: header.unknown.map { header.form.columns[$0] },
        empty: Set(header.unknown.indices.filter { header.empty.contains(header.unknown[$0]) }))
      return record
    }
  }

  /// The roster of the tables read, with the values of unknown columns kept beside it.
  mutating func finish() -> Roster {
    let roster = builder.finished()
    for table in RosterTable.allCases {
      guard let values = extras[table], !values.isEmpty else { continue }
      records[table]?.extras.add(values, to: TableRows(table, of: roster))
    }
    return roster
  }
}

/// What is remembered of a table as it was read, so that it can be written back without loss.
struct TableRecord: Hashable, Sendable {
  /// What became of the table.
  enum State: Hashable, Sendable {
    /// There is no such file.
    case absent
    /// Its rows were read, but for the bad ones.
    case read
    /// None of its rows could be read; it must not be written over.
    case unreadable
  }

  var state: State
  /// How it was written.
  var form: TableForm
  /// The fingerprint of its bytes; `nil` where they were not read.
  var hash: ContentHash?
  /// The rows that could not be used, verbatim.
  var badRows: [UInt8] = []
  /// The values of unknown columns by the key of their row.
  var extras = ExtraColumns()
}

extension TableRecord {
  /// The record of a table that is not there, or cannot be read.
  init(_ table: RosterTable, state: State, hash: ContentHash? = nil) {
    self.init(state: state, form: TableForm(columns: table.columns), hash: hash)
  }
}

/// The values that rows have in columns that the format does not know.
struct ExtraColumns: Hashable, Sendable {
  /// The names of the columns, in the order of the file.
  var names: [String] = []
  /// Those of them, by position, that are written again where columns are put in order.
  private(set) var written: [Int] = []
  /// For the key of a row the values of each row with that key, in the order of the file.
  private var values: [String: [[String]]] = [:]

  /// No extra columns.
  init() {}

  /// Extra columns of these names and no values yet, of which some have no name and will have no value.
  init(names: [String], empty: Set<Int> = []) {
    self.names = names
    written = names.indices.filter { !empty.contains($0) }
  }

  /// Adds the values of rows by the lines they were read from.
  mutating func add(_ values: [Int32: [String]], to rows: TableRows) {
    let indices = rows.indicesByLine()
    var fields: [String] = []
    for (line, row) in values.sorted(by: { $0.key < $1.key }) {
      guard let index = indices[line] else { continue }
      rows.write(index, to: &fields)
      self.values[rows.key(fields), default: []].append(row)
    }
  }

  /// Takes the values of the next row with the key; empty ones where there is none.
  mutating func take(_ key: String) -> [String] {
    guard var rows = values[key], !rows.isEmpty else { return [String](repeating: "", count: names.count) }
    let row = rows.removeFirst()
    values[key] = rows
    return row
  }
}
