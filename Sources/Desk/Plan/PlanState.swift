import Planner
import RosterModel

/// The planner's work as the desk sees it.
struct PlanState: Sendable {
  /// Where a plan stands.
  enum Phase: Sendable {
    /// None was asked for, or the last was accepted or dropped.
    case idle
    /// It is being made; whether it was asked to stop.
    case running(isStopping: Bool)
    /// It is finished and waits for an answer.
    case proposed(ProposalView)
  }

  var phase = Phase.idle
  /// The number of the plan asked for last.
  var ticket = 0
  /// What is planned, in words.
  var subject = ""
  /// How far along the journal the roster was that is planned.
  var basis = JournalPosition.start
  /// The reports, the latest last.
  var reports: [PlanProgress] = []
  var list = ListState()

  var isRunning: Bool {
    if case .running = phase { return true }
    return false
  }

  var proposal: ProposalView? {
    if case .proposed(let proposal) = phase { return proposal }
    return nil
  }
}
