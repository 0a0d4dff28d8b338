import ArgumentParser
import Foundation
import RosterFolder
import RosterModel
import Screen

/// `patrol new`: a roster to start from.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Make a roster to start from, with comments.",
    discussion:
      "The folder must be new or empty. The roster is small and whole: plan it, then put your own in its place.")

  @Argument(help: "The folder to make.") var folder: String
  @Option(help: "What the roster is called.") var title = "A new roster"
  @Option(help: ArgumentHelp("The first duty day (default: the first of next month).", valueName: "date"))
  var firstDay: String?
  @Option(help: "How many duty days.") var days = 28
  @Option(help: ArgumentHelp("The time zone.", valueName: "name")) var timeZone = "Asia/Tashkent"

  func validate() throws {
    guard (1...RosterSettings.longestPeriod).contains(days) else {
      throw ValidationError("--days takes 1 to \(RosterSettings.longestPeriod).")
    }
    guard TimeZone(identifier: timeZone) != nil else {
      throw ValidationError("--time-zone: '\(timeZone.shown)' is not known. Write a name such as Asia/Tashkent.")
    }
    if let firstDay, Day(iso: firstDay) == nil {
      throw ValidationError("--first-day: '\(firstDay.shown)' is not a date. Write it as 2026-12-01.")
    }
  }

  func run() throws {
    let template = RosterTemplate(
      firstDay: firstDay.flatMap { Day(iso: $0) } ?? Self.firstOfNextMonth(), days: days, timeZone: timeZone,
      title: title)
    do {
      try FolderWriter.create(files: template.files, at: folder)
    } catch {
      throw CommandFailure(.usage, "\(error)".shown)
    }
    StandardStreams().answer("made \(folder.shown): `patrol plan \(folder.shown)` fills it, `patrol edit` opens it")
  }

  private static func firstOfNextMonth() -> Day {
    let today = ZoneOffsets(initialOffset: 0).local(at: DutyClock.system().instant).day
    let (year, month, _) = today.components
    return Day(year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1, day: 1) ?? today
  }
}
