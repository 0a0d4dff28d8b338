import Desk
import Dispatch
import RosterModel
import Screen
import Synchronization

/// What passes between a desk's loop and the thread that works on the journal.
final class EditQueue: Sendable {
  /// An act to be recorded.
  struct Order: Sendable {
    var ticket: Int
    var draft: EntryDraft
    var basis: JournalPosition
  }

  /// What became of recorded changes that the roster lacks.
  struct Settling: Sendable {
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
  private let notify: @Sendable () -> Void

  /// How often others' entries and desks are looked for: two desks see each other within half a second.
  private static let interval = DispatchTimeInterval.milliseconds(200)
  /// How long after the last edit the tables are brought up to date.
  private static let quiet = Duration.seconds(30)

  init(_ store: sending any EditStore, notify: @escaping @Sendable () -> Void) {
    self.store = Mutex(store)
    self.notify = notify
  }

  func submit(_ order: Order) {
    requests.withLock { $0.orders.append(order) }
    bell.signal()
  }

  func settle(_ settling: Settling) {
    requests.withLock { $0.settlings.append(settling) }
    bell.signal()
  }

  /// No bell for this: the next look round is soon enough, and a cursor key held down must not cost a write each time.
  func show(_ place: String) { requests.withLock { $0.place = place } }

  func close() {
    requests.withLock { $0.isClosing = true }
    bell.signal()
  }

  func takeNews() -> [Message] {
    news.withLock { news in
      defer { news.messages = [] }
      return news.messages
    }
  }

  var closingFailure: String? { news.withLock { $0.closingFailure } }

  /// Works until it is told to close.
  func run() {
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
