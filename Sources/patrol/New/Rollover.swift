import Coverage
import RosterFolder
import RosterModel
import Screen

/// A roster's next period in a folder of its own.
struct Rollover {
  /// The roster that it comes after.
  var source: String
  /// Where it is to be.
  var target: String
  /// Its first duty day; `nil` for the one after the last of `source`.
  var firstDay: Day?
  /// How many duty days it has.
  var days: Int
  /// What it is called; `nil` for what `source` is called.
  var title: String?

  /// Writes it, reads it back and checks it.
  ///
  /// - Throws: `CommandFailure` where it cannot be made; nothing is half-written then. `ExitStatus.no` where it is made and
  ///   something is wrong with it besides its empty grid.
  func make(_ streams: StandardStreams, as format: AnswerFormat) throws {
    let (old, reading) = try RosterArgument.readRoster(at: source, streams)
    let snapshot = reading.snapshot
    guard reading.wholeness.isWhole else {
      if format == .json {
        let answer = NewAnswer(
          refused: title ?? old.settings.title, firstDay: try firstDay(after: old.settings), days: days, folder: target)
        streams.answer(try JSONText.encode(answer, from: reading.wholeness))
      }
      throw CommandFailure(.incomplete, "nothing was made: \(source.shown) could not be read whole. Mend it first.")
    }
    let firstDay = try firstDay(after: old.settings)
    let next = old.rolledOver(to: firstDay, days: days)
    do {
      try FolderWriter.create(next, settings: try settings(of: snapshot, firstDay), from: snapshot, at: target)
    } catch let error as SaveError {
      throw CommandFailure(ExitStatus(error.obstacle), "\(error)".shown)
    }
    let skipped = old.settings.lastDay.advanced(by: 1)..<max(firstDay, old.settings.lastDay.advanced(by: 1))
    let between = skipped.isEmpty ? nil : ClosedRange(skipped)
    try NewAnswer(next, title: title ?? old.settings.title, folder: target, skipping: between).give(streams, as: format)
    if let between {
      streams.complain(
        "warning: \(DayOptions.words(between)) \(between.count == 1 ? "is" : "are") in no roster: \(source.shown) ends on "
          + "\(old.settings.lastDay). Leave out --first-day to begin on the day after")
    }
    try check(streams)
  }

  private func firstDay(after settings: RosterSettings) throws -> Day {
    let next = firstDay ?? settings.lastDay.advanced(by: 1)
    guard next > settings.firstDay else {
      throw CommandFailure(
        .usage, "--first-day \(next) is not after \(settings.firstDay), the first day of \(source.shown).")
    }
    guard next.advanced(by: days - 1).components.year <= Day.yearRange.upperBound else {
      throw CommandFailure(.usage, "the period would end after the year \(Day.yearRange.upperBound).")
    }
    return next
  }

  private func settings(of snapshot: FolderSnapshot, _ firstDay: Day) throws -> [UInt8] {
    var values: [(key: String, value: SettingsText.Value)] = [
      ("first_day", .date(firstDay)), ("days", .integer(days)),
    ]
    if let title { values.append(("title", .text(title))) }
    guard let bytes = SettingsText.setting(values, in: snapshot.settings) else {
      throw CommandFailure(.incomplete, "nothing was made: roster.toml of \(source.shown) has no period to change.")
    }
    return bytes
  }

  /// An empty grid is as it should be; whatever else is wrong came over from the old roster.
  private func check(_ streams: StandardStreams) throws {
    let (roster, reading) = try RosterArgument.readRoster(at: target, streams)
    var options = ValidationOptions()
    options.ignore = ["COV"]
    let errors = Validator.findings(in: roster, options: options).filter { $0.severity == .error }
    for finding in errors.prefix(10) { streams.complain(FindingText.line(finding, colour: false)) }
    if !errors.isEmpty {
      streams.complain(
        "\(errors.count) error\(errors.count == 1 ? "" : "s") besides its empty grid; `patrol validate` lists them")
    }
    if !reading.wholeness.isWhole { throw ExitStatus.incomplete }
    if !errors.isEmpty { throw ExitStatus.no }
  }
}
