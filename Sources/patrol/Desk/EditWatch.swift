import Desk
import RosterModel
import Screen

/// What the thread that works on the journal knows from its last look round.
struct EditWatch {
  private var desks: [DeskPresence] = []
  /// Others' entries that were read and are to be told in their place among the desk's own.
  private var ahead: [JournalEntry] = []
  private var lastEdit = ContinuousClock.now
  private var failure: String?

  /// How long nobody has recorded anything.
  var quiet: Duration { lastEdit.duration(to: .now) }

  /// An act was recorded, or refused.
  mutating func noteEdit() { lastEdit = .now }

  /// What others have done, as news; of their entries at most those before a position, where one is given.
  mutating func others(in store: inout any EditStore, before end: JournalPosition? = nil) -> [Message] {
    do {
      let fresh = try store.news()
      var messages = recovered()
      if let reloading = fresh.reloading {
        ahead = []
        messages.append(.reloaded(reloading))
      }
      if let notice = fresh.notice { messages.append(.told(notice.shown)) }
      if !fresh.entries.isEmpty { noteEdit() }
      ahead += fresh.entries
      let told = ahead.prefix { end == nil || $0.position < end ?? .start }
      ahead.removeFirst(told.count)
      if !told.isEmpty { messages.append(.others(Array(told))) }
      return messages
    } catch {
      return failed("\(error)".shown)
    }
  }

  /// The desks as news, where they have changed.
  mutating func desks(in store: inout any EditStore) -> [Message] {
    let now = store.desks()
    guard now != desks else { return [] }
    desks = now
    return [.desks(now)]
  }

  /// Brings the tables up to date; a failure is told once, and nothing recorded is lost by it.
  mutating func checkpoint(_ store: inout any EditStore) -> [Message] {
    noteEdit()
    do {
      try store.checkpoint()
      return []
    } catch {
      return [.told("\(error)".shown.sentence)]
    }
  }

  private mutating func failed(_ why: String) -> [Message] {
    guard failure != why else { return [] }
    failure = why
    return [.storage(.failing(why))]
  }

  private mutating func recovered() -> [Message] {
    guard failure != nil else { return [] }
    failure = nil
    return [.storage(.writable)]
  }
}
