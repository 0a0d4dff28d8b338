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

  /// The days, all of which are in the period; a range that names no first or last day has that of the period.
  ///
  /// - Throws: `CommandFailure` where a day is not understood or outside of the period.
  func days(in settings: RosterSettings, telling streams: StandardStreams? = nil) throws -> ClosedRange<Day> {
    guard let day else { return try range.days(in: settings, telling: streams) }
    let only = try DayOptions.day(ofPeriod: day, option: "--day", now: range.now, in: settings)
    return only...only
  }

  /// The days, of which a range may reach beyond the period.
  ///
  /// - Throws: `CommandFailure` where a day is not understood, or none is in the period.
  func daysTouching(periodOf settings: RosterSettings, telling streams: StandardStreams? = nil) throws -> ClosedRange<
    Day
  > {
    guard day == nil else { return try days(in: settings) }
    return try range.daysTouching(periodOf: settings, telling: streams)
  }

  /// The days as dates, for an act to be known again by.
  ///
  /// - Throws: `CommandFailure` where a day is not understood.
  func words(in settings: RosterSettings) throws -> String {
    let days = try daysTouching(periodOf: settings)
    return "\(days.lowerBound)..\(isOpenEnded ? "" : "\(days.upperBound)")"
  }
}
