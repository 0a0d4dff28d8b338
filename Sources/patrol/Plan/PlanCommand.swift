import ArgumentParser
import Coverage
import Foundation
import Planner
import RosterFolder
import RosterModel
import Screen

/// `patrol plan`: assigns units, with live progress.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Assign units to the patrol grid.",
    discussion: """
      Locked and published assignments, history and everything outside --district, --from and --to stay as they are. \
      The first Ctrl-C stops the search and keeps the best plan so far; the second leaves at once and writes nothing. \
      Exit code 1 where gaps are left.

      With PATROL_CHECK=1 in the environment the whole cost is recomputed after every move of the search, and a \
      difference is a fault of the program (exit code 4). That is very slow, and meant for small rosters.

      For example:
        patrol plan north --output planned --time-limit 600
        patrol plan north --from tomorrow --district north --dry-run
      """)

  @OptionGroup var folder: RosterArgument
  @OptionGroup var days: DayOptions
  @Option(help: ArgumentHelp("Plan only this district.", valueName: "id"), completion: .districts)
  var district: [String] = []
  @Option(
    help: ArgumentHelp(
      "Search for at most this long (default: 30, or no limit with --iterations).", valueName: "seconds"))
  var timeLimit: Double?
  @Option(help: ArgumentHelp("Try about this many moves: the same plan on every machine.", valueName: "n"))
  var iterations: Int?
  @Option(help: ArgumentHelp("The seed of the search.", valueName: "n")) var seed: UInt64 = 1
  @Option(help: ArgumentHelp("Worker threads (default: all processors).", valueName: "n")) var threads: Int?
  @Flag(help: "Write nothing; only say what the plan would do.") var dryRun = false
  @Option(
    help: ArgumentHelp("Write the planned roster to this folder and leave the input as it is.", valueName: "folder"),
    completion: .directory)
  var output: String?
  @OptionGroup var who: PersonOption
  @Option(help: "How to write the answer.") var format = AnswerFormat.text

  func validate() throws {
    if let timeLimit, !(timeLimit > 0 && timeLimit <= 7 * 86_400) {
      throw ValidationError("--time-limit takes seconds above 0 and up to a week.")
    }
    if let iterations, iterations < 1 { throw ValidationError("--iterations takes 1 or more.") }
    if let threads, !(1...256).contains(threads) { throw ValidationError("--threads takes 1 to 256.") }
    if dryRun, output != nil { throw ValidationError("--dry-run writes nothing, so it takes no --output.") }
  }

  func run() throws {
    let streams = StandardStreams()
    let (roster, reading) = try RosterArgument.readWhole(at: folder.roster, streams)
    let writer = PlanWriter(source: folder.roster, reading: reading, output: output, person: try who.acting())
    if !dryRun { try writer.checkTarget() }

    let control = PlanControl()
    let interrupts = InterruptWatch { control.cancel() }
    let proposal = try search(roster, scope(in: roster), control, streams)
    interrupts.stop()

    let planned = proposal.change.applied(to: roster)
    let deed =
      dryRun ? nil : try writer.write(planned, by: proposal.change.step(named: "plan", of: roster), streams)
    var answer = PlanAnswer(
      proposal, of: roster, target: dryRun ? nil : writer.target, isInterrupted: interrupts.isInterrupted)
    answer.entry = deed?.entry
    switch format {
    case .text: streams.answer(answer.text, after: deed)
    case .json: streams.answer(try JSONText.encode(answer), after: deed)
    }
    for note in PlanNoteText.lines(proposal.notes, in: roster) { streams.complain(note) }
    if interrupts.isInterrupted { throw ExitStatus.interrupted }
    if !reading.snapshot.isComplete { throw ExitStatus.incomplete }
    if proposal.gaps > 0 { throw ExitStatus.no }
  }

  private func scope(in roster: Roster) throws -> PlanScope {
    let range = try days.days(in: roster.settings)
    return PlanScope(
      districts: district.isEmpty ? nil : try roster.districts(named: district), firstDay: range.lowerBound,
      lastDay: range.upperBound)
  }

  private func search(
    _ roster: Roster, _ scope: PlanScope, _ control: PlanControl, _ streams: StandardStreams
  ) throws -> Proposal {
    var options = PlanOptions.fromEnvironment()
    options.seed = seed
    options.threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
    options.iterations = iterations
    options.timeLimit = timeLimit ?? (iterations == nil ? 30 : nil)
    let line = ProgressLine(control, streams)
    line.start()
    defer { line.stop() }
    do {
      return try PlannerJob.run(roster, scope: scope, options: options, control: control)
    } catch {
      throw CommandFailure(error.isFaultOfTheProgram ? .fault : .usage, "\(error)".shown)
    }
  }
}
