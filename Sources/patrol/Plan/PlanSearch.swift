import Planner
import RosterModel
import Synchronization

/// The searches of one `patrol plan`: what was asked for, then short ones where others have changed what was planned.
///
/// Ctrl-C ends the one that runs, and there is no other then.
final class PlanSearch {
  /// The control of the search that runs.
  private final class Running: Sendable {
    private let control = Mutex<(now: PlanControl, isCancelled: Bool)>((PlanControl(), false))

    func begin() -> PlanControl {
      control.withLock { control in
        control.now = PlanControl()
        if control.isCancelled { control.now.cancel() }
        return control.now
      }
    }

    func cancel() {
      control.withLock { control in
        control.isCancelled = true
        control.now.cancel()
      }
    }
  }

  private let options: PlanOptions
  private let streams: StandardStreams
  private let running = Running()
  private let interrupts: InterruptWatch

  /// Watches for Ctrl-C from now on.
  ///
  /// - Parameter options: of the search that was asked for.
  init(_ options: PlanOptions, _ streams: StandardStreams) {
    self.options = options
    self.streams = streams
    interrupts = InterruptWatch { [running] in running.cancel() }
  }

  /// Whether Ctrl-C was pressed.
  var isInterrupted: Bool { interrupts.isInterrupted }

  /// The search that was asked for.
  func run(_ roster: Roster, _ scope: PlanScope) throws(PlanError) -> Proposal {
    try run(roster, scope, options, "planning")
  }

  /// A short search from a roster in which most is planned.
  func runAgain(_ roster: Roster, _ scope: PlanScope) throws(PlanError) -> Proposal {
    var short = options
    short.iterations = options.iterations.map { max(1, $0 / Self.part) }
    short.timeLimit = min(Self.longest, max(Self.shortest, (options.timeLimit ?? Self.longest) / Double(Self.part)))
    return try run(roster, scope, short, "planning again what others have changed")
  }

  /// Writes the plan: what Ctrl-C does waits until then, and is not done where it was written.
  func write<Answer, Failure: Error>(_ body: () throws(Failure) -> Answer) throws(Failure) -> Answer {
    interrupts.hold()
    defer { interrupts.release() }
    let answer = try body()
    interrupts.stop()
    return answer
  }

  /// Ends watching: from now on Ctrl-C is held off.
  func stop() { interrupts.stop() }

  /// Which part of the limits a short search has, and the least and the most of it in seconds.
  private static let part = 10
  private static let shortest = 0.5
  private static let longest = 20.0

  private func run(
    _ roster: Roster, _ scope: PlanScope, _ options: PlanOptions, _ what: String
  ) throws(PlanError) -> Proposal {
    let control = running.begin()
    let line = ProgressLine(control, streams, what: what)
    line.start()
    defer { line.stop() }
    return try PlannerJob.run(roster, scope: scope, options: options, control: control)
  }
}
