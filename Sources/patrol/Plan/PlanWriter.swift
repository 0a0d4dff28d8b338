import Glibc
import Journal
import RosterFolder
import RosterModel
import Screen

/// Where a plan is written: over the roster it was made from, or as a complete copy.
struct PlanWriter {
  /// The roster folder as it was named.
  var source: String
  /// The roster as it was read.
  var reading: RosterReading
  /// The folder of the copy; `nil` writes over the source.
  var output: String?
  /// Who plans.
  var person: String

  /// Where the plan goes.
  var target: String { output ?? source }

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

  /// Writes the planned roster: as one act of the roster's journal, or as a copy.
  ///
  /// - Parameter step: the edits of the plan.
  /// - Returns: what is done by that; `nil` where the plan changes nothing.
  /// - Throws: `CommandFailure` with the reason; nothing is half-written then.
  func write(_ planned: Roster, by step: EditStep, _ streams: StandardStreams) throws -> Deed? {
    guard let output, !isSource(output) else {
      let draft = EntryDraft(kind: .plan, name: step.name, changes: [RowChange](step, in: planned))
      return try RosterRecorder(folder: source, person: person).record(
        draft, basis: reading.position, streams, orSay: "the plan was not written"
      ).map(Deed.recorded)
    }
    do {
      try FolderWriter.replaceFolder(at: output, with: planned, from: reading.snapshot)
      return .written(output)
    } catch {
      throw CommandFailure(ExitStatus(error.obstacle), "the plan was not written: \(error)".shown)
    }
  }

  /// Whether a path is that of the roster that is planned.
  private func isSource(_ path: String) -> Bool {
    guard let resolved = realpath(path, nil) else { return false }
    defer { free(resolved) }
    return String(cString: resolved) == reading.snapshot.path
  }
}
