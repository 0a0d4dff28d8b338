import RosterModel

/// The times of the journal, for people.
enum JournalTime {
  /// A time as `2026-12-05 03:12:07`, in the roster's zone.
  ///
  /// - Parameter time: in milliseconds since 1970-01-01 00:00 UTC.
  static func text(_ time: Int64, in settings: RosterSettings) -> String {
    let seconds = Int(time / 1_000)
    let local = settings.zone.local(at: Int((Double(seconds) / 60).rounded(.down)))
    let second = ((seconds % 60) + 60) % 60
    return "\(local.day) \(ClockTime(minutes: local.minutes)):\(second < 10 ? "0" : "")\(second)"
  }
}
