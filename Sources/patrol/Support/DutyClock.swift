import Foundation
import RosterModel
import Screen

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
