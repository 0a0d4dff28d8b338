import Desk
import Dispatch
import RosterModel
import Screen
import Synchronization
import Terminal

/// The journal's work for a desk, on a thread of its own: a slow disk never holds up the keys.
final class EditWorker: Sendable {
  /// An act to be recorded.
  private struct Order: Sendable {
    var ticket: Int
    var draft: EntryDraft
    var basis: JournalPosition
  }

  /// What became of recorded changes that the roster lacks.
  private struct Settling: Sendable {
    var conflicts: [ReplayConflict]
    var isRedone: Bool
  }

  /// What the thread is asked for.
  private struct Requests: Sendable {
    var orders: [Order] = []
    var settlings: [Settling] = []
    var place: String?
    var isClosing = false
  }

  /// What the thread has to tell.
  private struct News: Sendable {
    var messages: [Message] = []
    var closingFailure: String?
  }

  private let store: Mutex<any EditStore>
  private let requests = Mutex(Requests())
  private let news = Mutex(News())
  private let bell = DispatchSemaphore(value: 0)
  private let end = DispatchSemaphore(value: 0)
  private let notify: @Sendable () -> Void

  /// How often others' entries and desks are looked for: two desks see each other within half a second.
  private static let interval = DispatchTimeInterval.milliseconds(200)
  /// How long after the last edit the tables are brought up to date.
  private static let quiet = Duration.seconds(30)

  /// Takes a store over; `notify` is called from the thread when there is news for `takeNews()`.
  ///
  /// - Throws: `TerminalError` where the system starts no more threads.
  init(_ store: sending any EditStore, notify: @escaping @Sendable () -> Void) throws(TerminalError) {
    self.store = Mutex(store)
    self.notify = notify
    // Released at once: the thread keeps what it needs, and `close` waits for its end.
    _ = try WorkerThread { [self] in
      run()
      end.signal()
    }
  }

  /// Asks for an act to be recorded; the answer is among the news.
  func submit(ticket: Int, _ draft: EntryDraft, basis: JournalPosition) {
    requests.withLock { $0.orders.append(Order(ticket: ticket, draft: draft, basis: basis)) }
    bell.signal()
  }

  /// Notes what became of recorded changes which the roster lacks.
  func settle(_ conflicts: [ReplayConflict], isRedone: Bool) {
    requests.withLock { $0.settlings.append(Settling(conflicts: conflicts, isRedone: isRedone)) }
    bell.signal()
  }

  /// Tells the other desks where the cursor is, before long.
  ///
  /// No bell for this: the next look round is soon enough, and a cursor key held down must not cost a write each time.
  func show(_ place: String) { requests.withLock { $0.place = place } }

  /// What has happened since this was last asked, in order.
  func takeNews() -> [Message] {
    news.withLock { news in
      defer { news.messages = [] }
      return news.messages
    }
  }

  /// Waits for what was asked for, and leaves the store; asked for once.
  ///
  /// - Returns: why what is recorded could not be folded into the tables; `nil` where it was, or another desk will.
  func close() -> String? {
    requests.withLock { $0.isClosing = true }
    bell.signal()
    end.wait()
    return news.withLock { $0.closingFailure }
  }

  /// Works until it is told to close.
  private func run() {
    var watch = EditWatch()
    while true {
      _ = bell.wait(timeout: .now() + Self.interval)
      let asked = requests.withLock { requests in
        defer { requests.orders = [] }
        defer { requests.settlings = [] }
        defer { requests.place = nil }
        return requests
      }
      let messages = store.withLock { store in Self.work(on: &store, asked, &watch) }
      if !messages.isEmpty {
        news.withLock { $0.messages += messages }
        notify()
      }
      if asked.isClosing { return leave() }
    }
  }

  private func leave() {
    store.withLock { store in
      do {
        try store.close()
      } catch {
        news.withLock { $0.closingFailure = "\(error)".shown }
      }
    }
  }

  /// One look round: what others did, what was asked for, who is here, and whether the tables are to be brought up to date.
  private static func work(
    on store: inout any EditStore, _ asked: Requests, _ watch: inout EditWatch
  ) -> [Message] {
    var messages: [Message] = []
    if let place = asked.place { store.show(place) }
    for settling in asked.settlings {
      do {
        try store.settle(settling.conflicts, isRedone: settling.isRedone)
      } catch {
        messages.append(.told("\(error)".shown.sentence))
      }
    }
    for order in asked.orders {
      do {
        let entry = try store.commit(order.draft, basis: order.basis)
        messages += watch.others(in: &store, before: entry.position)
        messages.append(.recorded(ticket: order.ticket, entry))
      } catch {
        messages += watch.others(in: &store)
        messages.append(.refused(ticket: order.ticket, error))
      }
    }
    messages += watch.others(in: &store)
    messages += watch.desks(in: &store)
    if !asked.orders.isEmpty { watch.noteEdit() }
    if store.hasTail, watch.quiet >= quiet { messages += watch.checkpoint(&store) }
    return messages
  }
}

/// What the thread that works on the journal knows from its last look round.
private struct EditWatch {
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
