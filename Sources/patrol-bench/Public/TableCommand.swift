import ArgumentParser
import BenchmarkFormats
import Foundation

/// `patrol-bench table`: a list of public instances, solved one after the other.
struct TableCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "table",
    abstract: "Solves a list of public instances and prints how far each is above the best known.",
    discussion: """
      Each line of the list is `nrp INSTANCE.txt` or `inrc2 FOLDER HISTORY WEEKS`, with paths from the list's folder, \
      and may end with `seconds=120`; lines that begin with # are comments. Best known values are read from \
      best_known.csv beside the instance, or in the folder above.
      """)

  @Argument(help: "The list.")
  var list: String
  @OptionGroup var search: SearchOptions

  mutating func run() throws {
    print("| instance | seed | seconds | first valid | cost | best known | excess | bound | bound / best |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for line in try InstanceFiles.text(list).split(whereSeparator: \.isNewline) {
      let words = line.split(separator: " ").map(String.init)
      guard let format = words.first, !format.hasPrefix("#") else { continue }
      try printRow(format, Array(words.dropFirst()), String(line))
    }
  }

  private func printRow(_ format: String, _ words: [String], _ line: String) throws {
    var search = search
    var words = words
    if let last = words.last, last.hasPrefix("seconds=") {
      guard let seconds = Double(last.dropFirst(8)), seconds > 0 else { throw unknown(line) }
      search.seconds = seconds
      words.removeLast()
    }
    let root = URL(filePath: list).deletingLastPathComponent()
    guard let first = words.first else { throw unknown(line) }
    let path = root.appending(path: first).path
    let run: BenchmarkRun
    let key: String
    if format == "nrp", words.count == 1 {
      let name = URL(filePath: path).deletingPathExtension().lastPathComponent
      key = String(name.drop { !$0.isNumber })
      run = try BenchmarkRun(
        InstanceFiles.shiftScheduling(path).problem, instance: name, search: search, minimaAreHard: false)
    } else if format == "inrc2", words.count == 3, let history = Int(words[1]) {
      key = "\(InstanceFiles.scenarioName(path))_\(history)_\(words[2])"
      let read = try InstanceFiles.nurseRostering(
        path, history: history, weeks: InstanceFiles.weeks(words[2]))
      run = try BenchmarkRun(read.problem, instance: key, search: search, minimaAreHard: true)
    } else {
      throw unknown(line)
    }
    print(row(run, best: BestKnown(near: path)[key]))
    fflush(nil)
  }

  private func unknown(_ line: String) -> ValidationError {
    ValidationError("\"\(line)\" is not a run. Write nrp INSTANCE.txt or inrc2 FOLDER HISTORY WEEKS.")
  }

  private func row(_ run: BenchmarkRun, best: Int?) -> String {
    let cost = run.solution.cost.total
    let bound = run.solution.bound
    func percent(_ value: Double) -> String { String(format: "%.2f %%", value * 100) }
    let cells: [String] = [
      run.instance, "\(run.search.seed)", String(format: "%.1f", run.seconds),
      run.firstValid.map { String(format: "%.2f", $0) } ?? "none",
      run.violations == 0 ? "\(cost)" : "none", best.map(String.init) ?? "-",
      best.map { run.violations == 0 && $0 > 0 ? percent(Double(cost - $0) / Double($0)) : "-" } ?? "-", "\(bound)",
      best.map { $0 > 0 ? percent(Double(bound) / Double($0)) : "-" } ?? "-",
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }
}
