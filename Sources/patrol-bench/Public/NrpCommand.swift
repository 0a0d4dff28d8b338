import ArgumentParser
import BenchmarkFormats
import Foundation

/// `patrol-bench nrp`: an instance of the Curtois-Qu shift scheduling set.
struct NrpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nrp",
    abstract: "Solves a Curtois-Qu shift scheduling instance.",
    discussion: """
      Prints a line of CSV: instance, seed, threads, seconds, cost, proven bound, seconds to the first valid roster. \
      Exits 1 where no valid roster was found.
      """)

  @Argument(help: "The instance, a text file of the set.")
  var instance: String
  @OptionGroup var search: SearchOptions
  @Option(help: "Where to write the roster: a row an employee, a cell a day.")
  var output: String?

  mutating func run() throws {
    let read = try InstanceFiles.shiftScheduling(instance)
    let name = URL(filePath: instance).deletingPathExtension().lastPathComponent
    let run = try BenchmarkRun(read.problem, instance: name, search: search, minimaAreHard: false)
    if let output { try Data(read.text(of: run.solution).utf8).write(to: URL(filePath: output)) }
    print(BenchmarkRun.header)
    print(run.line)
    if run.violations > 0 { throw ExitCode(1) }
  }
}
