import Coverage
import RosterEngine
import RosterModel

/// Plans a roster: compiles it, lets the engine search, and checks what comes back against the rule catalogue.
public enum PlannerJob {
  /// Plans what the scope lets planning change.
  ///
  /// Blocks until the limits of the options are reached or the control is cancelled; the roster is not changed.
  ///
  ///     let proposal = try PlannerJob.run(roster, options: options)
  ///     roster = proposal.change.applied(to: roster)
  ///
  /// - Throws: `PlanError`; a plan that breaks a rule which the roster kept is a fault of the program, and is thrown
  ///   away.
  public static func run(
    _ roster: Roster, scope: PlanScope = PlanScope(), options: PlanOptions = PlanOptions(),
    control: PlanControl = PlanControl()
  ) throws(PlanError) -> Proposal {
    if let most = scope.mostChanges, scope.replans {
      return try run(roster, scope: scope, movingAtMost: most, options, control)
    }
    let plan = try ProblemCompiler.compile(roster, scope: scope)
    let solution = try solve(plan, options, control)
    let change = plan.change(to: solution.assignments)
    let broken = PlanCheck.newlyBroken(by: change, in: plan)
    guard broken.isEmpty else { throw .brokenRules(broken) }
    return Proposal(
      change: change, step: change.step(named: "plan", of: roster), cost: PlanCost(solution.cost),
      bound: solution.bound, shortBound: solution.shortBound, gaps: solution.cost.missingUnits,
      shortfall: solution.cost.shortUnits,
      notes: plan.notes, moves: solution.moves, isCancelled: solution.isCancelled)
  }

  /// Plans with a limit of changes of what stands: fills what is missing, moving nobody, and then has what still lacks units
  /// mended by that many changes at the most.
  ///
  /// The figures are those of the roster that comes of it; no bound is told, as those of its parts are not of the whole.
  private static func run(
    _ roster: Roster, scope: PlanScope, movingAtMost most: Int, _ options: PlanOptions, _ control: PlanControl
  ) throws(PlanError) -> Proposal {
    var scope = scope
    scope.mostChanges = nil
    scope.replans = false
    let half = options.part(0.5)
    var proposal = try run(roster, scope: scope, options: half, control: control)
    guard most > 0, !proposal.isCancelled, proposal.gaps + proposal.shortfall > 0 else { return proposal }
    let filled = proposal.change.applied(to: roster)
    var grid = CoverageGrid(filled)
    grid.now = scope.now
    var wish = RepairWish()
    wish.level = .target
    wish.mostChanges = most
    var squares: Set<Int> = []
    grid.forEachSquare { if scope.contains($0.square, in: grid.frame) { squares.insert($0.square.index) } }
    wish.squares = squares
    wish.units = scope.units.map(Set.init)
    let end = half.timeLimit.map { ContinuousClock.now + .seconds($0) }
    let repair = grid.repair(wish, seed: options.seed, rounds: options.iterations.map { max(1, $0 / 1000) }) {
      control.isCancelled || end.map { ContinuousClock.now > $0 } == true
    }
    for edit in repair.edits { grid.apply(edit) }
    var mended = filled
    mended.assignments = grid.assignments
    let change = PlanChange(from: roster, to: mended)
    proposal = try figures(of: mended, scope: scope)
    proposal.change = change
    proposal.step = change.step(named: "plan", of: roster)
    proposal.isCancelled = control.isCancelled
    return proposal
  }

  /// What a roster comes to as it stands, as a proposal that changes nothing.
  ///
  /// It has no bounds, because nothing is searched.
  ///
  /// - Throws: `PlanError` where the roster cannot be planned.
  public static func figures(of roster: Roster, scope: PlanScope = PlanScope()) throws(PlanError) -> Proposal {
    let plan = try ProblemCompiler.compile(roster, scope: scope)
    var problem = plan.problem
    var cells = plan.start
    for cell in problem.fixed { cells[cell.staff * problem.dayCount + cell.day] = cell.assignment }
    if !plan.fairness.isEmpty { problem.balances = plan.fairness.balances(of: cells) }
    if let fault = problem.firstFault() { throw .engine(.invalidProblem(fault)) }
    let cost = Evaluator(problem).cost(of: cells)
    let change = PlanChange()
    return Proposal(
      change: change, step: change.step(named: "plan", of: roster), cost: PlanCost(cost), bound: 0, shortBound: 0,
      gaps: cost.missingUnits, shortfall: cost.shortUnits, notes: plan.notes, moves: 0, isCancelled: false)
  }

  /// The part of the limits that goes into the first plan, which tells what is fair.
  private static let firstShare = 0.2

  /// Plans twice where loads are to be balanced: first to learn what each group has to do, then with fair shares of it.
  private static func solve(
    _ plan: CompiledPlan, _ options: PlanOptions, _ control: PlanControl
  ) throws(PlanError) -> Solution {
    var problem = plan.problem
    // People's own postings stay, needed or not.
    if plan.fairness.isEmpty {
      return try solve(problem, from: plan.start, trimmingBeside: plan.start, options, control.first)
    }
    let first = try solve(problem, from: plan.start, trimmingBeside: nil, options.part(firstShare), control.first)
    // Who cancels is answered at once, with shares as they have come out.
    if first.isCancelled { return first }
    problem.balances = plan.fairness.balances(of: first.assignments)
    var second = try solve(
      problem, from: first.assignments, trimmingBeside: plan.start, options.part(1 - firstShare), control.second)
    second.moves += first.moves
    return second
  }

  private static func solve(
    _ problem: Problem, from start: [RosterEngine.Assignment?], trimmingBeside kept: [RosterEngine.Assignment?]?,
    _ options: PlanOptions, _ control: SolveControl
  ) throws(PlanError) -> Solution {
    var solveOptions = SolveOptions()
    solveOptions.seed = options.seed
    solveOptions.threads = max(1, options.threads)
    solveOptions.iterations = options.iterations
    solveOptions.timeLimit = options.timeLimit
    solveOptions.checksEveryMove = options.checksEveryMove
    if let kept {
      solveOptions.trims = true
      solveOptions.kept = kept
    }
    if start.contains(where: { $0 != nil }) { solveOptions.start = start }
    do {
      return try Solver.solve(problem, options: solveOptions, control: control)
    } catch {
      throw .engine(error)
    }
  }
}

/// How long and how to plan.
public struct PlanOptions: Hashable, Sendable {
  /// The same seed and iterations give the same plan, whatever the number of threads.
  public var seed: UInt64 = 1
  /// Worker threads; 1 or more.
  public var threads = 1
  /// Moves to try, about; `nil` for no limit.
  public var iterations: Int?
  /// Seconds to search; `nil` for no limit, but one minute where `iterations` has none either.
  public var timeLimit: Double?
  /// Recomputes the whole cost after every accepted move and fails on a difference; very slow.
  public var checksEveryMove = false

  /// One thread and one minute.
  public init() {}

  /// The same with a share of the limits.
  func part(_ share: Double) -> PlanOptions {
    var part = self
    part.iterations = iterations.map { max(1, Int(Double($0) * share)) }
    part.timeLimit = (timeLimit ?? (iterations == nil ? 60 : nil)).map { $0 * share }
    return part
  }
}

/// The handle on a running plan: stops it and tells how far it is, from any thread.
public final class PlanControl: Sendable {
  /// The search of the first plan.
  let first = SolveControl()
  /// The search of the plan with fair shares, where there is one.
  let second = SolveControl()

  /// A handle for one run.
  public init() {}

  /// Asks planning to stop with the best plan so far; it answers within 50 ms.
  public func cancel() {
    first.cancel()
    second.cancel()
  }

  /// Whether `cancel` was called.
  public var isCancelled: Bool { first.isCancelled }

  /// The latest report, or `nil` before the first plan; each replaces the one before.
  public var progress: PlanProgress? {
    guard let begun = first.progress else { return nil }
    guard let latest = second.progress else { return PlanProgress(begun) }
    return PlanProgress(latest, after: begun)
  }
}

/// Where planning stands: its best plan so far.
public struct PlanProgress: Hashable, Sendable {
  /// Seconds since the search began.
  public var elapsed: Double
  /// Units below minimum, summed over the squares of the scope.
  public var gaps: Int
  /// Units below target, above minimum, summed over the squares of the scope.
  public var shortfall: Int
  /// What the plan costs by the roster's weights.
  public var cost: Int
  /// No plan costs less; 0 where nothing better is known.
  public var bound: Int
  /// Moves tried.
  public var moves: Int

  /// Where planning stands.
  public init(elapsed: Double, gaps: Int, shortfall: Int = 0, cost: Int, bound: Int = 0, moves: Int = 0) {
    self.elapsed = elapsed
    self.gaps = gaps
    self.shortfall = shortfall
    self.cost = cost
    self.bound = bound
    self.moves = moves
  }

  /// The report of a search, which may go on where another has ended.
  init(_ progress: SolveProgress, after earlier: SolveProgress? = nil) {
    elapsed = progress.elapsed + (earlier?.elapsed ?? 0)
    gaps = progress.missingUnits
    shortfall = progress.shortUnits
    cost = progress.cost
    bound = progress.bound
    moves = progress.moves + (earlier?.moves ?? 0)
  }
}
