import Coverage
import Files
import Glibc
import Journal
import Planner
import RosterFolder
import RosterModel
import Screen

/// Where a plan is written: over the roster it was made from, or as a complete copy.
struct PlanWriter {
  /// The roster folder as it was named.
  var source: String
  /// The roster as it was read, and its folder.
  var roster: Roster
  var reading: RosterReading
  /// The folder of the copy; `nil` writes over the source.
  var output: String?
  /// Who plans.
  var person: String
  /// By what the act is known again.
  var keyed: KeyedAct?

  /// Where the plan goes.
  var target: String { output ?? source }

  /// Why nothing can be recorded in the roster that is planned; `nil` where that is possible, or not wanted.
  var obstacle: CommandFailure? {
    guard let error = reading.wholeness.journal, output.map(isSource) ?? true else { return nil }
    return CommandFailure(ExitStatus(error.obstacle), "nothing was planned: \(RefusalText.unread)")
  }

  /// Refuses a target that cannot be written, before minutes are spent on a plan.
  ///
  /// - Throws: `CommandFailure` with the reason.
  func checkTarget() throws {
    do {
      if let output {
        try FolderWriter.checkReplaceable(output, from: reading.snapshot)
      } else {
        try FolderWriter.checkWritable(reading.snapshot)
      }
    } catch {
      throw CommandFailure(ExitStatus(error.obstacle), "nothing was planned: \(error)".shown)
    }
  }

  /// Writes a plan: as one act of the roster's journal, whatever others do meanwhile, or as a copy.
  ///
  /// - Parameters:
  ///   - proposal: the plan of the roster as it was read.
  ///   - search: plans again what others have changed.
  ///   - scope: what is planned.
  /// - Throws: `CommandFailure` where it could not be written, with where the plan is kept.
  func write(
    _ proposal: Proposal, _ search: PlanSearch, _ streams: StandardStreams,
    scope: @escaping (Roster) throws -> PlanScope
  ) throws -> PlanRecorder.Record {
    guard let output, !isSource(output) else { return try record(proposal, search, streams, scope: scope) }
    search.stop()
    do {
      try FolderWriter.replaceFolder(
        at: output, with: proposal.change.applied(to: roster), from: reading.snapshot)
    } catch {
      let failure = CommandFailure(ExitStatus(error.obstacle), "\(error)".shown)
      try keep([RowChange](proposal.step, in: roster), failure, streams)
    }
    var record = PlanRecorder.Record(proposal, of: roster)
    record.copy = output
    return record
  }

  private func record(
    _ proposal: Proposal, _ search: PlanSearch, _ streams: StandardStreams,
    scope: @escaping (Roster) throws -> PlanScope
  ) throws -> PlanRecorder.Record {
    let recorder = RosterRecorder(folder: source, person: person)
    let session: RosterSession
    do {
      session = try recorder.open(streams)
    } catch let failure as CommandFailure {
      try keep([RowChange](proposal.step, in: roster), failure, streams)
    }
    defer { recorder.close(session, streams) }
    let isReadAnew = RosterTable.allCases.contains {
      session.snapshot.print(of: $0) != reading.snapshot.print(of: $0)
    }
    var plan = PlanRecorder(
      proposal, of: roster, basis: reading.position, mustLook: isReadAnew, under: keyed, search, scope: scope)
    do {
      let record = try plan.run(in: session)
      search.stop()
      return record
    } catch let refusal as EditRefusal {
      search.stop()
      // Somebody has asked for the same meanwhile.
      if let act = keyed?.act(in: refusal) { return try PlanRecorder.Record(act, in: roster, scope: scope(roster)) }
      try keep(plan.changes, CommandFailure(refusal.status, RefusalText.words(refusal).shown), streams)
    }
  }

  /// Keeps a plan that could not be written, and ends with why and where it is.
  private func keep(_ changes: [RowChange], _ failure: CommandFailure, _ streams: StandardStreams) throws -> Never {
    let words = PlanKeeper(source: source, roster: roster, snapshot: reading.snapshot).keep(changes, streams)
    let end = failure.message.hasSuffix(".") ? "" : "."
    throw CommandFailure(failure.status, "the plan was not written: \(failure.message)\(end)\n\(words)")
  }

  /// Whether a path is that of the roster that is planned.
  private func isSource(_ path: String) -> Bool {
    FilePath.real(path) == reading.snapshot.path
  }
}
