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

      With --after it is the next period of a roster that is there: its places, units, demand and settings, comments \
      included, the last \(Roster.historyDays) duty days as history, and the absences, requests and waivers that reach \
      into it. Exit code 1 where something besides the empty grid is wrong with it.

      For example:
        patrol new north --title "North, December" --first-day 2026-12-01
        patrol new january --after december --days 28
      """)

  @Argument(help: "The folder to make.", completion: .directory) var folder: String
  @Option(
    help: ArgumentHelp("Roll this roster over to its next period.", valueName: "roster"), completion: .directory)
  var after: String?
  @Option(
    help: ArgumentHelp("What the roster is called (default with --after: what it was called).", valueName: "text"))
  var title: String?
  @Option(
    help: ArgumentHelp(
      "The first duty day (default: the first of next month; with --after the day after its last).", valueName: "date"))
  var firstDay: String?
  @Option(help: ArgumentHelp("How many duty days.", valueName: "n")) var days = 28
  @Option(
    help: ArgumentHelp("The time zone (default: Asia/Tashkent; with --after its own).", valueName: "name"),
    completion: .timeZones)
  var timeZone: String?
  @Option(help: "How to write the answer.") var format = AnswerFormat.text
  @OptionGroup var quiet: QuietOption

  func validate() throws {
    guard (1...RosterSettings.longestPeriod).contains(days) else {
      throw ValidationError("--days takes 1 to \(RosterSettings.longestPeriod).")
    }
    if let title { try PlainText.check(title, option: "--title") }
    if after != nil, timeZone != nil {
      throw ValidationError("--after keeps the roster's time zone: leave out --time-zone.")
    }
    if let timeZone, TimeZone(identifier: timeZone) == nil {
      throw ValidationError("--time-zone: '\(timeZone.shown)' is not known. Write a name such as Asia/Tashkent.")
    }
    if let firstDay, Day(iso: firstDay) == nil {
      throw ValidationError("--first-day: '\(firstDay.shown)' is not a date. Write it as 2026-12-01.")
    }
  }

  func run() throws {
    let streams = quiet.streams
    if let after {
      try Rollover(
        source: after, target: folder, firstDay: firstDay.flatMap { Day(iso: $0) }, days: days, title: title
      ).make(streams, as: format)
    } else {
      try makeTemplate(streams)
    }
  }

  private func makeTemplate(_ streams: StandardStreams) throws {
    let template = RosterTemplate(
      firstDay: firstDay.flatMap { Day(iso: $0) } ?? Self.firstOfNextMonth(), days: days,
      timeZone: timeZone ?? "Asia/Tashkent", title: title ?? "A new roster")
    do {
      try FolderWriter.create(files: template.files, at: folder)
    } catch {
      throw CommandFailure(ExitStatus(error.obstacle), "\(error)".shown)
    }
    try NewAnswer(template, folder: folder).give(streams, as: format)
  }

  private static func firstOfNextMonth() -> Day {
    let today = ZoneOffsets(initialOffset: 0).local(at: DutyClock.system().instant).day
    let (year, month, _) = today.components
    return Day(year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1, day: 1) ?? today
  }
}

/// What `patrol new` answers: which roster was made, for people and programs.
struct NewAnswer: Encodable {
  /// How many rows were kept of the roster before.
  struct Kept: Encodable {
    var postings: Int
    var absences: Int
    var requests: Int
    var waivers: Int
  }

  /// Duty days that are in neither of two rosters.
  struct Days: Encodable {
    var firstDay: String
    var lastDay: String
  }

  /// The version of the shape, for programs; a minor version only adds fields.
  let formatVersion = "1.1"
  var folder: String
  var title: String
  var firstDay: String
  var lastDay: String
  var days: Int
  /// Whether it was made.
  var isApplied = true
  /// Only of a roster that was rolled over.
  var kept: Kept?
  /// Only where the period does not begin on the day after the last of the roster before.
  var inNoRoster: Days?

  /// The answer about a roster to start from.
  init(_ template: RosterTemplate, folder: String) {
    self.folder = folder
    title = template.title
    firstDay = template.firstDay.description
    lastDay = template.firstDay.advanced(by: template.days - 1).description
    days = template.days
  }

  /// The answer about a roster's next period.
  ///
  /// - Parameter skipped: the days between the two periods.
  init(_ next: Roster, title: String, folder: String, skipping skipped: ClosedRange<Day>?) {
    self.folder = folder
    self.title = title
    firstDay = next.settings.firstDay.description
    lastDay = next.settings.lastDay.description
    days = next.settings.days
    kept = Kept(
      postings: next.assignments.count, absences: next.absences.count, requests: next.requests.count,
      waivers: next.waivers.count)
    inNoRoster = skipped.map { Days(firstDay: $0.lowerBound.description, lastDay: $0.upperBound.description) }
  }

  /// The answer about a next period that was not made, because not all of the roster before could be read.
  init(refused title: String, firstDay: Day, days: Int, folder: String) {
    self.folder = folder
    self.title = title
    self.firstDay = firstDay.description
    lastDay = firstDay.advanced(by: days - 1).description
    self.days = days
    isApplied = false
  }

  /// The answer for people.
  var text: String {
    guard let kept else {
      return "made \(folder.shown): `patrol plan \(folder.shown)` fills it, `patrol edit \(folder.shown)` opens it"
    }
    return "made \(folder.shown), \(firstDay) to \(lastDay); kept of before: postings \(kept.postings), absences "
      + "\(kept.absences), requests \(kept.requests), waivers \(kept.waivers); `patrol plan \(folder.shown)` fills it"
  }

  /// Gives the answer in the form asked for.
  ///
  /// - Throws: `CommandFailure` where it cannot be written as JSON, which is a fault of the program.
  func give(_ streams: StandardStreams, as format: AnswerFormat) throws {
    switch format {
    case .text: streams.answer(text, after: .written(folder))
    case .json: streams.answer(try JSONText.encode(self), after: .written(folder))
    }
  }
}
