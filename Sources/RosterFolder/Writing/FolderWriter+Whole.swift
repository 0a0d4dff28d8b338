import Files
import RosterModel

extension FolderWriter {
  /// Writes a roster into a folder of its own, which must be new or empty, or a roster that may be replaced.
  ///
  /// Writes the required tables and those with rows. The folder is there whole or not at all, also after a crash.
  ///
  /// - Parameters:
  ///   - roster: what its tables hold.
  ///   - settings: the text of its `roster.toml`, written as it is; it should say what `roster.settings` says.
  ///   - path: where the folder is to be; the folder around it must be there.
  ///   - replacing: whether it takes the place of a roster that is there, in one step; what else that folder holds is kept.
  public static func create(
    _ roster: Roster, settings: String, at path: String, replacing: Bool = false
  ) throws(SaveError) {
    var files = [FolderPlacement.File(name: SettingsReader.file, bytes: Array(settings.utf8))]
    for table in RosterTable.allCases where table.isRequired || TableRows(table, of: roster).count > 0 {
      let writer = TableWriter(table, of: roster, record: TableRecord(table, state: .absent))
      files.append(FolderPlacement.File(name: table.file, bytes: writer.bytes().bytes))
    }
    try FolderPlacement(at: path).place(files, replacing: replacing)
  }

  /// Writes a complete copy of a folder with another roster in it.
  ///
  /// The copy has the `roster.toml` and the tables of `snapshot`, those that do not differ byte for byte, and nothing else
  /// of its folder. It replaces a roster that is at the path in one step, and keeps what else that folder holds; any
  /// other folder must be new or empty. Where the path is the folder of `snapshot` itself, this is `save(_:over:)`.
  ///
  /// - Parameters:
  ///   - path: where the copy is to be; the folder around it must be there.
  ///   - roster: what its tables hold.
  ///   - snapshot: what the roster was read from.
  public static func replaceFolder(
    at path: String, with roster: Roster, from snapshot: FolderSnapshot
  ) throws(SaveError) {
    if FilePath.real(path) == snapshot.path {
      try save(roster, over: snapshot)
      return
    }
    try FolderPlacement(at: path).place(
      files(of: roster, settings: snapshot.settings, from: snapshot), replacing: true)
  }

  /// Writes a folder of its own, which must be new or empty, with the tables of another roster's folder and other settings.
  ///
  /// Tables that do not differ from those of `snapshot` are copied byte for byte; the others keep their form and their
  /// unknown columns.
  ///
  /// - Parameters:
  ///   - roster: what its tables hold.
  ///   - settings: its `roster.toml`, written as it is; it should say what `roster.settings` says.
  ///   - snapshot: what the roster was made from.
  ///   - path: where the folder is to be; the folder around it must be there.
  public static func create(
    _ roster: Roster, settings: [UInt8], from snapshot: FolderSnapshot, at path: String
  ) throws(SaveError) {
    try FolderPlacement(at: path).place(files(of: roster, settings: settings, from: snapshot), replacing: false)
  }

  /// A complete folder: the tables of a snapshot as they are, but for those in which a roster differs from its own.
  private static func files(
    of roster: Roster, settings: [UInt8], from snapshot: FolderSnapshot
  ) throws(SaveError) -> [FolderPlacement.File] {
    guard let old = snapshot.roster else { throw .noRoster(path: snapshot.path) }
    var files = [FolderPlacement.File(name: SettingsReader.file, bytes: settings)]
    let comparison = RosterComparison(old: old, new: roster)
    for table in RosterTable.allCases {
      let record = snapshot.records[table] ?? TableRecord(table, state: .absent)
      if comparison.mayDiffer(table) {
        let (bytes, _) = TableWriter(table, of: roster, record: record).bytes()
        if TableWriter(table, of: old, record: record).bytes().bytes != bytes {
          guard record.state != .unreadable else { throw .notRead(file: table.file) }
          files.append(FolderPlacement.File(name: table.file, bytes: bytes))
          continue
        }
      }
      // A table that cannot be read at all, a FIFO for example, cannot be copied either.
      if record.state == .unreadable, record.hash == nil { throw .notRead(file: table.file) }
      if let bytes = try unchangedBytes(of: table, snapshot) {
        files.append(FolderPlacement.File(name: table.file, bytes: bytes))
      }
    }
    return files
  }
}

extension FolderWriter {
  /// Writes a folder of tables given as text, which must be new or empty.
  ///
  /// The folder is there whole or not at all, also after a crash.
  ///
  /// - Parameters:
  ///   - files: the names and texts of `roster.toml` and of tables.
  ///   - path: where the folder is to be; the folder around it must be there.
  public static func create(files: [(name: String, text: String)], at path: String) throws(SaveError) {
    let files = files.map { FolderPlacement.File(name: $0.name, bytes: Array($0.text.utf8)) }
    try FolderPlacement(at: path).place(files, replacing: false)
  }
}
