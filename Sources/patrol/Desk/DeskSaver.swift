import RosterFolder
import RosterModel

/// Writes the roster back to the folder that it was read from.
struct DeskSaver {
  /// What the folder held when it was read or last saved.
  private var snapshot: FolderSnapshot

  /// A saver for a folder.
  init(_ snapshot: FolderSnapshot) { self.snapshot = snapshot }

  /// Writes the tables that have changed.
  ///
  /// - Throws: `CommandFailure` where they could not be written; the folder is then as it was.
  mutating func save(_ roster: Roster) throws {
    throw CommandFailure(.fault, "saving is not there yet")
  }
}
