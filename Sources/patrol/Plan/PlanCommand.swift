import ArgumentParser
import Coverage
import Dispatch
import Foundation
import Glibc
import Journal
import Planner
import RosterFolder
import RosterModel
import Screen
import Synchronization

/// `patrol plan`: assigns units, with live progress.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Assign units to the patrol grid.",
    discussion: """
      What is missing is filled; what stands stays as it is. --replan lets the plan move what is neither locked, published \
      nor worked by now; `change` of [weights] says what each move costs, --max-changes how many there may be. Planning \
      begins with the first shift that has not begun. To close the gaps of a running roster with the fewest changes is \
      `patrol repair`. \
      The first Ctrl-C stops the search and keeps the best plan so far; the second leaves at once and writes nothing. \
      Exit code 1 where gaps are left.

      Others may go on editing meanwhile: the units' days that they change stay as they make them, what does not fit \
      beside them is planned again in up to three short rounds, and what still does not is left out. A plan that cannot be \
      written at all is kept as a roster of its own beside the roster, or else printed as a table.

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
  @Option(help: ArgumentHelp("Plan only this unit; may be given again.", valueName: "id"), completion: .units)
  var unit: [String] = []
  @Option(help: ArgumentHelp("Plan only this cell: place, duty day and shift.", valueName: "place/day/shift"))
  var cell: String?
  @Flag(help: "Let the plan move what stands and is neither locked, published nor worked.") var replan = false
  @Option(help: ArgumentHelp("With --replan: move at most this many postings.", valueName: "n")) var maxChanges: Int?
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
  @OptionGroup var key: KeyOption
  @Option(help: "How to write the answer.") var format = AnswerFormat.text
  @OptionGroup var quiet: QuietOption

  func validate() throws {
    if let timeLimit, !(timeLimit > 0 && timeLimit <= 7 * 86_400) {
      throw ValidationError("--time-limit takes seconds above 0 and up to a week.")
    }
    if let iterations, iterations < 1 { throw ValidationError("--iterations takes 1 or more.") }
    if let maxChanges {
      if !replan { throw ValidationError("--max-changes limits what --replan moves. Name both.") }
      if maxChanges < 0 { throw ValidationError("--max-changes takes 0 or more.") }
    }
    if cell != nil, days.isLimited || !district.isEmpty {
      throw ValidationError("--cell names a place and a day: leave out --district, --from and --to.")
    }
    if let threads, !(1...256).contains(threads) { throw ValidationError("--threads takes 1 to 256.") }
    if key.id != nil, output != nil {
      throw ValidationError("--id is of an act in the roster's journal; with --output there is none.")
    }
    if dryRun, output != nil { throw ValidationError("--dry-run writes nothing, so it takes no --output.") }
  }

  func run() throws {
    let streams = quiet.streams
    let person = try who.acting()
    let (roster, reading) = try RosterArgument.readRoster(at: folder.roster, streams)
    let scope = try scope(in: roster, telling: streams)
    let keyed = KeyedAct(key: key.id, wish(scope, in: roster), by: person)
    let writer = PlanWriter(
      source: folder.roster, roster: roster, reading: reading, output: output, person: person, keyed: keyed)
    if !dryRun, let obstacle = writer.obstacle {
      try refuse(obstacle, PlanRecorder.Record(nil, in: roster, scope: scope), reading, streams)
    }
    var record: PlanRecorder.Record
    var isInterrupted = false
    var refusal: String?
    switch try RosterRecorder(folder: folder.roster, person: person).standing(of: keyed, streams) {
    case .free: (record, isInterrupted) = try planned(roster, scope, by: writer, streams)
    case .done(let act): record = try PlanRecorder.Record(act, in: roster, scope: scope)
    case .taken(let words): (record, refusal) = (try PlanRecorder.Record(nil, in: roster, scope: scope), words)
    }
    if let words = record.words { streams.note(words) }
    if let refusal { streams.complain("patrol plan: refused: \(refusal).".shown) }
    let proposal = record.proposal
    let isWritten = !dryRun && !record.isEmptied && refusal == nil
    let firm = FirmGaps(of: record, scope)
    var answer = PlanAnswer(record, target: isWritten ? writer.target : nil, isInterrupted: isInterrupted)
    answer.gapsInPublishedDays = firm.published
    answer.gapsInShiftsBegun = firm.begun
    switch format {
    case .text: streams.answer(answer.text, after: record.deed)
    case .json: streams.answer(try JSONText.encode(answer, from: reading.wholeness), after: record.deed)
    }
    for note in PlanNoteText.lines(proposal.notes, in: record.roster) + firm.lines { streams.note("patrol: " + note) }
    if isInterrupted { throw ExitStatus.interrupted }
    if !reading.wholeness.isWhole { throw ExitStatus.incomplete }
    // Of a repeat it was told what it leaves, or would have been.
    let isRepeat = record.act?.isRepeat == true
    if proposal.gaps > 0 && !isRepeat || refusal != nil { throw ExitStatus.no }
  }

  /// Ends without a plan; a program is answered with the figures of the roster as it is, as of any plan that is refused.
  private func refuse(
    _ obstacle: CommandFailure, _ record: PlanRecorder.Record, _ reading: RosterReading, _ streams: StandardStreams
  ) throws {
    if format == .json, obstacle.status == .incomplete {
      let answer = PlanAnswer(record, target: nil, isInterrupted: false)
      streams.answer(try JSONText.encode(answer, from: reading.wholeness))
    }
    throw obstacle
  }

  /// Searches for a plan and writes it, and tells whether Ctrl-C ended the search.
  private func planned(
    _ roster: Roster, _ scope: PlanScope, by writer: PlanWriter, _ streams: StandardStreams
  ) throws -> (PlanRecorder.Record, isInterrupted: Bool) {
    if !dryRun { try writer.checkTarget() }
    let search = PlanSearch(options, streams)
    defer { search.stop() }
    let proposal: Proposal
    do {
      proposal = try search.run(roster, scope)
    } catch {
      throw CommandFailure(error.isFaultOfTheProgram ? .fault : .usage, "\(error)".shown)
    }
    if dryRun { return (PlanRecorder.Record(proposal, of: roster), search.isInterrupted) }
    return (try writer.write(proposal, search, streams) { try self.scope(in: $0) }, search.isInterrupted)
  }

  /// What is asked for, in one form; how long is searched makes it no other.
  private func wish(_ scope: PlanScope, in roster: Roster) -> [String] {
    let districts = scope.districts.map { $0.map { roster.id($0) }.sorted() } ?? []
    let days = [scope.firstDay, scope.lastDay].map { $0?.description ?? "" }
    return ["plan", days.joined(separator: ".."), replan ? "replan" : "", maxChanges.map { "\($0)" } ?? "", cell ?? ""]
      + unit.map { $0.lowercased() }.sorted() + districts
  }

  private func scope(in roster: Roster, telling streams: StandardStreams? = nil) throws -> PlanScope {
    let range = try days.days(in: roster.settings, telling: streams)
    var scope = PlanScope(
      districts: district.isEmpty ? nil : try roster.districts(named: district), firstDay: range.lowerBound,
      lastDay: range.upperBound)
    if let cell {
      let asked = try CellArgument(cell, now: days.now, in: roster).question
      (scope.place, scope.tile, scope.firstDay, scope.lastDay) = (asked.place, asked.tile, asked.day, asked.day)
    }
    if !unit.isEmpty { scope.units = try unit.map { try roster.unit(named: $0) } }
    scope.replans = replan
    scope.mostChanges = maxChanges
    scope.now = try DutyClock.now(days.now, settings: roster.settings).instant
    return scope
  }

  private var options: PlanOptions {
    var options = PlanOptions.fromEnvironment()
    options.seed = seed
    options.threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
    options.iterations = iterations
    options.timeLimit = timeLimit ?? (iterations == nil ? 30 : nil)
    return options
  }
}

/// Counts how often the person pressed Ctrl-C, so that the first can stop the search and the second everything.
///
/// Held by the main thread; the system's signal handler itself does nothing.
final class InterruptWatch {
  private final class Presses: Sendable {
    let count = Atomic<Int>(0)
  }

  private let presses = Presses()
  private let source: any DispatchSourceSignal

  /// Watches from now on; `onFirst` runs once, on a queue of its own.
  init(onFirst: @escaping @Sendable () -> Void) {
    signal(SIGINT, SIG_IGN)
    source = DispatchSource.makeSignalSource(signal: SIGINT, queue: DispatchQueue(label: "interrupts"))
    source.setEventHandler { [presses] in
      switch presses.count.add(1, ordering: .relaxed).newValue {
      case 1: onFirst()
      // The second means: leave at once and write nothing. No file is open for writing while a plan runs.
      default: _exit(ExitStatus.interrupted.rawValue)
      }
    }
    source.resume()
  }

  /// Whether Ctrl-C was pressed.
  var isInterrupted: Bool { presses.count.load(ordering: .relaxed) > 0 }

  /// Waits with what a press of Ctrl-C does until `release`.
  func hold() { source.suspend() }

  /// Goes on after `hold`.
  func release() { source.resume() }

  /// Ends watching: from now on Ctrl-C is held off, so that what is being written is written whole.
  func stop() { source.cancel() }
}
