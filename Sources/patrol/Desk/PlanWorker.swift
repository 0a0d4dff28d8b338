import Desk
import Planner
import RosterModel
import Screen
import Synchronization
import Terminal

/// A plan being made on a thread of its own, for the desk's loop to look at.
final class PlanWorker: Sendable {
  /// The number by which the desk knows it.
  let ticket: Int
  private let control = PlanControl()
  private let outcome = Mutex<Message?>(nil)

  private init(ticket: Int) { self.ticket = ticket }

  /// Begins a plan; the waker tells the loop when it is finished.
  ///
  /// - Throws: `TerminalError` where the system starts no more threads.
  static func start(
    _ order: PlanOrder, options: PlanOptions, waker: Waker
  ) throws(TerminalError) -> PlanWorker {
    let worker = PlanWorker(ticket: order.ticket)
    // Released at once: the thread keeps what it needs, and `control` stops it.
    _ = try WorkerThread {
      worker.plan(order, options)
      waker.wake()
    }
    return worker
  }

  /// Asks it to finish with the best so far.
  func cancel() { control.cancel() }

  /// How far it is; `nil` before the first plan.
  var report: Message? {
    control.progress.map { .planProgress(ticket: ticket, $0) }
  }

  /// What it came to, once it is finished; given once.
  func takeOutcome() -> Message? {
    outcome.withLock { outcome in
      defer { outcome = nil }
      return outcome
    }
  }

  private func plan(_ order: PlanOrder, _ options: PlanOptions) {
    let message: Message
    do {
      let proposal = try PlannerJob.run(order.roster, scope: order.scope, options: options, control: control)
      message = .planFinished(
        ticket: ticket,
        PlanResult(
          edits: proposal.step.edits, cost: proposal.cost.total, bound: proposal.bound,
          isCancelled: proposal.isCancelled,
          notes: PlanNoteText.lines(proposal.notes, in: order.roster)))
    } catch {
      message = .planFailed(ticket: ticket, "\(error)")
    }
    outcome.withLock { $0 = message }
  }
}
