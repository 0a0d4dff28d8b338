import ArgumentParser
import RosterModel

/// The duty days that an edit is about: one, or a range.
struct EditDays: ParsableArguments {
  @Option(help: ArgumentHelp("The one duty day: a date, today or tomorrow.", valueName: "day"), completion: .days)
  var day: String?
  @OptionGroup var range: DayOptions

  func validate() throws {
    if day != nil, range.isLimited {
      throw ValidationError("--day is one day, --from and --to are a range. Name either.")
    }
    if day == nil, !range.isLimited {
      throw ValidationError("Name the duty day with --day, or a range with --from and --to.")
    }
  }

  /// Whether it is a range of which only the first day is named.
  var isOpenEnded: Bool { range.from != nil && range.to == nil }

  /// The days, whatever the period; a range that names no first or last day has that of the period.
  ///
  /// - Throws: `CommandFailure` where a day is not understood.
  func days(in settings: RosterSettings) throws -> ClosedRange<Day> {
    guard let day else {
      if let from = range.from, range.to == nil {
        let first = try DayOptions.day(from, option: "--from", now: range.now, in: settings)
        guard first <= settings.lastDay else {
          throw CommandFailure(
            .usage, "--from \(first) is after the period's last day, \(settings.lastDay). Name the last day with --to.")
        }
      }
      return try range.days(in: settings)
    }
    let only = try DayOptions.day(day, option: "--day", now: range.now, in: settings)
    return only...only
  }

  /// The days as dates, for an act to be known again by.
  ///
  /// - Throws: `CommandFailure` where a day is not understood.
  func words(in settings: RosterSettings) throws -> String {
    let days = try days(in: settings)
    return "\(days.lowerBound)..\(isOpenEnded ? "" : "\(days.upperBound)")"
  }

  /// The days, all of which must be in the period.
  ///
  /// - Throws: `CommandFailure` where a day is not understood or outside of the period.
  func daysOfPeriod(in settings: RosterSettings) throws -> ClosedRange<Day> {
    let days = try days(in: settings)
    guard let outside = [days.lowerBound, days.upperBound].first(where: { !settings.period.contains($0) }) else {
      return days
    }
    throw CommandFailure(
      .usage,
      "\(outside) is outside of the roster's period, \(settings.firstDay) to \(settings.lastDay). Name a day of the "
        + "period; `patrol new --after` rolls the roster over to the next.")
  }
}
