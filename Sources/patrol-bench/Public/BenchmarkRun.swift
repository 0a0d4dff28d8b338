import Foundation
import RosterEngine

/// One search of one public instance, measured.
struct BenchmarkRun {
  let instance: String
  let search: SearchOptions
  let solution: Solution
  let seconds: Double
  /// When the first valid roster was there, or `nil` if there was none.
  let firstValid: Double?

  /// Hard rules broken, cover below a hard minimum included.
  let violations: Int

  /// Searches a problem; `minimaAreHard` says whether a roster below minimum cover is no roster.
  init(_ problem: Problem, instance: String, search: SearchOptions, minimaAreHard: Bool) throws {
    var options = SolveOptions()
    options.seed = search.seed
    options.threads = search.threads
    if search.iterations == nil { options.timeLimit = search.seconds }
    options.iterations = search.iterations
    options.method = search.method
    let control = SolveControl()
    let watch = FirstValid(control, minimaAreHard: minimaAreHard)
    let begun = ContinuousClock.now
    let solution = try Solver.solve(problem, options: options, control: control)
    seconds = (ContinuousClock.now - begun) / .seconds(1)
    violations = solution.cost.hardTotal + (minimaAreHard ? solution.cost.missingUnits : 0)
    firstValid = watch.seconds() ?? (violations == 0 ? seconds : nil)
    (self.instance, self.search, self.solution) = (instance, search, solution)
  }

  static let header = "instance,seed,threads,seconds,cost,bound,first_feasible_seconds"

  /// The run as a line of CSV; a run without a valid roster has no cost.
  var line: String {
    let cost = violations == 0 ? String(solution.cost.total) : ""
    let first = firstValid.map { String(format: "%.2f", $0) } ?? ""
    return "\(instance),\(search.seed),\(search.threads),\(String(format: "%.1f", seconds)),\(cost),\(solution.bound),"
      + first
  }
}
