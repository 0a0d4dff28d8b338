import ArgumentParser
import CStart
import Files
import Screen

/// The patrol-shift planner.
@main
struct Patrol: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "patrol",
    abstract: "Plans the patrol shifts of a city, and says why a cell is empty.",
    discussion: """
      A roster is a folder of tables; a verb uses the current folder where none is named. Answers go to standard output, \
      progress and complaints to standard error; most verbs answer programs with --format json.

      Exit codes: 0 done; 1 the answer is no (findings, gaps left by a plan); 2 the input could not be read whole; \
      3 wrong usage or settings; 4 a fault of the program; 5 the system refused (disk full, rights, locks, a device), \
      nothing done; 6 the act is recorded and only its answer could not be written; 130 interrupted, nothing half-written.

      To begin:
        patrol new north
        patrol plan north
        patrol edit north
      """,
    version: "0.1.0",
    // Pages and scripts that are made from the program itself; hidden, as nobody types them.
    subcommands: [KeysCommand.self, RulesPageCommand.self, ManualPageCommand.self],
    groupedSubcommands: [
      CommandGroup(
        name: "Planning", subcommands: [NewCommand.self, PlanCommand.self, RepairCommand.self, EditCommand.self]),
      CommandGroup(
        name: "Checking",
        subcommands: [
          ValidateCommand.self, CapacityCommand.self, GapsCommand.self, WhyCommand.self, WhoCommand.self,
          DiffCommand.self,
        ]),
      CommandGroup(
        name: "Single edit",
        subcommands: [
          AssignCommand.self, UnassignCommand.self, SwapCommand.self, ApplyCommand.self, LockCommand.self,
          UnlockCommand.self, AbsentCommand.self,
          PublishCommand.self,
        ]),
      CommandGroup(name: "Running shift", subcommands: [MoveNowCommand.self, CallCommand.self]),
      CommandGroup(
        name: "Journal", subcommands: [LogCommand.self, UndoCommand.self, RedoCommand.self, JournalCommand.self]),
      CommandGroup(name: "Exchange", subcommands: [ExportCommand.self, ImportCommand.self]),
      CommandGroup(name: "Rule", subcommands: [RulesCommand.self, ExplainCommand.self]),
    ])

  static func main() {
    start_finish()
    StandardStreams.keepClosed()
    StandardStreams.refuseTooLarge()
    let output = StandardStreams()
    do {
      try UnknownVerb.check(Array(CommandLine.arguments.dropFirst()))
      var command = try parseAsRoot()
      try command.run()
      output.exit(.done)
    } catch let status as ExitStatus {
      output.exit(status)
    } catch let failure as CommandFailure {
      output.complain("patrol: \(failure.message)")
      output.exit(failure.status)
    } catch let failure as FileFailure {
      output.complain("patrol: \(failure.description)")
      output.exit(ExitStatus(failure.obstacle))
    } catch {
      let text = fullMessage(for: error)
      if exitCode(for: error).isSuccess {
        output.answer(text)
        output.exit(.done)
      }
      // It quotes the arguments, which may be names of files that a shell has found.
      output.complain(
        text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).shown }.joined(separator: "\n"))
      // What is not about the command line has a message of its own; one that has not was never thought of.
      output.exit(exitCode(for: error) == .validationFailure ? .usage : .fault)
    }
  }
}
