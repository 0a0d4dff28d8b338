import ArgumentParser
import Foundation
import RosterModel
import Screen

/// The days that a verb is limited to, and the clock that `today` goes by.
struct DayOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The first duty day: a date, today or tomorrow.", valueName: "day"), completion: .days)
  var from: String?

  @Option(help: ArgumentHelp("The last duty day: a date, today or tomorrow.", valueName: "day"), completion: .days)
  var to: String?

  @Flag(help: "Of a range that reaches beyond the roster's period take the days inside; without it that is refused.")
  var clip = false

  @OptionGroup var clock: NowOption

  /// The time that today and tomorrow go by; `nil` for PATROL_NOW, or the clock.
  var now: String? { clock.now }

  /// The days chosen, all of them in the roster's period; what is not given is its first or last day.
  ///
  /// - Parameter streams: are told which days `--clip` takes where it leaves some out; `nil` for nobody.
  /// - Throws: `CommandFailure` where a day is not understood, the last comes before the first, or one is not in the period.
  func days(in settings: RosterSettings, telling streams: StandardStreams? = nil) throws -> ClosedRange<Day> {
    let asked = try asked(in: settings)
    let period = settings.period
    if period.contains(asked.lowerBound), period.contains(asked.upperBound) { return asked }
    guard clip, asked.overlaps(period) else { throw outside(asked, settings) }
    let inside = asked.clamped(to: period)
    streams?.note(
      "--clip: \(Self.words(inside)) of \(Self.words(asked)), the roster's period is \(Self.words(period))")
    return inside
  }

  /// The days chosen, of which only some need to be in the period, for what may be entered beyond it; with `--clip` those.
  ///
  /// - Throws: `CommandFailure` where a day is not understood, the last comes before the first, or none is in the period.
  func daysTouching(periodOf settings: RosterSettings, telling streams: StandardStreams? = nil) throws -> ClosedRange<
    Day
  > {
    let asked = try asked(in: settings)
    guard !clip, asked.overlaps(settings.period) else { return try days(in: settings, telling: streams) }
    return asked
  }

  /// The days chosen, whatever the period.
  ///
  /// - Throws: `CommandFailure` where a day is not understood, or the last comes before the first.
  func asked(in settings: RosterSettings) throws -> ClosedRange<Day> {
    let first = try from.map { try Self.day($0, option: "--from", now: now, in: settings) }
    let last = try to.map { try Self.day($0, option: "--to", now: now, in: settings) }
    let (begin, end) = (first ?? settings.firstDay, last ?? settings.lastDay)
    if begin <= end { return begin...end }
    // The end that was not named is that of the period, which the other one is beyond.
    guard let first, let last else { throw outside((first ?? end)...(first ?? end), settings) }
    throw CommandFailure(.usage, "--from \(first) is after --to \(last). Name the earlier day first.")
  }

  /// Whether the verb is limited at all.
  var isLimited: Bool { from != nil || to != nil }

  /// The failure of days of which one is not in the period, named as it was written.
  private func outside(_ asked: ClosedRange<Day>, _ settings: RosterSettings) -> CommandFailure {
    let isFirst = from != nil && !settings.period.contains(asked.lowerBound)
    let text = isFirst ? from : to
    let day = isFirst ? asked.lowerBound : asked.upperBound
    let isPartly = asked.overlaps(settings.period)
    return Self.outside(day, isFirst ? "--from" : "--to", as: text, settings, canClip: isPartly)
  }
}

extension DayOptions {
  /// Reads a duty day of the roster's period: a date, `today` or `tomorrow`.
  ///
  /// - Throws: `CommandFailure` where the text is none of them, or the day is not in the period.
  static func day(ofPeriod text: String, option: String, now: String?, in settings: RosterSettings) throws -> Day {
    let day = try day(text, option: option, now: now, in: settings)
    guard settings.period.contains(day) else { throw outside(day, option, as: text, settings) }
    return day
  }

  /// Reads a duty day, whatever the period: a date, `today` or `tomorrow`.
  ///
  /// - Throws: `CommandFailure` where the text is none of them.
  static func day(_ text: String, option: String, now: String?, in settings: RosterSettings) throws -> Day {
    if let day = Day(iso: text) { return day }
    let clock = try DutyClock.now(now, settings: settings)
    switch text {
    case "today": return clock.today(in: settings)
    case "tomorrow": return clock.today(in: settings).advanced(by: 1)
    default:
      throw CommandFailure(
        .usage,
        "\(option): '\(text.shown)' is not a duty day\(UnknownName.disguise(text)). "
          + "Write a date as 2026-12-05, today or tomorrow.")
    }
  }

  /// A day or a range in words.
  static func words(_ days: ClosedRange<Day>) -> String {
    days.count == 1 ? "\(days.lowerBound)" : "\(days.lowerBound) to \(days.upperBound)"
  }

  /// The failure where a verb is given a day that the roster does not have: an answer about nothing would be taken for one
  /// that says that all is well.
  private static func outside(
    _ day: Day, _ option: String, as text: String?, _ settings: RosterSettings, canClip: Bool = false
  ) -> CommandFailure {
    let period = settings.period
    let named = text == nil || text == "\(day)" ? "\(day)" : "\(text ?? ""), \(day),"
    let (_, month, date) = day.components
    let meant = Set([period.lowerBound, period.upperBound].map(\.components.year)).sorted()
      .compactMap { Day(year: $0, month: month, day: date) }.first(where: period.contains)
    let advice =
      if let meant {
        "Did you mean \(meant)?"
      } else if day > period.upperBound {
        "Name a day of the period; `patrol new --after` rolls the roster over to the next."
      } else {
        "Name a day of the period."
      }
    return CommandFailure(
      .usage,
      "\(option): \(named) is outside of the roster's period, \(words(period)). \(advice)"
        + (canClip ? " With --clip the days inside are taken." : ""))
  }
}

/// The time that is taken for now: what `today` and `tomorrow` go by, and which shifts have begun.
struct NowOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The time taken for now, as 2026-12-05T03:00 in the roster's zone: today and tomorrow go by it, and shifts begun by "
        + "then are worked (default: PATROL_NOW, or the clock).",
      valueName: "time"))
  var now: String?
}

/// Which duty day it is: the day whose first shift has started and whose successor's has not.
struct DutyClock {
  /// The instant taken for now, in minutes since 1970-01-01 00:00 UTC.
  var instant: Int

  /// The system's clock.
  static func system() -> DutyClock { DutyClock(instant: Int(Date().timeIntervalSince1970 / 60)) }

  /// The time that `--now` gives, or else `PATROL_NOW` of the environment; `nil` where neither does.
  ///
  /// - Throws: `CommandFailure` where the text is not a time.
  static func given(_ option: String?, settings: RosterSettings) throws -> DutyClock? {
    if let option { return try DutyClock(text: option, from: "--now", settings: settings) }
    let name = EnvironmentSetting.now.rawValue
    guard let text = ProcessInfo.processInfo.environment[name], !text.isEmpty else { return nil }
    return try DutyClock(text: text, from: name, settings: settings)
  }

  /// The time taken for now: as `--now` gives it, or else `PATROL_NOW`, or else the system's clock.
  ///
  /// - Throws: `CommandFailure` where the text is not a time.
  static func now(_ option: String?, settings: RosterSettings) throws -> DutyClock {
    try given(option, settings: settings) ?? system()
  }

  /// Reads a time in the roster's zone, `YYYY-MM-DDTHH:MM`, from what is called so.
  private init(text: String, from source: String, settings: RosterSettings) throws {
    let parts = text.split(whereSeparator: { $0 == "T" || $0 == " " })
    guard parts.count == 2, let day = Day(iso: parts[0]), let time = ClockTime(text: parts[1]), time.minutes < 1440
    else {
      throw CommandFailure(
        .usage, "\(source): '\(text.shown)' is not a time. Write it as 2026-12-05T03:00, in the roster's zone.")
    }
    self.init(instant: settings.zone.instant(day, minutes: time.minutes))
  }

  private init(instant: Int) { self.instant = instant }

  /// The time in the roster's zone, as `2026-12-05T03:00`.
  func text(in settings: RosterSettings) -> String {
    let local = settings.zone.local(at: instant)
    return "\(local.day)T\(ClockTime(minutes: local.minutes))"
  }

  /// The duty day at this instant: at 03:00 it is still the day before.
  func today(in settings: RosterSettings) -> Day { settings.dutyDay(at: instant) }
}
