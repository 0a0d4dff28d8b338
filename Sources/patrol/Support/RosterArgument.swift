import ArgumentParser
import Journal
import RosterFolder
import RosterModel
import Screen

/// The roster folder that a verb takes.
struct RosterArgument: ParsableArguments {
  @Argument(help: "The roster folder.", completion: .directory)
  var roster = "."

  /// Reads the roster: every problem of its folder is in the snapshot's findings.
  ///
  /// - Parameter inspect: is given the name and the bytes of each file that was read, in a fixed order, `roster.toml`
  ///   first; again where the folder changed meanwhile.
  /// - Throws: `CommandFailure` where it is no roster folder or cannot be read at all.
  func read(
    _ streams: StandardStreams, inspect: ((_ file: String, _ bytes: [UInt8]) -> Void)? = nil
  ) throws -> RosterReading {
    try Self.read(at: roster, streams, inspect: inspect)
  }

  /// Reads the roster for a verb that does not report on the folder itself.
  ///
  /// What could not be read is said on standard error and left out.
  ///
  /// - Throws: `CommandFailure` where no roster can be made of the folder.
  func readRoster(_ streams: StandardStreams) throws -> (roster: Roster, snapshot: FolderSnapshot) {
    try Self.readRoster(at: roster, streams)
  }

  /// The same for a folder of this path.
  static func readRoster(
    at path: String, _ streams: StandardStreams
  ) throws -> (roster: Roster, snapshot: FolderSnapshot) {
    let (roster, reading) = try readWhole(at: path, streams)
    return (roster, reading.snapshot)
  }

  /// The same with how far along the journal the roster is, for a verb that writes.
  static func readWhole(
    at path: String, _ streams: StandardStreams
  ) throws -> (roster: Roster, reading: RosterReading) {
    let reading = try read(at: path, streams, inspect: nil)
    complain(of: reading.snapshot, streams)
    guard let roster = reading.roster else {
      throw CommandFailure(.incomplete, "\(path.shown): roster.toml cannot be used; mend what is listed above.")
    }
    return (roster, reading)
  }

  /// Says what could not be read of a folder.
  static func complain(of snapshot: FolderSnapshot, _ streams: StandardStreams) {
    let problems = snapshot.findings.filter { $0.severity == .error }
    for finding in problems.prefix(10) { streams.complain(FindingText.line(finding, colour: false)) }
    if problems.count > 10 { streams.complain("... and \(problems.count - 10) more; `patrol validate` lists them all") }
  }

  private static func read(
    at path: String, _ streams: StandardStreams, inspect: ((_ file: String, _ bytes: [UInt8]) -> Void)?
  ) throws -> RosterReading {
    do {
      let reading = try RosterReading(at: path, inspect: inspect)
      for line in JournalNotes.lines(reading) { streams.complain(line.shown) }
      return reading
    } catch {
      throw CommandFailure(.incomplete, "\(error)".shown)
    }
  }
}
