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
    let reading = try Self.read(at: roster, inspect: inspect)
    for line in JournalNotes.lines(reading) { streams.complain(line.shown) }
    return reading
  }

  /// Reads the roster for a verb that does not report on the folder itself.
  ///
  /// What could not be read is said on standard error and left out.
  ///
  /// - Throws: `CommandFailure` where no roster can be made of the folder.
  func readRoster(_ streams: StandardStreams) throws -> (roster: Roster, reading: RosterReading) {
    try Self.readRoster(at: roster, streams)
  }

  /// The same for a folder of this path.
  static func readRoster(
    at path: String, _ streams: StandardStreams
  ) throws -> (roster: Roster, reading: RosterReading) {
    let reading = try read(at: path, inspect: nil)
    complain(of: reading.wholeness, streams)
    for line in JournalNotes.lines(reading) { streams.complain(line.shown) }
    guard let roster = reading.roster else {
      throw CommandFailure(.incomplete, "\(path.shown): roster.toml cannot be used; mend what is listed above.")
    }
    return (roster, reading)
  }

  /// Says what could not be read of a folder.
  static func complain(of folder: FolderWholeness, _ streams: StandardStreams) {
    for line in WholenessText.lines(folder) { streams.complain(line) }
  }

  private static func read(
    at path: String, inspect: ((_ file: String, _ bytes: [UInt8]) -> Void)?
  ) throws -> RosterReading {
    do {
      return try RosterReading(at: path, inspect: inspect)
    } catch {
      throw CommandFailure(.incomplete, "\(error)".shown)
    }
  }
}

/// What could not be read of a folder, for people and programs.
enum WholenessText {
  /// The most problems that are told one by one.
  private static let most = 10

  /// A line for each of the first problems, and one that says how many more there are; none for a folder that was read whole.
  static func lines(_ folder: FolderWholeness) -> [String] {
    guard !folder.isWhole else { return [] }
    let problems = folder.problems
    let lines = problems.prefix(most).map { FindingText.line($0, colour: false) }
    return problems.count > most
      ? lines + ["... and \(problems.count - most) more; `patrol validate` lists them all"] : lines
  }
}
