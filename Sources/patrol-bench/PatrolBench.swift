import ArgumentParser
import Glibc

/// Measures the product against public benchmarks and plain tools.
@main
struct PatrolBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "patrol-bench",
    abstract: "Measures the planner, the reader and the validator, and makes rosters to measure with.",
    subcommands: [
      CopiesCommand.self, GenerateCommand.self, NrpCommand.self, Inrc2Command.self, PlanCommand.self,
      ReadCommand.self, RepairCommand.self, TableCommand.self, TwinCommand.self, ValidateCommand.self,
    ])
}

extension Collection<Double> {
  /// The value in the middle, the larger of the two where there are two; 0 of none.
  var median: Double { isEmpty ? 0 : sorted()[count / 2] }
}

/// Seconds as whole milliseconds.
func milliseconds(_ seconds: Double) -> String { "\(Int((seconds * 1000).rounded()))" }

/// The most memory this process has held.
enum PeakMemory {
  /// The largest resident set so far, in MiB.
  static func mebibytes() throws -> Double {
    var usage = rusage()
    guard getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { throw Unknown() }
    return Double(usage.ru_maxrss) / 1024
  }

  /// The system does not say.
  struct Unknown: Error {}
}
