import ArgumentParser
import Journal
import RosterFolder
import RosterModel
import Screen

/// `patrol journal`: whether a roster's journal is sound, and mending it where it is not.
struct JournalCommand: ParsableCommand {
  /// What is done about the journal.
  enum Action: String, CaseIterable, ExpressibleByArgument {
    case check, repair
  }

  static let configuration = CommandConfiguration(
    commandName: "journal", abstract: "Check the journal of a roster, or repair it.",
    discussion: """
      check says what the journal holds and what is wrong with it: its file, each entry by its seal, the checkpoints, the \
      tail file beside it. Exit code 1 where something is, 2 where it cannot be read at all.

      repair puts back what can be known, lets the rest stand by name, and records that it did. The journal as it was is kept \
      beside it. No desk may have the roster open.

      For example:
        patrol journal check planned
        patrol journal repair planned --dry-run
        patrol journal repair planned --as Karimova
      """)

  @Argument(help: "What to do: check or repair.") var action: Action
  @OptionGroup var folder: RosterArgument
  @Flag(help: "Repair nothing; only say what would be done.") var dryRun = false
  @OptionGroup var who: PersonOption
  @Option(help: "How to write the answer.") var format = AnswerFormat.text
  @OptionGroup var quiet: QuietOption

  func validate() throws {
    if action == .check, dryRun || who.person != nil {
      throw ValidationError("--dry-run and --as are of `patrol journal repair`.")
    }
  }

  func run() throws {
    let streams = quiet.streams
    let snapshot: FolderSnapshot
    do {
      snapshot = try FolderReader.read(at: folder.roster)
    } catch {
      throw CommandFailure(.incomplete, "\(error)".shown)
    }
    let journal = JournalFolder(of: snapshot.path)
    if let obstruction = journal.obstruction { throw CommandFailure(.incomplete, "\(obstruction)".shown) }
    do {
      switch action {
      case .check: try check(journal, snapshot.roster?.settings, streams)
      case .repair: try repair(journal, streams)
      }
    } catch let error as JournalError {
      // Who only looks is told what could not be read, whatever is in the way.
      throw CommandFailure(action == .check ? .incomplete : ExitStatus(error.obstacle), Self.words(error).shown)
    }
  }

  private func check(
    _ journal: JournalFolder, _ settings: RosterSettings?, _ streams: StandardStreams
  ) throws {
    let answer = CheckAnswer(
      inspection: try JournalInspection(of: journal), orphan: JournalInspection.tailWithoutJournal(of: journal),
      settings: settings ?? Self.utc)
    switch format {
    case .text: streams.answer(answer.text)
    case .json: streams.answer(try JSONText.encode(answer))
    }
    if !answer.isSound { throw ExitStatus.no }
  }

  private func repair(_ journal: JournalFolder, _ streams: StandardStreams) throws {
    let repair = JournalRepair(of: journal, try SessionOptions.asked(person: who.acting()))
    let outcome = try repair.run(isDryRun: dryRun)
    let answer = RepairAnswer(outcome: outcome, isDryRun: dryRun)
    let entry = dryRun ? nil : outcome.entry
    let deed = entry.map { Deed.recorded($0.position) }
    switch format {
    case .text: streams.answer(outcome.steps.map { "\($0)".shown }.joined(separator: "\n"), after: deed)
    case .json: streams.answer(try JSONText.encode(answer), after: deed)
    }
    if let notice = outcome.notice { streams.complain("warning: \(notice)".shown) }
    if outcome.steps.isEmpty {
      streams.note("nothing to repair")
    } else if dryRun {
      streams.note("nothing was written")
    } else {
      streams.note(entry.map { "repaired, entry \($0.position.number)" } ?? "repaired")
    }
  }

  /// For times in a roster whose settings cannot be read.
  private static let utc = RosterSettings(
    title: "", firstDay: Day(number: 0), days: 1, shifts: ShiftPlan([]), regimes: [])

  private static func words(_ error: JournalError) -> String {
    switch error {
    case .busy(let path):
      "\(path) is in use: close the desks and wait for the verbs that have the roster open, then run it again"
    case .damaged(let path, let reason):
      "\(path) cannot be read: \(reason); `patrol journal repair` makes a new one of what can be, and keeps this one"
    default: "\(error)"
    }
  }
}

/// What `patrol journal repair` answers to programs.
struct RepairAnswer: Encodable {
  private struct Step: Encodable {
    var step: String
    var message: String
  }

  private let formatVersion = "1.0"
  private let steps: [Step]
  private let isDryRun: Bool
  private let entry: Int64?

  init(outcome: JournalRepair.Outcome, isDryRun: Bool) {
    steps = outcome.steps.map { Step(step: $0.word, message: "\($0)") }
    self.isDryRun = isDryRun
    entry = isDryRun ? nil : outcome.entry?.position.number
  }
}
