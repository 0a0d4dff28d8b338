import Coverage
import RosterEngine
import RosterModel

/// Asks the engine whether squares can be filled: proves that they cannot, or plans until they are.
///
/// Other squares keep what they have of their minimum. What no plan may change is fixed as in planning. A proof holds
/// for every roster that breaks no hard rule about units; so there is none for a roster that breaks one already, or lets
/// one be broken by a waiver or on some days.
public struct FillProver: Sendable {
  /// The roster as it stands.
  public let grid: CoverageGrid
  let plan: CompiledPlan
  /// The problem with nothing wanted, and nothing that costs.
  private let bare: Problem
  /// The units of the postings as they stand, in the layout of the engine.
  private let cells: [RosterEngine.Assignment?]
  /// Whether what the engine proves holds for every roster without an error.
  public let canProve: Bool

  /// The largest number of staff by days that is asked about: beyond, an answer would not come in time.
  private static let mostCells = 400_000

  /// A prover for a roster; `nil` where it cannot be planned, or is too large.
  public init?(_ grid: CoverageGrid) {
    var roster = grid.frame.roster
    roster.assignments = grid.assignments
    guard roster.units.count * roster.settings.days <= Self.mostCells,
      let plan = Self.compiled(roster, now: grid.now)
    else { return nil }
    self.grid = grid
    self.plan = plan
    canProve = Self.canProve(plan, grid)
    var bare = plan.problem
    bare.needs = Array(repeating: .none, count: bare.needs.count)
    bare.needWeights = [NeedWeights(missing: 1000, short: 1000, surplus: 0)]
    bare.requests = []
    bare.balances = []
    bare.continuityWeight = 0
    bare.unavailable += Self.published(plan)
    for index in bare.classes.indices {
      for option in bare.classes[index].options.indices { bare.classes[index].options[option].cost = 0 }
    }
    self.bare = bare
    var cells = plan.start
    for cell in bare.fixed { cells[cell.staff * bare.dayCount + cell.day] = cell.assignment }
    self.cells = cells
  }

  /// The roster as a problem of what has not begun; `nil` where it cannot be planned.
  private static func compiled(_ roster: Roster, now: Int?) -> CompiledPlan? {
    var scope = PlanScope()
    scope.now = now
    do { return try ProblemCompiler.compile(roster, scope: scope) } catch { return nil }
  }

  /// Whether the rules that the engine keeps are those that every plan keeps.
  private static func canProve(_ plan: CompiledPlan, _ grid: CoverageGrid) -> Bool {
    let policy = grid.frame.policy
    let rules = PlannedRules.names.compactMap { RuleCatalogue.rule($0) }
    guard plan.roster.waivers.isEmpty, plan.findingsBefore.allSatisfy({ isHarmless($0, plan) }),
      rules.allSatisfy({ !policy.isHard($0) || policy.isHardEverywhere($0) }),
      [OneShiftADay.rule, OneShiftAtOnce.rule].allSatisfy({ name in
        RuleCatalogue.rule(name).map { policy.isHardEverywhere($0) } ?? false
      })
    else { return false }
    return plan.notes.allSatisfy {
      if case .noBeat = $0 { return true }
      return false
    }
  }

  /// Whether a finding is about a unit that is posted while it is absent, which counts nowhere, and that may be moved.
  private static func isHarmless(_ finding: Finding, _ plan: CompiledPlan) -> Bool {
    guard finding.rule.name == AbsenceLimit.rule, case .unit(let id, let day?, _) = finding.subject,
      let staff = plan.units.firstIndex(where: { plan.roster.id($0) == id })
    else { return false }
    let offset = plan.roster.settings.firstDay.distance(to: day)
    return (0..<plan.problem.dayCount).contains(offset) && !plan.isFixed[staff * plan.problem.dayCount + offset]
  }

  /// The days on which a unit can come nowhere, because wherever it may stand is published.
  private static func published(_ plan: CompiledPlan) -> [Unavailability] {
    let context = PlanContext(plan.roster, scope: PlanScope(), frame: plan.frame)
    guard context.published.contains(where: { !$0.isEmpty }) else { return [] }
    let closed = plan.problem.classes.map { ofClass in
      let beats = ofClass.options.filter { $0.isAssignable && $0.post < plan.roster.beats.count }
      return context.calendar.period.map { day in
        beats.allSatisfy { context.isPublished(BeatReference($0.post), day) }
      }
    }
    return plan.problem.staff.enumerated().flatMap { staff, member in
      context.calendar.period.filter { day in
        closed[member.staffClass][day] && !plan.isFixed[staff * plan.problem.dayCount + day]
      }.map { Unavailability(staff: staff, day: $0, shifts: .all) }
    }
  }
}

extension FillProver {
  /// What is proven of squares that are to be filled.
  public struct Proven: Sendable {
    /// Every plan leaves at least so many units short in them, or leaves another square emptier.
    public var atLeast: Int
    /// Why some are short; `nil` where nothing is proven.
    public var proof: PeriodProof?
  }

  /// Proves what it can of squares that are to be filled.
  ///
  /// - Parameter isStopped: asked now and then; what is proven by then holds.
  public func prove(
    _ squares: [SquareState], upTo level: CellLack.Level = .minimum, isStopped: () -> Bool = { false }
  ) throws(PlanError) -> Proven {
    guard canProve else { return Proven(atLeast: 0, proof: nil) }
    let problem = problem(filling: squares, upTo: level)
    let shortages: Shortages
    do {
      shortages = try Shortages.prove(problem, around: cells, isStopped: isStopped)
    } catch {
      throw .engine(error)
    }
    return Proven(
      atLeast: shortages.units,
      proof: shortages.proof.flatMap { period($0, squares.map(\.square), level) })
  }

  /// The problem in which these squares want what they lack, and the others what they have of their minimum.
  func problem(filling asked: [SquareState], upTo level: CellLack.Level) -> Problem {
    var problem = bare
    let asked = Dictionary(asked.map { ($0.square.index, $0.wanted(of: level)) }) { first, _ in first }
    let tiles = grid.frame.tiles
    grid.forEachSquare { state in
      let line = plan.lineOfDemand[state.square.line]
      // Of a day that is over nothing is planned, nor counted: what stands there stands.
      guard line >= 0, !isOver(state.square.day) else { return }
      let wanted = asked[state.square.index] ?? min(state.have, state.square.minimum)
      guard wanted > 0, let day = grid.frame.offset(of: state.square.day), state.square.tile < tiles else { return }
      problem.needs[problem.needIndex(line: line, day: day, slot: state.square.tile)] = Need(minimum: wanted)
    }
    return problem
  }

  /// Whether every shift of a day has begun.
  private func isOver(_ day: Day) -> Bool {
    grid.frame.roster.settings.shifts.shifts.indices.allSatisfy { grid.hasBegun(day, ShiftReference($0)) }
  }

  private func period(_ proof: ShortageProof, _ asked: [Square], _ level: CellLack.Level) -> PeriodProof? {
    var demandOfLine: [Int: Int] = [:]
    for (demand, line) in plan.lineOfDemand.enumerated() where line >= 0 { demandOfLine[line] = demand }
    var wants: [PeriodProof.Want] = []
    for want in proof.wants {
      guard let line = demandOfLine[want.demandLine],
        let index = grid.frame.plan.index(line: line, day: grid.frame.day(want.day), tile: want.slot),
        let square = grid.frame.plan.square(index)
      else { return nil }
      wants.append(
        PeriodProof.Want(square: square, units: want.units, weight: want.weight, areEscorts: want.areEscorts))
    }
    let found = PeriodProof(
      asked: asked, level: level,
      wants: wants.sorted { ($0.square.index, $0.areEscorts ? 1 : 0) < ($1.square.index, $1.areEscorts ? 1 : 0) },
      settled: proof.wants.reduce(0) { $0 + $1.weight * min($1.fixed, $1.units) },
      supplies: proof.most.enumerated().filter { $0.element > 0 }.map {
        PeriodProof.Supply(unit: plan.units[$0.offset], most: $0.element)
      }.sorted { $0.unit.raw < $1.unit.raw })
    return found.wanted > found.possible ? found : nil
  }
}

extension FillProver {
  /// A plan that fills squares as far as the search went.
  public struct Filling: Sendable {
    /// How many units are still short in the squares, and in others that had them.
    public var missing: Int
    /// What it changes.
    public var change: PlanChange
  }

  /// How far and how to search for a plan.
  public struct Effort: Sendable {
    /// Moves to try; as many as suit the size of the roster where not given.
    public var iterations: Int?
    /// Worker threads.
    public var threads = 1
    /// Whether few changes matter more than an answer soon.
    public var changesLittle = false

    /// One thread, and moves by the size of the roster.
    public init() {}
  }

  /// Moves that suit the size of a problem: a search that has not found anything by then mostly finds nothing.
  private static func moves(of problem: Problem) -> Int {
    min(4_000_000, 2_000_000 + problem.staff.count * problem.dayCount * 100)
  }

  private static func solve(_ problem: Problem, _ options: SolveOptions) throws(PlanError) -> Solution {
    do { return try Solver.solve(problem, options: options) } catch { throw .engine(error) }
  }

  /// Plans until the squares are filled and no other has less than it had; the same effort gives the same plan.
  public func fill(
    _ squares: [SquareState], upTo level: CellLack.Level = .minimum, effort: Effort = Effort()
  ) throws(PlanError) -> Filling? {
    var problem = problem(filling: squares, upTo: level)
    let (reference, changeWeight) = (problem.reference, problem.changeWeight)
    problem.reference = []
    problem.changeWeight = 0
    var options = SolveOptions()
    options.iterations = effort.iterations ?? Self.moves(of: problem)
    options.threads = effort.threads
    options.start = cells
    var solution = try Self.solve(problem, options)
    if effort.changesLittle, !reference.isEmpty, solution.cost.missingUnits + solution.cost.shortUnits == 0 {
      problem.reference = reference
      problem.changeWeight = changeWeight
      options.start = solution.assignments
      options.trims = true
      options.kept = cells
      solution = try Self.solve(problem, options)
    }
    let change = plan.change(to: solution.assignments)
    guard PlanCheck.newlyBroken(by: change, in: plan).isEmpty else { return nil }
    return Filling(missing: solution.cost.missingUnits + solution.cost.shortUnits, change: change)
  }

  /// A plan that fills what is lacking as one act, with few changes; `nil` where none was found.
  ///
  /// It has been tried: nothing is lacking after it, no hard rule is broken anew, and no square has more of a gap.
  public func way(filling lack: CellLack, effort: Effort = Effort()) throws(PlanError) -> WayOut? {
    var effort = effort
    effort.changesLittle = true
    let policy = grid.frame.policy
    // What is asked of the roster as a whole is not planned for.
    let isHardAsAWhole = RuleCatalogue.all.contains {
      ["COV", "EQL"].contains($0.family) && $0.name != "cell-below-minimum" && policy.isHard($0)
    }
    guard !isHardAsAWhole, let filling = try fill(lack.squares, upTo: lack.level, effort: effort), filling.missing == 0
    else { return nil }
    let removed = filling.change.removed.map { plan.roster.assignments[$0] }
    var after = grid
    var judge = Judge(grid.frame)
    let step = filling.change.step(named: "", of: plan.roster)
    let outcome = judge.judgement(of: step.edits, on: &after)
    for edit in step.edits { after.apply(edit) }
    let isTried =
      !outcome.opensGap && lack.squares.allSatisfy { after.state($0.square.index)?.lack(of: lack.level) == 0 }
    return isTried ? WayOut(oneAct: removed, filling.change.added, outcome: outcome, closesAll: true) : nil
  }
}
