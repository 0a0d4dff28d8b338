import RosterFolder
import RosterModel
import Screen

/// Where a plan is written: over the roster it was made from, or as a complete copy.
struct PlanWriter {
  /// The roster folder as it was named.
  var source: String
  /// The roster folder as it was read.
  var snapshot: FolderSnapshot
  /// The folder of the copy; `nil` writes over the source.
  var output: String?

  /// Where the plan goes.
  var target: String { output ?? source }

  /// Refuses a target that cannot be written, before minutes are spent on a plan.
  ///
  /// - Throws: `CommandFailure` with the reason.
  func checkTarget() throws {
    do {
      if let output {
        try FolderWriter.checkReplaceable(output, from: snapshot)
      } else {
        try FolderWriter.checkWritable(snapshot)
      }
    } catch {
      throw CommandFailure(.usage, "nothing was planned: \(error)".shown)
    }
  }

  /// Writes the planned roster.
  ///
  /// - Throws: `CommandFailure` with the reason; nothing is half-written then.
  func write(_ roster: Roster) throws {
    do {
      if let output {
        try FolderWriter.replaceFolder(at: output, with: roster, from: snapshot)
      } else {
        try FolderWriter.save(roster, over: snapshot)
      }
    } catch {
      throw CommandFailure(.usage, "the plan was not written: \(error)".shown)
    }
  }
}
