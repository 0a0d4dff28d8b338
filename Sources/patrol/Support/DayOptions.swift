import ArgumentParser
import RosterModel

/// The days that a verb is limited to, and the clock that `today` goes by.
struct DayOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The first duty day: a date, today or tomorrow.", valueName: "day"), completion: .days)
  var from: String?

  @Option(help: ArgumentHelp("The last duty day: a date, today or tomorrow.", valueName: "day"), completion: .days)
  var to: String?

  @Option(
    help: ArgumentHelp(
      "The time that today and tomorrow go by, as 2026-12-05T03:00 (default: PATROL_NOW, or the clock).",
      valueName: "time"))
  var now: String?

  /// The days chosen, clipped to nothing: what is not given is the roster's period.
  ///
  /// - Throws: `CommandFailure` where a day is not understood, or the last comes before the first.
  func days(in settings: RosterSettings) throws -> ClosedRange<Day> {
    let first = try from.map { try Self.day($0, option: "--from", now: now, in: settings) } ?? settings.firstDay
    let last = try to.map { try Self.day($0, option: "--to", now: now, in: settings) } ?? settings.lastDay
    guard first <= last else {
      throw CommandFailure(.usage, "--from \(first) is after --to \(last). Name the earlier day first.")
    }
    return first...last
  }

  /// Whether the verb is limited at all.
  var isLimited: Bool { from != nil || to != nil }

  /// Reads a duty day: a date, `today` or `tomorrow`.
  ///
  /// - Throws: `CommandFailure` where the text is none of them.
  static func day(_ text: String, option: String, now: String?, in settings: RosterSettings) throws -> Day {
    if let day = Day(iso: text) { return day }
    let clock = try DutyClock.given(now, settings: settings) ?? DutyClock.system()
    switch text {
    case "today": return clock.today(in: settings)
    case "tomorrow": return clock.today(in: settings).advanced(by: 1)
    default:
      throw CommandFailure(
        .usage, "\(option): '\(text)' is not a duty day. Write a date as 2026-12-05, today or tomorrow.")
    }
  }
}
