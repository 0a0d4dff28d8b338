import Desk
import Journal
import RosterModel
import Screen

/// Where a desk's acts are recorded and others' come from; used by one thread at a time.
protocol EditStore {
  /// Whether something is recorded that the tables do not hold yet.
  var hasTail: Bool { get }

  /// Records an act and makes it durable.
  ///
  /// - Parameters:
  ///   - draft: the act.
  ///   - basis: how far along the journal whoever did it was.
  /// - Throws: why it was not recorded; nothing of it was.
  mutating func commit(_ draft: EntryDraft, basis: JournalPosition) throws(EditRefusal) -> JournalEntry

  /// Notes that recorded changes which the roster lacks were done again, or are not wanted any more.
  ///
  /// - Throws: why it could not be noted.
  mutating func settle(_ conflicts: [ReplayConflict], isRedone: Bool) throws

  /// What others have done since this was last asked.
  ///
  /// - Throws: why the journal cannot be read, in words that say what to do.
  mutating func news() throws -> EditNews

  /// Tells the other desks where this one's cursor is.
  mutating func show(_ place: String)

  /// The other desks that are open.
  mutating func desks() -> [DeskPresence]

  /// Folds what is recorded into the tables.
  ///
  /// - Throws: why it could not be; it stays recorded.
  mutating func checkpoint() throws

  /// Leaves; whoever leaves last folds what is recorded into the tables.
  ///
  /// - Throws: why it could not be; it stays recorded.
  mutating func close() throws
}

/// What a store has to tell of others.
struct EditNews {
  /// What they have recorded, in order.
  var entries: [JournalEntry] = []
  /// The roster anew, where another program has edited its tables; comes before the entries.
  var reloading: Reloading?
  /// What else is to be told to the dispatcher once.
  var notice: String?
}

/// A roster session as a desk's store.
struct SessionStore: EditStore {
  private let session: RosterSession
  /// How many of the session's notices were told.
  private var told: Int

  /// A store over a session whose notices so far have been told.
  init(_ session: RosterSession) {
    self.session = session
    told = session.notices.count
  }

  var hasTail: Bool { session.access == .editing && !session.isFolded }

  func commit(_ draft: EntryDraft, basis: JournalPosition) throws(EditRefusal) -> JournalEntry {
    try session.commit(draft, basis: basis)
  }

  func settle(_ conflicts: [ReplayConflict], isRedone: Bool) throws {
    try session.settle(conflicts, as: isRedone ? .redone : .dropped)
  }

  mutating func news() throws -> EditNews {
    let news = try session.news()
    let notices = takeNotices()
    guard news.isReloaded else { return EditNews(entries: news.entries, notice: notices.isEmpty ? nil : notices) }
    var notice = notices.isEmpty ? "The tables were edited by another program; they are the roster now." : notices
    if let words = session.conflictWords { notice += " " + words.sentence }
    var reloading = Reloading(
      roster: session.roster, readingFindings: session.wholeness.findings, end: session.position,
      acts: try session.latestActs(), conflicts: session.conflicts, notice: notice)
    reloading.conflictActs = try session.acts(of: session.conflicts)
    reloading.unusable = session.snapshot.unusableRows
    return EditNews(reloading: reloading)
  }

  func show(_ place: String) { session.move(to: place) }
  func desks() -> [DeskPresence] { session.desks() }
  func checkpoint() throws { try session.checkpoint() }
  func close() throws { try session.close() }

  /// What the session has noticed since this was last asked, in words for people.
  private mutating func takeNotices() -> String {
    let fresh = session.notices.dropFirst(told)
    told = session.notices.count
    return fresh.map(\.sentence).joined(separator: " ")
  }
}

extension RosterSession {
  /// How many of the journal's latest entries the desk lists and undoes; `patrol log` has all.
  static let entriesListed = 200

  /// That the roster lacks what was recorded, for the line of notices; `nil` where it lacks nothing.
  var conflictWords: String? { JournalNotes.words(conflicts).map { $0 + "; C lists what can be done" } }

  /// What the desk lists.
  func latestActs() throws(JournalError) -> RecordedActs {
    var latest = EntryFilter()
    latest.limit = Self.entriesListed
    var acts = RecordedActs()
    for record in try records(matching: latest) {
      switch record {
      case .sound(let entry): acts.append(entry)
      case .broken(let broken): acts.append(damaged: broken.position, "\(broken)".shown)
      }
    }
    return acts
  }
}
