import ArgumentParser
import BenchmarkFormats
import Foundation

/// `patrol-bench inrc2`: a static instance of the Second International Nurse Rostering Competition.
struct Inrc2Command: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inrc2",
    abstract: "Solves an INRC-II instance with all weeks known.",
    discussion: """
      Prints a line of CSV: instance, seed, threads, seconds, cost, proven bound, seconds to the first valid roster. \
      Exits 1 where no valid roster was found.
      """)

  @Argument(help: "The folder of the scenario, n030w4 say.")
  var folder: String
  @Option(help: "Number of the history.")
  var history = 0
  @Option(help: "Numbers of the weeks, 6-2-9-1 say.")
  var weeks: String
  @OptionGroup var search: SearchOptions
  @Option(help: "The folder to write sol-week0.txt and so on to.")
  var output: String?

  mutating func run() throws {
    let numbers = try InstanceFiles.weeks(weeks)
    let read = try InstanceFiles.nurseRostering(folder, history: history, weeks: numbers)
    let scenario = InstanceFiles.scenarioName(folder)
    let run = try BenchmarkRun(
      read.problem, instance: "\(scenario)_\(history)_\(weeks)", search: search, minimaAreHard: true)
    if let output { try PublicInstance.write(run.solution, of: read, scenario: scenario, to: URL(filePath: output)) }
    print(BenchmarkRun.header)
    print(run.line)
    if run.violations > 0 { throw ExitCode(1) }
  }
}
