import ArgumentParser

/// The patrol-shift planner.
@main
struct Patrol: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "patrol",
    abstract: "Plans the patrol shifts of a city, and says why a cell is empty.",
    discussion: """
      A roster is a folder of tables; every verb takes one, and uses the current folder where none is named.

      Exit codes: 0 done; 1 the answer is no (findings, gaps left by a plan); 2 the input could not be read whole;
      3 wrong usage or settings; 4 a fault of the program; 130 interrupted, nothing half-written.
      """,
    version: "0.1.0",
    subcommands: [
      NewCommand.self, EditCommand.self,
      ValidateCommand.self, GapsCommand.self, WhoCommand.self, WhyCommand.self, PlanCommand.self, ExportCommand.self,
      ImportCommand.self,
      DiffCommand.self, RulesCommand.self, ExplainCommand.self, KeysCommand.self, RulesPageCommand.self,
    ])

  static func main() {
    let output = StandardStreams()
    do {
      var command = try parseAsRoot()
      try command.run()
      output.exit(.done)
    } catch let status as ExitStatus {
      output.exit(status)
    } catch let failure as CommandFailure {
      output.complain("patrol: \(failure.message)")
      output.exit(failure.status)
    } catch {
      let text = fullMessage(for: error)
      if exitCode(for: error).isSuccess {
        output.answer(text)
        output.exit(.done)
      }
      output.complain(text)
      output.exit(.usage)
    }
  }
}
