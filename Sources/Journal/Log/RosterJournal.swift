import RosterModel

/// A journal: the acts on one roster, in the order in which they were recorded, and how far the tables hold them.
///
/// Two programs may have the same journal open. What a call returns was true at one moment; `append` and `record` take
/// turns among all programs. What `append` has returned is durable: a power cut does not take it away.
public protocol RosterJournal: AnyObject {
  /// Records an act, after looking at what others have recorded meanwhile.
  ///
  /// - Parameters:
  ///   - basis: how far the caller knows the journal.
  ///   - key: the key of the act, by which it is known again; `nil` where it has none.
  ///   - decide: is given what came after `basis`, broken or not, and says what to record; nobody appends meanwhile. Where it
  ///     throws nothing is recorded.
  /// - Throws: `EditRefusal.alreadyRecorded` where there is an entry of that key, what `decide` throws, or
  ///   `EditRefusal.notWritten` where the entry could not be made durable.
  func append(
    after basis: JournalPosition, key: String?, _ decide: (JournalNews) throws(EditRefusal) -> NewEntry
  ) throws(EditRefusal) -> JournalEntry

  /// What has been recorded after a position.
  func news(after position: JournalPosition) throws(JournalError) -> JournalNews

  /// What is needed to tell the roster from its tables: the checkpoints that these may be of, and the entries since.
  func tail() throws(JournalError) -> JournalTail

  /// The entry of a key; `nil` where there is none.
  func entry(key: String) throws(JournalError) -> JournalEntry?

  /// The entries that a filter lets through, in their order, as far as they are as they were recorded.
  func entries(matching filter: EntryFilter) throws(JournalError) -> [JournalEntry]

  /// The entries that a filter lets through, in their order, and between and after them whatever is broken: nobody knows
  /// whether the filter would let that through.
  func records(matching filter: EntryFilter) throws(JournalError) -> [EntryRecord]

  /// The latest acts of a person that can be undone and redone, each list with the latest last.
  func history(of person: String, limit: Int) throws(JournalError) -> EntryHistory

  /// Records a checkpoint, unless another has been recorded since the one of the number given.
  ///
  /// - Parameters:
  ///   - last: the number of the latest checkpoint that the caller knows; 0 for none.
  ///   - conflicts: what could not be replayed over tables edited outside, and what these have lost; a conflict that is
  ///     known already stays what it is, and settled.
  /// - Returns: the checkpoint; `nil` where the caller did not know the latest.
  func record(
    _ checkpoint: NewCheckpoint, conflicts: [ReplayConflict], after last: Int64
  ) throws(JournalError) -> Checkpoint?

  /// Notes that the tables of a checkpoint are in their places.
  func finish(_ checkpoint: Checkpoint) throws(JournalError)

  /// What tables that hold the journal as far as a position should have; O(journal).
  func standing(through end: JournalPosition) throws(JournalError) -> StandingChanges

  /// What the roster does not have of what was recorded and nobody has settled, in the order of the entries.
  func openConflicts() throws(JournalError) -> [ReplayConflict]

  /// Notes what a person decided about conflicts.
  func settle(_ conflicts: [ReplayConflict], as settlement: Settlement) throws(JournalError)

  /// The seal of the entry at a position; `EntrySeal.start` at the start.
  ///
  /// - Throws: `JournalError.damaged` where there is no such entry.
  func seal(at position: JournalPosition) throws(JournalError) -> EntrySeal

  /// Has what is recorded need nothing but the journal's own file, as far as those who read it at the moment let it.
  ///
  /// - Returns: whether all of it does.
  func flush() throws(JournalError) -> Bool

  /// Puts entries at the journal's end that it has lost, as they were recorded, and notes the checkpoint that they follow.
  ///
  /// - Parameter kept: what was kept of the journal elsewhere.
  /// - Returns: what was lost; `nil` where the journal does not go on to what was kept, and nothing was done.
  func restore(_ kept: KeptTail) throws(JournalError) -> LostEntries?

  /// Whether the journal is where it was opened, so that what is recorded can be found by others.
  var isInPlace: Bool { get }

  /// Lets go of a journal that is no longer in its place, without a change to what is there now.
  func abandon()

  /// Lets go of the journal.
  func close() throws(JournalError)
}

/// An act as it goes into the journal, which gives it its position.
public struct NewEntry: Hashable, Sendable {
  /// When, in milliseconds since 1970-01-01 00:00 UTC.
  public var at: Int64
  /// Who.
  public var author: Author
  /// What.
  public var draft: EntryDraft
  /// For each change the print of its unit's day before the entry, as in `JournalEntry.seen`.
  public var seen: [UInt64]

  /// An act.
  public init(at: Int64, author: Author, draft: EntryDraft, seen: [UInt64] = []) {
    self.at = at
    self.author = author
    self.draft = draft
    self.seen = seen
  }

  /// The prints as a journal keeps them: for postings only, and for all of them or none.
  var notedPrints: [UInt64] {
    let hasPostings = draft.changes.contains(where: \.isOfPosting)
    if hasPostings, seen.count != draft.changes.count { return [] }
    return draft.changes.enumerated().map { index, change in change.isOfPosting ? seen[index] : 0 }
  }
}

extension RowChange {
  fileprivate var isOfPosting: Bool {
    if case .posting = self { true } else { false }
  }
}

/// What was recorded after a position.
public struct JournalNews: Hashable, Sendable {
  /// The entries, in their order.
  public var entries: [JournalEntry]
  /// The number of the latest checkpoint of tables that were edited outside; 0 for none.
  ///
  /// Where it grows, the roster is no longer what the entries alone make it.
  public var outside: Int64
  /// What is no longer as it was recorded; only whoever appends is told, others get an error.
  public var broken: [BrokenEntry] = []

  /// What was recorded.
  public init(entries: [JournalEntry] = [], outside: Int64 = 0) {
    self.entries = entries
    self.outside = outside
  }
}

/// What tells the roster from its tables.
public struct JournalTail: Hashable, Sendable {
  /// The checkpoints that the tables may be of, in their order: the latest that is done, and those planned after it.
  public var candidates: [Checkpoint]
  /// The entries after the first of them, in their order.
  public var entries: [JournalEntry]
  /// The latest checkpoint's number; 0 for none.
  public var lastCheckpoint: Int64
  /// The number of the latest checkpoint of tables that were edited outside; 0 for none.
  public var outside: Int64
  /// How many of the entries, the last ones, the journal has lost and are known from the roster's tail file.
  public var recovered = 0
  /// What the tables should have, where they are of none of the checkpoints.
  public var standing = StandingChanges()

  /// Of no journal.
  static let none = JournalTail(candidates: [], entries: [], lastCheckpoint: 0, outside: 0)

  /// The position of the last entry.
  public var end: JournalPosition { entries.last?.position ?? candidates.first?.through ?? .start }
}

/// What a journal says that tables should have: it is asked for where they were edited outside.
public struct StandingChanges: Hashable, Sendable {
  /// For each row its last change, as what is lost where the tables do not have it, in the order of recording; without what
  /// is known not to be there.
  public var changes: [ReplayConflict] = []
  /// The conflicts that somebody has settled.
  public var settled: Set<ChangeMark> = []

  /// Nothing.
  public init() {}
}

/// The place of a change in a journal.
public struct ChangeMark: Hashable, Sendable {
  /// The entry.
  public var position: JournalPosition
  /// The number of the change in it, from 0.
  public var ordinal: Int

  /// A place.
  public init(position: JournalPosition, ordinal: Int) {
    self.position = position
    self.ordinal = ordinal
  }
}

extension ReplayConflict {
  /// The place of its change.
  var mark: ChangeMark { ChangeMark(position: position, ordinal: ordinal) }
}
