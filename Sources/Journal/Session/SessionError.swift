import RosterFolder

/// Why a roster could not be opened at all.
public enum SessionError: Error, Sendable {
  /// There is no roster folder.
  case folder(FolderError)
  /// The folder makes no roster; the findings say why.
  case noRoster(FolderSnapshot)
  /// Tables and journal kept changing, or the journal failed while it was read.
  case journal(JournalError)
}
