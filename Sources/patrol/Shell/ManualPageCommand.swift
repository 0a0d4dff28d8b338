import ArgumentParser
import RosterModel
import Screen

/// `patrol manual-page`: the manual page, for `make install`.
struct ManualPageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual-page", abstract: "Write the manual page, patrol.1.", shouldDisplay: false)

  @Option(help: ArgumentHelp("The date that the page bears.", valueName: "date")) var date: String

  func run() throws {
    guard let day = Day(iso: date) else {
      throw CommandFailure(.usage, "--date: '\(date.shown)' is not a date. Write it as 2026-12-01.")
    }
    let groups = Patrol.configuration.groupedSubcommands.map { group in
      (group.name, group.subcommands.map { $0.configuration.commandName ?? $0._commandName })
    }
    StandardStreams().answer(
      ManualPage(
        program: try CommandHelp.program(), groups: groups, version: Patrol.configuration.version, date: day
      ).text)
  }
}
