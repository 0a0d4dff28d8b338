import RosterModel

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

  /// What a table is known by: the fingerprint of its bytes, or `absent`, or `unreadable`.
  public func print(of table: RosterTable) -> String {
    guard let record = records[table], record.state != .absent else { return "absent" }
    return record.hash?.description ?? "unreadable"
  }

  /// The rows of a table that could not be used, verbatim; they are written back after the sorted rows.
  public func badRows(of table: RosterTable) -> [UInt8] { records[table]?.badRows ?? [] }
}
