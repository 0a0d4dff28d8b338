import Synchronization

/// Annealing alone, from a first roster to the end of the time.
struct AnnealingSearch {
  private let coordinator: AnnealingCoordinator
  private let options: SolveOptions
  private let control: SolveControl
  private let model: Model
  private let start: SearchState

  /// `nil` when the rows are no automata, or work is to be trimmed, which annealing by rows does not.
  init?(_ problem: Problem, _ model: Model, _ options: SolveOptions, _ control: SolveControl) {
    guard !options.trims, let rows = RowModel(problem, model) else { return nil }
    start = SearchState(problem, model)
    let programme = RowProgramme(rows, model, choices: RowModel.choices(model, start))
    guard
      let coordinator = AnnealingCoordinator(
        problem, model, rows, programme: programme, options, control, begun: MonotonicClock.now())
    else { return nil }
    (self.coordinator, self.options, self.control, self.model) = (coordinator, options, control, model)
  }

  /// The best roster found, or `nil` if none keeps every hard rule.
  func run(bound: Int) throws(SolveError) -> RowCoordinator.Outcome? {
    let (coordinator, control, model) = (coordinator, control, model)
    let first = try coordinator.firstRoster()
    let board = first.map { RosterBoard(cost: $0.totalCost(model).soft, state: $0, bound: bound) }
    let seconds = options.timeLimit ?? (options.iterations == nil ? 60 : .infinity)
    let found = Mutex(board)
    @Sendable func publish(_ cost: Int, _ state: SearchState, _ moves: Int) {
      control.publish(
        SolveProgress(
          elapsed: MonotonicClock.now() - coordinator.begun, cost: cost, bound: bound, counts: state.counts,
          moves: moves, model))
    }
    if let first, let board { publish(board.cost, first, 0) }
    let moves = try coordinator.run(
      from: first ?? start, until: seconds, moves: options.iterations, threads: options.threads, turn: 0
    ) { cost, state, moves in
      let isBetter = found.withLock { board in
        if let board { return board.offer(cost: cost, state) }
        board = RosterBoard(cost: cost, state: state, bound: bound)
        return true
      }
      if isBetter { publish(cost, state, moves) }
    }
    guard let best = found.withLock({ $0?.best }) else { return nil }
    return RowCoordinator.Outcome(
      assignments: best.state.assignments(model), cost: best.cost, moves: moves, bound: bound)
  }
}
