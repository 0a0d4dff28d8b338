import Desk
import Planner
import RosterModel
import Screen
import Terminal

/// The desk on a terminal: shows its frames, hands it what happens, and does what it asks for.
struct DeskLoop {
  private var model: Model
  private let session: TerminalSession
  private let edits: EditWorker
  private let options: DeskOptions
  private var alarm = DeskAlarm()
  private var worker: PlanWorker?
  /// The time that the desk was told last.
  private var clock: Int?
  private var isOver = false

  /// How often a plan's progress is looked at.
  private static let reportInterval = Duration.milliseconds(100)
  /// How often the clock is looked at: it changes what is marked as today.
  private static let clockInterval = Duration.seconds(20)

  /// A desk on a terminal.
  init(_ model: Model, _ session: TerminalSession, _ edits: EditWorker, _ options: DeskOptions) {
    self.model = model
    self.session = session
    self.edits = edits
    self.options = options
  }

  /// Runs until the dispatcher leaves.
  ///
  /// - Returns: why it ended where nobody chose to leave.
  mutating func run() -> Ending? {
    lookAtClock()
    while !isOver {
      session.present(view(model, session.size))
      let arrival = session.wait(atMost: patience)
      // All that was typed is taken in before the next frame, so that a key held down never queues behind drawing.
      for event in arrival.events { send(.input(event)) }
      if let ending = arrival.ending {
        worker?.cancel()
        return ending
      }
      for message in alarm.takeDue() { send(message) }
      for message in edits.takeNews() { send(message) }
      lookAtWorker()
      lookAtClock()
    }
    worker?.cancel()
    return nil
  }

  private var patience: Duration {
    let wait = min(alarm.remaining ?? Self.clockInterval, Self.clockInterval)
    return worker == nil ? wait : min(wait, Self.reportInterval)
  }

  private mutating func lookAtClock() {
    let now = options.now ?? DutyClock.system().instant
    guard now != clock else { return }
    clock = now
    send(.clock(now))
  }

  private mutating func lookAtWorker() {
    guard let worker else { return }
    if let outcome = worker.takeOutcome() {
      self.worker = nil
      send(outcome)
    } else if let report = worker.report {
      send(report)
    }
  }

  private mutating func send(_ message: Message) {
    for effect in model.receive(message) { perform(effect) }
  }

  private mutating func perform(_ effect: Effect) {
    switch effect {
    case .submit(let ticket, let draft, let basis): edits.submit(ticket: ticket, draft, basis: basis)
    case .settle(let conflicts, let isRedone): edits.settle(conflicts, isRedone: isRedone)
    case .presence(let place): edits.show(place)
    case .startPlan(let order): start(order)
    case .cancelPlan(let ticket): if worker?.ticket == ticket { worker?.cancel() }
    case .copy(let text): session.copy(text)
    case .wake(let milliseconds, let token): alarm.set(milliseconds: milliseconds, token: token)
    case .redraw: session.redraw()
    case .suspend: session.suspend()
    case .quit: isOver = true
    }
  }

  private mutating func start(_ order: PlanOrder) {
    worker?.cancel()
    var planOptions = PlanOptions.fromEnvironment()
    planOptions.timeLimit = options.planSeconds
    planOptions.threads = options.planThreads
    do {
      worker = try PlanWorker.start(order, options: planOptions, waker: session.waker)
    } catch {
      send(.planFailed(ticket: order.ticket, "\(error)".shown))
    }
  }
}

/// The waits that the desk has asked for.
struct DeskAlarm {
  private var waits: [(at: ContinuousClock.Instant, token: Int)] = []

  /// Adds a wait from now on.
  mutating func set(milliseconds: Int, token: Int) {
    waits.append((.now + .milliseconds(milliseconds), token))
  }

  /// How long until the first wait is over; `nil` where there is none.
  var remaining: Duration? { waits.map(\.at).min().map { max(.zero, ContinuousClock.now.duration(to: $0)) } }

  /// Takes out the waits that are over.
  mutating func takeDue() -> [Message] {
    let now = ContinuousClock.now
    let due = waits.filter { $0.at <= now }
    waits.removeAll { $0.at <= now }
    return due.map { .woke($0.token) }
  }
}
