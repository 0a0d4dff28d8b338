import ArgumentParser
import RosterFolder

/// `patrol-bench copies`: a roster many times as large as another.
struct CopiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copies",
    abstract: "Makes a roster many times as large: copies of another's places, units and rows with ids of their own.")

  @Argument(help: "The roster folder.")
  var roster: String

  @Option(help: ArgumentHelp("How many copies.", valueName: "count"))
  var times = 10

  @Option(
    help: ArgumentHelp("Where the copies go: a new or empty folder, or a roster to replace.", valueName: "folder"))
  var output: String

  func validate() throws {
    guard (1...100).contains(times) else { throw ValidationError("--times takes 1 to 100") }
  }

  func run() throws {
    let snapshot = try FolderReader.read(at: roster)
    guard let original = snapshot.roster else { throw ValidationError("\(roster) is not a roster folder") }
    let settings = String(decoding: snapshot.settings, as: UTF8.self)
    try FolderWriter.create(
      RosterCopies(times, of: original).roster, settings: settings, at: output, replacing: true)
  }
}
