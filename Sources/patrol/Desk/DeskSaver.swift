import RosterFolder
import RosterModel

/// Writes the roster back to the folder that it was read from.
struct DeskSaver {
  /// What the folder held when it was read or last saved.
  private var snapshot: FolderSnapshot

  /// A saver for a folder.
  init(_ snapshot: FolderSnapshot) { self.snapshot = snapshot }

  /// Writes the tables that have changed since the last time; rows that could not be read stay in them.
  ///
  /// - Throws: `SaveError` where they could not be written.
  mutating func save(_ roster: Roster) throws(SaveError) {
    snapshot = try FolderWriter.save(roster, over: snapshot)
  }
}
