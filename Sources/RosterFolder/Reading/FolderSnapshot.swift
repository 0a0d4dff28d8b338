import Characters
import Files
import RosterModel
import Tables

/// What a roster folder held when it was read or last saved.
public struct FolderSnapshot: Sendable {
  /// The folder's real path.
  public let path: String
  /// What could be read; `nil` where `roster.toml` says no period or no shifts.
  public internal(set) var roster: Roster?
  /// What is wrong with the files, by file, line and column.
  public internal(set) var findings: [Finding]
  /// The bytes of `roster.toml`; empty where it could not be read.
  public internal(set) var settings: [UInt8]

  var records: [RosterTable: TableRecord]
  /// What is written in `roster.toml` and could not be used.
  let unusableSettings: UnusableSettings

  init(
    path: String, roster: Roster?, findings: [Finding], settings: [UInt8], unusable: UnusableSettings,
    records: [RosterTable: TableRecord]
  ) {
    unusableSettings = unusable
    self.path = path
    self.roster = roster
    self.findings = findings
    self.settings = settings
    self.records = records
  }

  /// Whether every file was read whole; where not, what could be read is in `roster`.
  public var isComplete: Bool { roster != nil && !findings.contains { $0.severity == .error } }

  /// The required tables of which no row could be read.
  public var unreadTables: [RosterTable] {
    RosterTable.allCases.filter { table in
      switch records[table]?.state {
      case .read: false
      case .unreadable: true
      case .absent, nil: table.isRequired
      }
    }
  }

  /// The tables of which not one byte could be read, as where the disk or the permissions refuse it: they may hold anything.
  package var unreadableTables: [RosterTable] {
    RosterTable.allCases.filter { records[$0]?.state == .unreadable && records[$0]?.hash == nil }
  }

  /// The form in which a table was read and will be written.
  public func form(of table: RosterTable) -> TableForm {
    records[table]?.form ?? TableForm(columns: table.columns)
  }

  /// What a table is known by that is not there.
  package var printOfNone: String { "absent" }

  /// What a table is known by: the fingerprint of its bytes, or `absent`, or `unreadable`.
  public func print(of table: RosterTable) -> String {
    guard let record = records[table], record.state != .absent else { return printOfNone }
    return record.hash?.description ?? "unreadable"
  }

  /// The rows of a table that could not be used, verbatim; they are written back after the sorted rows.
  public func badRows(of table: RosterTable) -> [UInt8] { records[table]?.badRows ?? [] }
}

extension FolderSnapshot {
  /// The findings with line and column of the columns of tables to blame, looked up in the files as they were read.
  ///
  /// A file that was changed since, or cannot be read any more, adds nothing: its findings keep the places they have.
  /// O(bytes of the files blamed + findings × their rows).
  public func locatedInTables(_ findings: [Finding]) -> [Finding] {
    var located = findings
    var wanted: [RosterTable: [TableField]] = [:]
    for (position, finding) in findings.enumerated() where finding.location?.column == nil {
      guard let location = finding.location, let line = location.line, case .column(let name) = location.field,
        let table = RosterTable.allCases.first(where: { $0.file == location.file }),
        let slot = form(of: table).columns.firstIndex(of: name)
      else { continue }
      wanted[table, default: []].append(TableField(line: line, slot: slot, finding: position))
    }
    for table in RosterTable.allCases {
      guard let fields = wanted[table], let bytes = bytes(of: table) else { continue }
      TablePlaces.forEach(of: fields, in: bytes, form: form(of: table)) { field, place in
        located[field.finding].location?.line = place.line
        located[field.finding].location?.column = place.column
      }
    }
    return located
  }

  /// The findings with line and column of the keys of `roster.toml` to blame.
  public func locatedInSettings(_ findings: [Finding]) -> [Finding] {
    var settings = SettingsPlaces(settings)
    var located = findings
    for (position, finding) in findings.enumerated() {
      guard let location = finding.location, case .key(let path) = location.field else { continue }
      located[position].location = settings.located(location, path)
    }
    return located
  }

  /// The bytes that a table was read from; `nil` where they are no longer there.
  private func bytes(of table: RosterTable) -> [UInt8]? {
    do {
      let source = try PendingSave.source(of: table.file, in: path, pending: PendingSave.files(in: path))
      let content = try BoundedFile.read(source, in: path, limit: RosterTable.largest)
      return ContentHash(content) == records[table]?.hash ? content : nil
    } catch {
      // What was read is what is reported; that it is gone now is no news about it.
      return nil
    }
  }
}

extension FolderSnapshot {
  /// The rows that are there and could not be used, by the ids that other rows name them by.
  ///
  /// O(bytes of rows that could not be used).
  public var unusableRows: UnusableRows {
    var rows = UnusableRows()
    rows.ids = unusableSettings.ids
    rows.referencesInSettings = unusableSettings.references
    let isUnread = Set(unreadTables)
    for (table, kinds) in Self.kinds {
      if isUnread.contains(table) { rows.unread.formUnion(kinds) }
      guard let record = records[table], !record.badRows.isEmpty else { continue }
      let found = Self.ids(in: record)
      for kind in kinds { rows.ids[kind, default: []].formUnion(found) }
    }
    return rows
  }

  /// What rows of a table are named as.
  private static let kinds: [(RosterTable, [String])] = [
    (.districts, ["district", "place"]), (.departments, ["department", "place"]), (.beats, ["beat", "place"]),
    (.units, ["unit"]),
  ]

  /// The ids of the rows that could not be used; of one that cannot be taken apart, whatever stands in its place.
  private static func ids(in record: TableRecord) -> Set<String> {
    guard let slot = record.form.columns.firstIndex(of: "id") else { return [] }
    return record.badRows.withUnsafeBufferPointer { bytes in
      var ids: Set<String> = []
      var cursor = RowCursor(bytes, from: 0, delimiter: record.form.delimiter, keptFields: slot + 1)
      while true {
        switch cursor.next() {
        case .end: return ids
        case .row where cursor.fields.count > slot:
          ids.insert(String(decoding: cursor.fields[slot].bytes, as: UTF8.self).withoutDisguise)
        case .row, .malformed:
          let parts = cursor.rowBytes.split(
            separator: record.form.delimiter, maxSplits: slot + 1, omittingEmptySubsequences: false)
          if parts.count > slot { ids.insert(String(decoding: parts[slot], as: UTF8.self).withoutDisguise) }
        }
      }
    }
  }
}

/// Shifts and regimes that are written in `roster.toml` and could not be used.
struct UnusableSettings: Sendable {
  /// Their ids by kind, as they were meant.
  var ids: [String: Set<String>] = [:]
  /// How many references to them in the file itself are not told.
  var references = 0

  mutating func add(_ kind: String, _ id: String) { ids[kind, default: []].insert(id.withoutDisguise) }

  /// Whether an id is that of one, which is then a reference that is not told.
  mutating func explains(_ kind: String, _ id: String) -> Bool {
    guard ids[kind]?.contains(id.lowercased()) == true else { return false }
    references += 1
    return true
  }
}
