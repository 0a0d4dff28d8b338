import RosterModel
import Screen

/// What the desk is opened with.
public struct Opening: Sendable {
  /// The roster, as far as it could be read.
  public var roster: Roster
  /// What reading it found.
  public var readingFindings: [Finding]
  /// The rows of it that could not be used, so that what only follows from them is not told.
  public var unusable = UnusableRows()
  /// Whether nothing may be changed.
  public var isReadOnly: Bool
  /// The time, in minutes since 1970-01-01 00:00 UTC.
  public var now: Int
  /// The size of the window.
  public var size: Size
  /// Who works at the desk.
  public var author: Author
  /// The latest entries of the journal, whoever made them, in their order.
  public var acts = RecordedActs()
  /// The dispatcher's own that can be undone, the next last.
  public var undoable: [JournalEntry] = []
  /// The dispatcher's own that can be done again, the next last.
  public var redoable: [JournalEntry] = []
  /// Recorded changes that tables edited by another program lack, and nobody has settled.
  public var conflicts: [ReplayConflict] = []
  /// The acts that they are of.
  public var conflictActs: [JournalEntry] = []
  /// How far along the journal the roster is.
  public var end = JournalPosition.start
  /// Whether acts can be recorded.
  public var storage = StorageState.writable
  /// What the dispatcher should know about the terminal; `nil` if nothing.
  public var notice: String?

  /// An opening of a roster.
  public init(
    roster: Roster, readingFindings: [Finding] = [], isReadOnly: Bool = false, now: Int, size: Size,
    notice: String? = nil, author: Author
  ) {
    self.roster = roster
    self.readingFindings = readingFindings
    self.isReadOnly = isReadOnly
    self.now = now
    self.size = size
    self.notice = notice
    self.author = author
  }
}
