import ArgumentParser
import RosterFolder
import RosterModel
import Screen

/// The roster folder that a verb takes.
struct RosterArgument: ParsableArguments {
  @Argument(help: "The roster folder.", completion: .directory)
  var roster = "."

  /// Reads the folder: every problem in it is in the snapshot's findings.
  ///
  /// - Parameter inspect: is given the name and the bytes of each file that was read, in a fixed order.
  /// - Throws: `CommandFailure` where it is no roster folder or cannot be read at all.
  func read(inspect: ((_ file: String, _ bytes: [UInt8]) -> Void)? = nil) throws -> FolderSnapshot {
    try Self.read(at: roster, inspect: inspect)
  }

  /// Reads the folder for a verb that needs the roster and does not report on the folder itself.
  ///
  /// What could not be read is said on standard error and left out.
  ///
  /// - Throws: `CommandFailure` where no roster can be made of the folder.
  func readRoster(_ streams: StandardStreams) throws -> (roster: Roster, snapshot: FolderSnapshot) {
    try Self.usable(try read(), at: roster, streams)
  }

  /// The same for a folder of this path.
  static func readRoster(
    at path: String, _ streams: StandardStreams
  ) throws -> (roster: Roster, snapshot: FolderSnapshot) {
    try usable(try read(at: path), at: path, streams)
  }

  private static func read(
    at path: String, inspect: ((_ file: String, _ bytes: [UInt8]) -> Void)? = nil
  ) throws -> FolderSnapshot {
    do {
      return try FolderReader.read(at: path, inspect: inspect)
    } catch {
      throw CommandFailure(.incomplete, "\(error)".shown)
    }
  }

  private static func usable(
    _ snapshot: FolderSnapshot, at path: String, _ streams: StandardStreams
  ) throws -> (roster: Roster, snapshot: FolderSnapshot) {
    let problems = snapshot.findings.filter { $0.severity == .error }
    for finding in problems.prefix(10) { streams.complain(FindingText.line(finding, colour: false)) }
    if problems.count > 10 { streams.complain("... and \(problems.count - 10) more; `patrol validate` lists them all") }
    guard let roster = snapshot.roster else {
      throw CommandFailure(.incomplete, "\(path.shown): roster.toml cannot be used; mend what is listed above.")
    }
    return (roster, snapshot)
  }
}
