import RosterModel

/// Times for programs and other machines.
enum UniversalTime {
  /// A time as `2026-12-05T03:12:07Z`.
  ///
  /// - Parameter time: in milliseconds since 1970-01-01 00:00 UTC.
  static func text(_ time: Int64) -> String {
    let seconds = Int((Double(time) / 1_000).rounded(.down))
    let day = Int((Double(seconds) / 86_400).rounded(.down))
    let second = seconds - day * 86_400
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let date = Day(number: Int32(clamping: day))
    return "\(date)T\(two(second / 3_600)):\(two(second / 60 % 60)):\(two(second % 60))Z"
  }
}
