import ArgumentParser

/// Measures the product against public benchmarks and plain tools.
@main
struct PatrolBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "patrol-bench",
    abstract: "Measures the planner, the reader and the validator, and makes rosters to measure with.",
    subcommands: [
      CopiesCommand.self, GenerateCommand.self, NrpCommand.self, Inrc2Command.self, PlanCommand.self,
      ReadCommand.self, TableCommand.self, TwinCommand.self, ValidateCommand.self,
    ])
}
