import Desk
import Journal
import RosterModel
import Screen

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
