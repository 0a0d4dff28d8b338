import RosterFolder
import RosterModel

/// How much of a roster folder was read: whoever answers from a folder asks here whether that was all of it, and nowhere else.
///
/// A roster is its tables and its journal. What is missing of either may be what the answer is about: a posting that was taken
/// away, a unit in a row that is not UTF-8.
public struct FolderWholeness: Sendable {
  /// Why the journal could not be read; `nil` where it was, and where there is none.
  public let journal: JournalError?
  /// What is wrong with the folder's files, the journal's among them, by file, line and column.
  public let findings: [Finding]
  private let hasRoster: Bool

  /// The wholeness of a folder whose tables were read.
  ///
  /// - Parameter journal: why its journal was not; `nil` where it was, and where there is none.
  public init(_ snapshot: FolderSnapshot, unread journal: JournalError? = nil) {
    self.journal = journal
    hasRoster = snapshot.roster != nil
    findings = (journal.map { [Self.finding($0)] } ?? []) + snapshot.findings
  }

  /// Whether all of it was read.
  public var isWhole: Bool { hasRoster && !findings.contains { $0.severity == .error } }

  /// What could not be read, in the order of findings.
  public var problems: [Finding] { findings.filter { $0.severity == .error } }

  private static func finding(_ error: JournalError) -> Finding {
    let file =
      switch error {
      case .notAFolder: JournalFolder.name
      case .lost(let path, _) where path.hasSuffix("/" + TailFile.name): TailFile.name
      default: JournalFolder.name + "/" + JournalFolder.file
      }
    return Finding(
      rule: FormatRules.unreadJournal, subject: .row(table: "journal"),
      location: Location(file: file),
      message: "\(error); edits since the tables were written may be missing")
  }
}

extension RosterReading {
  /// How much of the folder was read.
  public var wholeness: FolderWholeness {
    if case .unreadable(let error, _) = journal { return FolderWholeness(snapshot, unread: error) }
    return FolderWholeness(snapshot)
  }

  // Out of line, because the optimiser of Swift 6.3.1 ends a release build with an ownership error where it inlines this.

  /// When the tables were written that are all there is of the roster, in seconds since 1970-01-01 00:00 UTC; `nil` where the
  /// journal was read.
  @inline(never)
  public var staleSince: Int64? {
    if case .unreadable(_, let time) = journal { time } else { nil }
  }
}

extension RosterSession {
  /// How much of the folder was read.
  public var wholeness: FolderWholeness { FolderWholeness(snapshot, unread: unread) }
}
