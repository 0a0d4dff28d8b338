/// Searches for the roster of least cost that keeps every hard rule.
///
/// The search blocks the thread that calls ``solve(_:options:control:)`` and uses further threads of its own; stop it
/// and follow it through the ``SolveControl``. It has a valid roster at once and betters it until it is stopped.
public enum Solver {
  /// Solves a problem.
  ///
  /// - Throws: ``SolveError``; nothing else.
  public static func solve(
    _ problem: Problem, options: SolveOptions = SolveOptions(), control: SolveControl = SolveControl()
  ) throws(SolveError) -> Solution {
    defer { control.finish() }
    if let fault = problem.firstFault() { throw .invalidProblem(fault) }
    let model = Model(problem)
    let evaluator = Evaluator(problem)
    let bound = CapacityBound(problem, model).value
    let given = evaluator.cost(of: SearchState(problem, model).assignments(model), threads: options.threads)
    let outcome: RowCoordinator.Outcome
    var shortBound = 0
    if options.method == .annealing,
      let found = try AnnealingSearch(problem, model, options, control)?.run(bound: bound)
    {
      outcome = found
    } else if let found = try RowCoordinator(problem, model, options, control)?.run(bound: bound) {
      outcome = found
    } else {
      let found = try Coordinator(problem, model, options, control).run(bound: bound)
      outcome = RowCoordinator.Outcome(found, bound: found.bounds.cost)
      shortBound = found.bounds.units
    }
    let cost = evaluator.cost(of: outcome.assignments, threads: options.threads)
    guard cost.total == outcome.cost else { throw .costMismatch(kept: outcome.cost, recomputed: cost.total) }
    guard cost.hardTotal <= given.hardTotal else {
      throw .brokenRules(before: given.hardTotal, after: cost.hardTotal)
    }
    return Solution(
      assignments: outcome.assignments, cost: cost, bound: outcome.bound, shortBound: shortBound, moves: outcome.moves,
      isCancelled: control.isCancelled, dayCount: problem.dayCount)
  }
}

extension Solver {
  /// Reports of a search as they come, until it is over or cancelled; about twenty a second at most.
  ///
  /// The search itself runs wherever ``solve(_:options:control:)`` was called; end the sequence by leaving the loop.
  public static func progress(of control: SolveControl) -> AsyncStream<SolveProgress> {
    AsyncStream { continuation in
      let task = Task {
        var last: SolveProgress?
        while !Task.isCancelled && !control.isFinished {
          if let progress = control.progress, progress != last {
            last = progress
            continuation.yield(progress)
          }
          do { try await Task.sleep(for: .milliseconds(50)) } catch { break }
        }
        if let progress = control.progress, progress != last { continuation.yield(progress) }
        continuation.finish()
      }
      continuation.onTermination = { _ in task.cancel() }
    }
  }
}

/// A roster, what it costs, and how good it is known to be.
public struct Solution: Sendable {
  /// The roster, `staff.count * dayCount` cells by staff then day; `nil` is a day off.
  public var assignments: [Assignment?]
  /// The cost, recomputed from scratch by ``Evaluator``.
  public var cost: CostBreakdown
  /// No roster of this problem costs less than this; 0 if nothing better is known.
  public var bound: Int
  /// No roster of this problem leaves fewer units below what is preferred, where both missing and short units cost
  /// something; 0 if nothing better is known.
  public var shortBound = 0
  /// Moves evaluated.
  public var moves: Int
  /// Whether it was stopped by ``SolveControl/cancel()``.
  public var isCancelled: Bool
  /// Days in each staff member's row of ``assignments``.
  public var dayCount: Int

  /// What a staff member does on a day of the period.
  public subscript(staff: Int, day: Int) -> Assignment? {
    assignments[staff * dayCount + day]
  }
}

/// Why a search gave no roster.
public enum SolveError: Error, Hashable, Sendable {
  /// The problem does not hold together; see the evidence.
  case invalidProblem(ProblemFault)
  /// A fault of the engine: the cost it kept differs from the cost recomputed.
  case costMismatch(kept: Int, recomputed: Int)
  /// A fault of the engine: it broke hard rules that the fixed part of the problem did not.
  case brokenRules(before: Int, after: Int)
}
