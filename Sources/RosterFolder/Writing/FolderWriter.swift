import Files
import Glibc
import RosterModel

/// Writes rosters: what changed into the folder they came from, or whole ones into a folder of their own.
public enum FolderWriter {
  /// Writes the tables that differ from those that were read, in the form in which they came, and nothing else.
  ///
  /// `roster.toml` is never written. A table's rows are sorted: postings by day, shift in the order of `roster.toml`, beat
  /// and unit; others by their columns from left to right; rows that could not be read follow as they were. All changed
  /// tables are replaced or none, whatever happens meanwhile, a crash included.
  ///
  /// - Parameters:
  ///   - roster: what is to be in the folder.
  ///   - snapshot: what was read from it, or what the last save returned.
  /// - Returns: what is in the folder now; the roster in it is the one given, its line numbers those of its reading.
  /// - Throws: `SaveError`, also where another program has changed a table that is to be written.
  @discardableResult
  public static func save(_ roster: Roster, over snapshot: FolderSnapshot) throws(SaveError) -> FolderSnapshot {
    try commit(try prepare(roster, over: snapshot))
  }

  /// Makes the bytes of the tables that differ from those that were read; nothing is written.
  ///
  /// - Parameters:
  ///   - roster: what is to be in the folder.
  ///   - snapshot: what was read from it, or what the last save returned.
  /// - Throws: `SaveError` where the roster or a table that differs was not read.
  public static func prepare(_ roster: Roster, over snapshot: FolderSnapshot) throws(SaveError) -> PreparedSave {
    guard let old = snapshot.roster else { throw .noRoster(path: snapshot.path) }
    var result = snapshot
    result.roster = roster
    var replacements: [FolderTransaction.Replacement] = []
    let comparison = RosterComparison(old: old, new: roster)
    for table in RosterTable.allCases where comparison.mayDiffer(table) {
      let record = snapshot.records[table] ?? TableRecord(table, state: .absent)
      let (bytes, form) = TableWriter(table, of: roster, record: record).bytes()
      // The same rows in another order, or under other numbers, are no change.
      if TableWriter(table, of: old, record: record).bytes().bytes == bytes { continue }
      guard record.state != .unreadable else { throw .notRead(file: table.file) }
      replacements.append(FolderTransaction.Replacement(file: table.file, bytes: bytes))
      result.records[table]?.state = .read
      result.records[table]?.form = form
      result.records[table]?.hash = ContentHash(bytes)
    }
    return PreparedSave(before: snapshot, after: result, replacements: replacements)
  }

  /// Puts prepared tables in their places: all of them, or none, whatever happens meanwhile.
  ///
  /// - Returns: what is in the folder now.
  /// - Throws: `SaveError`, also where another program has changed a table that is to be written.
  @discardableResult
  public static func commit(_ save: PreparedSave) throws(SaveError) -> FolderSnapshot {
    guard !save.isEmpty else { return save.after }
    let files = save.replacements.map(\.file)
    try FolderTransaction(folder: save.before.path).run(save.replacements) { () throws(SaveError) in
      for table in RosterTable.allCases where files.contains(table.file) { try checkUnchanged(table, save.before) }
    }
    return save.after
  }

  /// Finishes a save that another program was stopped in, if there is one; what the folder holds then is on the disk.
  ///
  /// - Parameter path: the folder's real path, as `FolderSnapshot.path` has it.
  public static func settle(at path: String) throws(SaveError) { try FolderTransaction(folder: path).settle() }

  /// Whether a table still holds what was read.
  static func checkUnchanged(_ table: RosterTable, _ snapshot: FolderSnapshot) throws(SaveError) {
    _ = try unchangedBytes(of: table, snapshot)
  }

  /// The bytes of a table, which must be those that were read; `nil` where there was and is none.
  static func unchangedBytes(
    of table: RosterTable, _ snapshot: FolderSnapshot
  ) throws(SaveError) -> [UInt8]? {
    let record = snapshot.records[table] ?? TableRecord(table, state: .absent)
    do throws(FileProblem) {
      let pending = try PendingSave.files(in: snapshot.path)
      let source = try PendingSave.source(of: table.file, in: snapshot.path, pending: pending)
      let bytes = try BoundedFile.read(source, in: snapshot.path, limit: RosterTable.largest)
      if ContentHash(bytes) == record.hash { return bytes }
    } catch {
      switch error {
      case .notThere where record.state == .absent: return nil
      case .system:
        throw .failed(path: snapshot.path + "/" + table.file, step: "read", reason: error.reason)
      case .notThere, .notAFile, .linkOutside, .tooLarge, .notText, .endlessLine: break
      }
    }
    throw .changedMeanwhile(file: table.file)
  }
}

extension FolderWriter {
  /// Whether a folder may be saved to, before any work is done for it.
  ///
  /// - Throws: `SaveError` where this process may not write to it.
  public static func checkWritable(_ snapshot: FolderSnapshot) throws(SaveError) {
    guard access(snapshot.path, W_OK) == 0 else {
      throw .failed(path: snapshot.path, step: "write to", reason: SystemError.current)
    }
  }

  /// Whether a complete copy may be written to a path, before any work is done for it.
  ///
  /// - Throws: `SaveError` where `replaceFolder(at:with:from:)` would refuse the path as it is now.
  public static func checkReplaceable(_ path: String, from snapshot: FolderSnapshot) throws(SaveError) {
    if FilePath.real(path) == snapshot.path { return try checkWritable(snapshot) }
    try FolderPlacement(at: path).checkTarget(replacing: true)
  }
}

/// A save before anything of it is written: the tables to be replaced and what the folder will hold then.
public struct PreparedSave: Sendable {
  /// What was read from the folder.
  public let before: FolderSnapshot
  /// What is in the folder once the save is committed.
  public let after: FolderSnapshot
  let replacements: [FolderTransaction.Replacement]

  /// Whether the folder holds it all already.
  public var isEmpty: Bool { replacements.isEmpty }
}
