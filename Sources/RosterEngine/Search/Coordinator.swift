import Glibc
import Synchronization
import Threads

/// Runs a search: start, rounds of blocks on several threads, the best roster kept.
///
/// In a round every block starts from the same roster, and the results are taken over in the order of the blocks, each
/// judged again against what is there by then. So the roster depends on the seed and the moves, not on the threads.
struct Coordinator {
  let problem: Problem
  let model: Model
  let options: SolveOptions
  let control: SolveControl
  private let begun: Double
  private let hottest: Double?
  /// Whether it tells the control of its best roster; one search of several leaves that to the others.
  private let reports: Bool
  private let deadline: Double
  private let entered = MonotonicClock.now()

  init(
    _ problem: Problem, _ model: Model, _ options: SolveOptions, _ control: SolveControl,
    begun: Double = MonotonicClock.now(), hottest: Double? = nil, reports: Bool = true
  ) {
    (self.begun, self.hottest, self.reports) = (begun, hottest, reports)
    self.problem = problem
    self.model = model
    self.options = options
    self.control = control
    let limit = options.timeLimit ?? (options.iterations == nil ? 60 : .infinity)
    deadline = begun + limit
  }

  /// The roster found, its cost as the search kept it, and the moves evaluated.
  struct Outcome {
    var assignments: [Assignment?]
    var cost: Int
    var moves: Int
    /// What was proved of it.
    var bounds = BoundProof.Bounds()
  }

  /// Rounds in which everyone's row is made anew, where there is no roster to start from.
  private static let startRounds = 5

  private var isStopped: Bool { control.isCancelled || MonotonicClock.now() >= deadline }

  /// The part of a limited time that is kept for the proof, and the most of it in seconds.
  private static let (proofShare, longestProof) = (0.1, 5.0)

  /// Whether it is time to prove what has been found, if something is short in it; a search that is trimmed is the
  /// last.
  private func isProofDue(_ isShort: Bool) -> Bool {
    guard isShort, options.trims, deadline < .infinity else { return false }
    let proof = min(Self.longestProof, Self.proofShare * (deadline - entered))
    return MonotonicClock.now() >= deadline - proof
  }

  func run(bound: Int) throws(SolveError) -> Outcome {
    var random = RandomSource(seed: options.seed, stream: 0)
    var master = Searcher(
      state: SearchState(problem, model), model: model, random: RandomSource(seed: options.seed, stream: 1))
    takeStart(&master)
    // With a temperature of its own the search refines what has been made already; and one row counts as a move a day.
    let renews = hottest == nil && options.iterations ?? .max >= model.dayCount
    let diagrams = renews ? RowDiagrams(problem, model) : nil
    let renewal = diagrams.map { RowRenewal($0, model) }
    Greedy(model: model).fill(&master, but: { diagrams?.diagramOf[$0] ?? -1 >= 0 }, isStopped: { isStopped })
    var best = master.state
    var bestCost = master.cost
    var moves = 0
    report(best, bestCost, bound, moves)

    let plan = BlockPlan(model, postCount: problem.postCount)
    let schedule = Schedule(problem, hottest: hottest)
    var workers = (0..<max(1, options.threads)).map { _ in BlockSearch(searcher: master, renewal: renewal, model) }
    var news: [[Change]] = []
    var urgency = renewal == nil ? nil : Urgency(pointCount: model.needs.count)
    var round: UInt64 = 0
    while !isStopped && !isProofDue(urgency?.isShort == true) && bestCost > bound && moves < options.iterations ?? .max
    {
      let isStart = renewal != nil && options.start.isEmpty && round < Self.startRounds
      let blocks = plan.blocks(round: isStart ? 0 : round, model, &random)
      let staffed = blocks.map(\.members.count).reduce(0, +)
      if staffed == 0 { break }
      let share = progress(moves)
      let temperature = schedule.temperature(share)
      let perMember = schedule.movesPerMember(
        share, staff: staffed, iterations: options.iterations, beside: urgency?.isShort == true)
      let tasks = blocks.indices.map { index in
        BlockTask(
          random: RandomSource(seed: options.seed &+ round &* 0x9E37_79B9, stream: UInt64(index) + 2),
          temperature: temperature, renewsEveryone: isStart,
          moves: isStart ? 0 : perMember * blocks[index].members.count,
          evaluator: options.checksEveryMove ? Evaluator(problem) : nil)
      }
      let outcomes = runRound(blocks, tasks, news, urgency, cost: master.cost, &workers)
      news = []
      for outcome in outcomes {
        moves += outcome.moves
        if let fault = outcome.fault { throw fault }
        news += master.takeOver(outcome, slack: Int(4 * temperature), model)
      }
      urgency?.note(master.state, model)
      if master.cost < bestCost {
        bestCost = master.cost
        best = master.state
      }
      report(best, bestCost, bound, moves)
      round += 1
    }
    // Who cancels is answered at once, with work that nothing needs left in.
    if options.trims && !control.isCancelled {
      var searcher = Searcher(state: best, model: model, random: random)
      Trim(model: model, kept: options.kept).run(&searcher)
      (best, bestCost) = (searcher.state, searcher.cost)
      report(best, bestCost, bound, moves)
    }
    var outcome = Outcome(
      assignments: best.assignments(model), cost: bestCost - best.obligationCost(model), moves: moves)
    outcome.bounds.cost = bound
    if options.trims, !control.isCancelled, let diagrams, best.isShort(model) {
      let (control, deadline) = (control, deadline)
      outcome.bounds = BoundProof(problem: problem, model: model, diagrams: diagrams).bounds(
        best, threads: options.threads,
        isStopped: { control.isCancelled || MonotonicClock.now() >= deadline })
      outcome.bounds.cost = max(bound, outcome.bounds.cost)
      report(best, bestCost, outcome.bounds.cost, moves)
    }
    return outcome
  }

  /// Takes over the roster to start from: whole if it keeps the hard rules as a whole, else row by row, else cell by
  /// cell.
  ///
  /// A part of a right roster need not be right: a run off too short until the next day is there, someone without an
  /// escort until the escort's row is there. So rows that were refused are tried again after the others.
  private func takeStart(_ master: inout Searcher) {
    let rows = startRows(master)
    if take(Array(rows.joined()), &master) { return }
    var refused: [[Change]] = []
    for row in rows where !take(row, &master) { refused.append(row) }
    for row in refused where !take(row, &master) {
      for change in row { _ = take([change], &master) }
    }
  }

  private func take(_ changes: [Change], _ master: inout Searcher) -> Bool {
    master.move = changes
    return master.attempt(.max / 2, model)
  }

  /// The cells of the start that the search may fill, by staff member.
  private func startRows(_ master: Searcher) -> [[Change]] {
    guard options.start.count == model.staffCount * model.dayCount else { return [] }
    return (0..<model.staffCount).map { member in
      (0..<model.dayCount).compactMap { day in
        guard let assignment = options.start[member * model.dayCount + day],
          0..<model.shiftCount ~= assignment.shift, 0..<problem.postCount ~= assignment.post
        else { return nil }
        let change = Change(
          member: Int32(member), day: Int32(day + model.historyDays), code: UInt8(assignment.shift + 1),
          option: model.option(of: model.staffClass[member], post: Int32(assignment.post)))
        return master.isAllowed(change, model) ? change : nil
      }
    }
  }

  /// The part of the search that is over, `0...1`.
  private func progress(_ moves: Int) -> Double {
    var share = 0.0
    if let iterations = options.iterations { share = Double(moves) / Double(max(1, iterations)) }
    if deadline < .infinity {
      share = max(share, (MonotonicClock.now() - entered) / max(0.001, deadline - entered))
    }
    return min(1, share)
  }

  private func report(_ best: SearchState, _ cost: Int, _ bound: Int, _ moves: Int) {
    guard reports else { return }
    let owed = best.obligationCost(model)
    control.publish(
      SolveProgress(
        elapsed: MonotonicClock.now() - begun, cost: cost - owed, bound: bound, counts: best.counts, isValid: owed == 0,
        moves: moves, model))
  }

  /// Searches all blocks from the same roster, after each worker has taken over what the last round changed.
  private func runRound(
    _ blocks: [Block], _ tasks: [BlockTask], _ news: [[Change]], _ urgency: Urgency?, cost: Int,
    _ workers: inout [BlockSearch]
  ) -> [BlockSearch.Outcome] {
    let desk = RoundDesk(workers: workers, blockCount: blocks.count)
    workers = []
    let (model, control, deadline) = (model, control, deadline)
    Threads.run(min(desk.workerCount, blocks.count)) { index in
      guard var worker = desk.take(index) else { return }
      worker.takeOver(news, urgency, cost: cost, model)
      while let block = desk.nextBlock() {
        let outcome = worker.run(
          blocks[block], task: tasks[block], model,
          isStopped: { control.isCancelled || MonotonicClock.now() >= deadline })
        desk.put(outcome, at: block)
      }
      desk.giveBack(worker, index)
    }
    workers = desk.takeAll().enumerated().map { index, worker in
      var worker = worker
      // A worker without a block this round has not heard the news yet.
      if index >= blocks.count { worker.takeOver(news, urgency, cost: cost, model) }
      return worker
    }
    return desk.outcomes
  }
}

/// What the threads of one round share: workers to take, blocks to do, outcomes to leave.
final class RoundDesk: Sendable {
  private let workers: Mutex<[BlockSearch?]>
  private let results: Mutex<[BlockSearch.Outcome]>
  private let next = Atomic<Int>(0)
  private let blockCount: Int
  let workerCount: Int

  init(workers: [BlockSearch], blockCount: Int) {
    workerCount = workers.count
    self.workers = Mutex(workers)
    results = Mutex(Array(repeating: BlockSearch.Outcome(), count: blockCount))
    self.blockCount = blockCount
  }

  /// Takes a worker out, so that its arrays are owned by the one who took it and are changed in place.
  func take(_ index: Int) -> BlockSearch? {
    workers.withLock { workers in
      let worker = workers[index]
      workers[index] = nil
      return worker
    }
  }

  func giveBack(_ worker: BlockSearch, _ index: Int) {
    workers.withLock { $0[index] = worker }
  }

  func takeAll() -> [BlockSearch] {
    workers.withLock { workers in
      let all = workers.compactMap { $0 }
      workers = []
      return all
    }
  }

  func nextBlock() -> Int? {
    let block = next.add(1, ordering: .relaxed).oldValue
    return block < blockCount ? block : nil
  }

  func put(_ outcome: BlockSearch.Outcome, at block: Int) {
    results.withLock { $0[block] = outcome }
  }

  var outcomes: [BlockSearch.Outcome] { results.withLock { $0 } }
}

/// The cooling of a search: exponential, down to where costs of one freeze.
///
/// It begins at a thirtieth of the least cost of a missing unit: in a large problem that is hot enough, since there is
/// always somebody else who can step in, and hotter wastes moves. A small problem begins hotter, up to a third.
///
/// Rounds are short, because staff of wide reach change blocks between them: 50 moves each find in a tenth of the moves
/// what 400 find.
struct Schedule: Sendable {
  private let hottest: Double
  private let coldest = 0.3

  /// With `hottest`, it begins there.
  init(_ problem: Problem, hottest: Double? = nil) {
    let weights = problem.needWeights.flatMap { [$0.short, $0.missing] }.filter { $0 > 0 }
    let cells = problem.staff.count * problem.dayCount
    self.hottest = hottest ?? max(0.5, Double(weights.min() ?? 100) / Double(min(30, max(3, cells / 40))))
  }

  /// The temperature when a share `0...1` of the search is over.
  func temperature(_ share: Double) -> Float {
    Float(hottest * pow(coldest / hottest, share))
  }

  /// How many moves a round gives each staff member; few beside rows made anew, which fill more in the same time.
  func movesPerMember(_ share: Double, staff: Int, iterations: Int?, beside renewals: Bool) -> Int {
    if renewals { return 10 }
    guard let iterations else { return 50 }
    return min(50, max(10, iterations / staff / 60))
  }
}
