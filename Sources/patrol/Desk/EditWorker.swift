import Desk
import RosterModel
import Terminal

/// The journal's work for a desk, on a thread of its own: a slow disk never holds up the keys.
final class EditWorker {
  private let queue: EditQueue
  private let thread: WorkerThread

  /// Takes a store over; `notify` is called from the thread when there is news for `takeNews()`.
  ///
  /// - Throws: `TerminalError` where the system starts no more threads.
  init(_ store: sending any EditStore, notify: @escaping @Sendable () -> Void) throws(TerminalError) {
    let queue = EditQueue(store, notify: notify)
    self.queue = queue
    thread = try WorkerThread { queue.run() }
  }

  /// Asks for an act to be recorded; the answer is among the news.
  func submit(ticket: Int, _ draft: EntryDraft, basis: JournalPosition) {
    queue.submit(EditQueue.Order(ticket: ticket, draft: draft, basis: basis))
  }

  /// Notes what became of recorded changes which the roster lacks.
  func settle(_ conflicts: [ReplayConflict], isRedone: Bool) {
    queue.settle(EditQueue.Settling(conflicts: conflicts, isRedone: isRedone))
  }

  /// Tells the other desks where the cursor is, before long.
  func show(_ place: String) { queue.show(place) }

  /// What has happened since this was last asked, in order.
  func takeNews() -> [Message] { queue.takeNews() }

  /// Waits for what was asked for, and leaves the store.
  ///
  /// - Returns: why what is recorded could not be folded into the tables; `nil` where it was, or another desk will.
  func close() -> String? {
    queue.close()
    thread.join()
    return queue.closingFailure
  }
}
