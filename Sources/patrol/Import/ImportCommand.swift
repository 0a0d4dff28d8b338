import ArgumentParser
import Coverage
import Files
import Journal
import RosterModel
import Screen
import Sheets

/// `patrol import`: reads edited sheets or an edited table back.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Read an edited sheet, a folder of sheets or the flat table back, as edits.",
    discussion: """
      A sheet is the whole truth for its department, day and shift: a posting whose row is gone is taken away. What was \
      changed in a file since its export is applied; where the roster has changed the same since, and differently, the \
      conflict is listed. What the files would break together is told as `patrol assign` tells it, also with --dry-run. \
      All edits are applied, or none: exit code 1 where there are conflicts, where a rule would be broken and --force does \
      not say that it is meant, where a published day is changed without a reason, or where more than half of what a file \
      had would be taken away and --removals does not say that it is meant; 2 where a file cannot be read whole, or was \
      not written whole.

      For example:
        patrol import planned sheets --dry-run
        patrol import planned sheets
      """)

  @Argument(help: ArgumentHelp("The roster folder.", valueName: "roster"), completion: .directory) var roster: String
  @Argument(
    help: ArgumentHelp("A sheet, a folder of sheets, or a flat table.", valueName: "file-or-folder"),
    completion: .file())
  var source: String
  @Flag(help: "Write nothing; only show the edits.") var dryRun = false
  @Flag(help: "Take files as they stand, whatever they were exported from: the roster's own changes are undone.")
  var noBase = false
  @Flag(help: "Take postings away although a file would be emptied, or lacks the last rows that were exported.")
  var removals = false
  @Flag(help: "Settle conflicts by one side: what the roster says now, or what the files say.")
  var choice: ConflictChoice?
  @Flag(help: "Import it although it breaks a rule; wants --reason.") var force = false
  @OptionGroup var clock: NowOption
  @OptionGroup var who: PersonOption
  @OptionGroup var why: ReasonOption
  @OptionGroup var key: KeyOption
  @Option(help: "How to write the answer.") var format = AnswerFormat.text
  @OptionGroup var quiet: QuietOption

  func run() throws {
    let streams = quiet.streams
    if force, why.reason == nil {
      throw CommandFailure(.usage, "--force wants a reason: say why with --reason TEXT.")
    }
    let person = try who.acting()
    let recorder = RosterRecorder(folder: roster, person: person)
    let (before, reading) = try RosterArgument.readRoster(at: roster, streams)
    let keyed = try KeyedAct(key: key.id, try wish(), by: person)
    let answer: ImportAnswer
    switch try recorder.standing(of: keyed, streams) {
    case .free: answer = try importing(into: before, reading, under: keyed, recorder, streams)
    case .done(let act):
      answer = ImportAnswer(difference: DiffAnswer(from: before, to: before), act: act, isApplied: true)
    case .taken(let words):
      answer = ImportAnswer(difference: DiffAnswer(from: before, to: before), keyTaken: words)
    }
    let deed = answer.act.map { Deed.recorded($0.entry.position) }
    switch format {
    case .text: streams.answer(answer.text, after: deed)
    case .json: streams.answer(try JSONText.encode(answer, from: reading.wholeness), after: deed)
    }
    if format == .text || answer.keyTaken != nil || answer.unrecorded != nil {
      for line in answer.remarks { streams.note(line) }
      answer.isRefused || answer.unrecorded != nil
        ? streams.complain(answer.verdict) : streams.note(answer.verdict)
    }
    if !answer.problems.isEmpty || answer.unrecorded != nil || !reading.wholeness.isWhole {
      throw ExitStatus.incomplete
    }
    if answer.isRefused { throw ExitStatus.no }
  }

  /// What is asked for: these files, read in this way.
  ///
  /// What --removals only allows makes it no other act.
  ///
  /// - Throws: `CommandFailure` where the files cannot be read.
  private func wish() throws -> [String] {
    do {
      return [
        "import", try ImportPrint.text(of: source), noBase ? "as it stands" : "", choice?.rawValue ?? "",
      ]
    } catch {
      throw CommandFailure(.incomplete, error.description)
    }
  }

  private func importing(
    into before: Roster, _ reading: RosterReading, under keyed: KeyedAct?, _ recorder: RosterRecorder,
    _ streams: StandardStreams
  ) throws -> ImportAnswer {
    do {
      let files = try ImportFiles(at: source, into: before, ignoresBase: noBase)
      let plan = try ImportPlan(files.sources, into: before, settling: choice, allowingRemovals: removals)
      let problems = files.problems + plan.problems
      // What is only to be confirmed is shown.
      let after = problems.isEmpty && plan.conflicts.isEmpty ? plan.roster : before
      var answer = ImportAnswer(
        difference: DiffAnswer(from: before, to: after), problems: problems, conflicts: plan.conflicts,
        removals: problems.isEmpty ? plan.removals : [], settled: plan.settled, warnings: plan.warnings)
      let isUnderstood = problems.isEmpty && plan.conflicts.isEmpty
      let changes = [RowChange](plan.step, in: after)
      let worked = isUnderstood ? try judge(plan.step, changes, of: before, in: &answer) : []
      guard !answer.isRefused, !dryRun else { return answer }
      let draft = EntryDraft(
        kind: .imported, name: (worked.isEmpty ? "" : "correction: ") + plan.step.name, reason: why.reason ?? "",
        isForced: force, changes: changes)
      do {
        answer.act = try recorder.record(
          draft, basis: reading.position, under: keyed, streams, orSay: "nothing was imported")
      } catch let failure as CommandFailure where failure.status == .incomplete {
        answer.unrecorded = failure.message
        return answer
      }
      answer.isApplied = true
      // Before the answer, which may not be written: the roster has the files' edits by now.
      remember(plan.records, files, streams)
      return answer
    } catch let error as FileFailure {
      throw CommandFailure(.incomplete, error.description)
    } catch let error as EditError {
      throw CommandFailure(.fault, "the edits could not be applied: \(error). Please report this.")
    }
  }

  /// Asks the judge about all edits together, as it is asked about a single one.
  ///
  /// - Returns: the postings that the edits change although their shifts have begun.
  private func judge(
    _ step: EditStep, _ changes: [RowChange], of roster: Roster, in answer: inout ImportAnswer
  ) throws -> [PostingName] {
    var grid = CoverageGrid(roster)
    grid.now = try DutyClock.now(clock.now, settings: roster.settings).instant
    answer.findings = grid.findings(madeBy: step)
    let errors = answer.findings.filter { $0.severity == .error }
    answer.refusals += ChangeRefusal.all(
      of: step, making: changes, breaking: errors, isForced: force, reason: why.reason, in: grid)
    return grid.worked(changedBy: changes)
  }

  /// The edits are in the roster by now, so what fails here is told and is no failure.
  private func remember(_ records: [Int: WrittenRecord], _ files: ImportFiles, _ streams: StandardStreams) {
    do {
      try files.remember(records)
    } catch {
      streams.complain("the files are not marked as read back: \(error) Reading them again changes nothing.")
    }
  }
}

extension ConflictChoice: EnumerableFlag {}
