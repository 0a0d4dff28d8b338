import ArgumentParser
import Foundation
import RosterFolder
import RosterModel
import Screen

/// `patrol new`: a roster to start from.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Make a roster to start from, with comments.",
    discussion: """
      The folder must be new or empty. The roster is small and whole: plan it, then put your own in its place.

      For example:
        patrol new north --title "North, December" --first-day 2026-12-01
      """)

  @Argument(help: "The folder to make.", completion: .directory) var folder: String
  @Option(help: ArgumentHelp("What the roster is called.", valueName: "text")) var title = "A new roster"
  @Option(help: ArgumentHelp("The first duty day (default: the first of next month).", valueName: "date"))
  var firstDay: String?
  @Option(help: ArgumentHelp("How many duty days.", valueName: "n")) var days = 28
  @Option(help: ArgumentHelp("The time zone.", valueName: "name"), completion: .timeZones)
  var timeZone = "Asia/Tashkent"
  @Option(help: "How to write the answer.") var format = AnswerFormat.text

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
    let answer = NewAnswer(template, folder: folder)
    switch format {
    case .text: StandardStreams().answer(answer.text)
    case .json: StandardStreams().answer(try JSONText.encode(answer))
    }
  }

  private static func firstOfNextMonth() -> Day {
    let today = ZoneOffsets(initialOffset: 0).local(at: DutyClock.system().instant).day
    let (year, month, _) = today.components
    return Day(year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1, day: 1) ?? today
  }
}
