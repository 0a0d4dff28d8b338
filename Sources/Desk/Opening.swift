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

/// A roster that is to be taken anew, because its tables were edited by another program.
public struct Reloading: Sendable {
  /// The roster as it is now: the tables, and over them what still applies of what was recorded.
  public var roster: Roster
  /// What reading the tables found.
  public var readingFindings: [Finding]
  /// The rows of them that could not be used.
  public var unusable = UnusableRows()
  /// How far along the journal the roster is.
  public var end: JournalPosition
  /// The latest entries of the journal, in their order.
  public var acts: RecordedActs
  /// Recorded changes that it lacks, and nobody has settled.
  public var conflicts: [ReplayConflict]
  /// The acts that they are of.
  public var conflictActs: [JournalEntry] = []
  /// What the dispatcher should know, for example which recorded changes no longer apply.
  public var notice: String

  /// A roster as it is now.
  public init(
    roster: Roster, readingFindings: [Finding], end: JournalPosition, acts: RecordedActs,
    conflicts: [ReplayConflict] = [],
    notice: String
  ) {
    self.roster = roster
    self.readingFindings = readingFindings
    self.end = end
    self.acts = acts
    self.conflicts = conflicts
    self.notice = notice
  }
}

/// The latest acts of the journal, as the desk lists them.
public struct RecordedActs: Sendable {
  /// The acts, the latest last; in the place of one that is damaged stands one that only says so, and changes nothing.
  public private(set) var entries: [JournalEntry] = []
  /// The places of those that are damaged.
  private(set) var damaged: Set<JournalPosition> = []

  /// Acts that are as they were recorded.
  public init(_ entries: [JournalEntry] = []) { self.entries = entries }

  /// Adds an act that was recorded.
  public mutating func append(_ entry: JournalEntry) { entries.append(entry) }

  /// Adds that what was recorded at a position is damaged.
  ///
  /// - Parameter words: what is wrong with it.
  public mutating func append(damaged position: JournalPosition, _ words: String) {
    damaged.insert(position)
    entries.append(
      JournalEntry(
        position: position, at: 0, author: Author(person: "", session: ""),
        draft: EntryDraft(kind: .repair, name: words, changes: [])))
  }
}

/// Whether the desk's acts can be recorded.
public enum StorageState: Hashable, Sendable {
  /// They can.
  case writable
  /// They cannot, and why; nothing may be changed.
  case readOnly(String)
  /// The last could not be written, and why; what is pending is tried again.
  case failing(String)
}
