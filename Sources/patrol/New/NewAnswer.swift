import RosterModel
import Screen

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
