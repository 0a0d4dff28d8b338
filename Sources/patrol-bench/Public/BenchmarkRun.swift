import ArgumentParser
import Foundation
import RosterEngine
import Synchronization

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

/// How long, with how many threads and from which seed a public instance is searched.
struct SearchOptions: ParsableArguments {
  @Option(help: "Seconds to search.")
  var seconds = 60.0
  @Option(help: "Worker threads.")
  var threads = 2
  @Option(help: "Seed of the search.")
  var seed: UInt64 = 1

  @Option(help: "Moves to evaluate, about, in place of the seconds: the same roster every time.")
  var iterations: Int?
  @Option(help: "annealing, columns or both.")
  var method = SearchMethod.both

  func validate() throws {
    guard seconds > 0, seconds <= 1_000_000 else { throw ValidationError("--seconds must be above 0.") }
    guard 1...256 ~= threads else { throw ValidationError("--threads must be 1 to 256.") }
  }
}

extension SearchMethod: ExpressibleByArgument {}

/// A line of a list of public instances.
struct BenchmarkEntry {
  enum Format { case shiftScheduling, nurseRostering(history: Int, weeks: String) }

  let format: Format
  let path: String
  let seconds: Double

  /// Reads a line; `seconds` holds where it names none.
  init(_ line: String, seconds: Double, folder: URL) throws {
    var words = line.split(separator: " ").map(String.init)
    var own = seconds
    if let last = words.last, last.hasPrefix("seconds=") {
      guard let named = Double(last.dropFirst(8)), named > 0 else { throw Self.unknown(line) }
      own = named
      words.removeLast()
    }
    if words.count == 2, words[0] == "nrp" {
      format = .shiftScheduling
    } else if words.count == 4, words[0] == "inrc2", let history = Int(words[2]) {
      format = .nurseRostering(history: history, weeks: words[3])
    } else {
      throw Self.unknown(line)
    }
    self.seconds = own
    path = folder.appending(path: words[1]).path
  }

  private static func unknown(_ line: String) -> ValidationError {
    ValidationError("\"\(line)\" is not a run. Write nrp INSTANCE.txt or inrc2 FOLDER HISTORY WEEKS.")
  }

  /// What the instance is called in tables.
  var name: String {
    switch format {
    case .shiftScheduling: URL(filePath: path).deletingPathExtension().lastPathComponent
    case .nurseRostering(let history, let weeks): "\(InstanceFiles.scenarioName(path))_\(history)_\(weeks)"
    }
  }

  /// What the instance is called in `best_known.csv`.
  var key: String {
    switch format {
    case .shiftScheduling: String(name.drop { !$0.isNumber })
    case .nurseRostering: name
    }
  }

  func read() throws -> PublicInstance {
    switch format {
    case .shiftScheduling: .shiftScheduling(try InstanceFiles.shiftScheduling(path))
    case .nurseRostering(let history, let weeks):
      .nurseRostering(
        try InstanceFiles.nurseRostering(path, history: history, weeks: InstanceFiles.weeks(weeks)),
        scenario: InstanceFiles.scenarioName(path))
    }
  }
}

/// The runs of one instance as a row of a table.
struct BenchmarkRow {
  let name: String
  let best: Int?
  var runs: [BenchmarkRun] = []

  static let header = """
    | instance | seconds | first valid | costs | median | best known | excess | bound | bound / best |
    | --- | --- | --- | --- | --- | --- | --- | --- | --- |
    """

  static func absent(_ name: String) -> String { "| \(name) | not there | | | | | | | |" }

  var isValid: Bool { runs.allSatisfy { $0.violations == 0 } }

  /// The lower median of the costs, a run without a valid roster counting as the dearest; `nil` if that is such a run.
  private var median: Int? {
    let costs = runs.map { $0.violations == 0 ? $0.solution.cost.total : Int.max }.sorted()
    guard !costs.isEmpty, costs[(costs.count - 1) / 2] < .max else { return nil }
    return costs[(costs.count - 1) / 2]
  }

  /// The latest first valid roster of the runs, in seconds.
  private var firstValid: Double? {
    let all = runs.compactMap(\.firstValid)
    return all.count == runs.count ? all.max() : nil
  }

  var text: String {
    let bound = runs.map(\.solution.bound).max() ?? 0
    let share = best.flatMap { best in best > 0 ? Double(bound) / Double(best) : nil }
    let excess = best.flatMap { best in median.flatMap { best > 0 ? Double($0 - best) / Double(best) : nil } }
    let cells: [String] = [
      name, String(format: "%.1f", runs.map(\.seconds).max() ?? 0),
      firstValid.map { String(format: "%.2f", $0) } ?? "none",
      runs.map { $0.violations == 0 ? "\($0.solution.cost.total)" : "none" }.joined(separator: " "),
      median.map(String.init) ?? "none", best.map(String.init) ?? "-", excess.map(Self.percent) ?? "-", "\(bound)",
      share.map(Self.percent) ?? "-",
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  private static func percent(_ value: Double) -> String { String(format: "%.2f %%", value * 100) }
}

/// Watches a search for its first valid roster.
final class FirstValid: Sendable {
  private let found = Mutex<Double?>(nil)

  init(_ control: SolveControl, minimaAreHard: Bool) {
    let watch = Thread { [self] in
      while !control.isFinished {
        if let progress = control.progress, progress.isValid, !minimaAreHard || progress.missingUnits == 0 {
          return found.withLock { $0 = progress.elapsed }
        }
        Thread.sleep(forTimeInterval: 0.005)
      }
    }
    watch.start()
  }

  /// Seconds from the start of the search; `nil` if none was seen.
  func seconds() -> Double? { found.withLock { $0 } }
}
