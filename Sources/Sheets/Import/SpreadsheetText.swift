import Characters
import RosterModel

/// Cells as spreadsheets save them: another writing of what was exported is no change of it.
enum SpreadsheetText {
  /// Whether a cell says what was written, be it `8:00`, `08:00:00 AM` or `TRUE` by now.
  static func cell(_ cell: String, says written: String) -> Bool {
    let cell = trimmed(cell)
    if cell == written || cell.lowercased() == written.lowercased() { return true }
    guard let time = ClockTime(text: written) else { return false }
    return minutes(cell) == time.minutes
  }

  /// A text without the blanks around it.
  static func trimmed(_ text: String) -> String { text.withoutOuterBlanks }

  /// A text with each line break, which is CR LF where Windows wrote it, as LF.
  static func withPlainLineBreaks(_ text: String) -> String {
    guard text.utf8.contains(0x0D) else { return text }
    return String(text.map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 })
  }

  /// The minutes after midnight of a time with or without seconds, AM and PM; `nil` for anything else.
  private static func minutes(_ text: String) -> Int? {
    var time = text.uppercased()[...]
    let isAfternoon = time.hasSuffix("PM")
    let isTwelveHours = isAfternoon || time.hasSuffix("AM")
    if isTwelveHours { time = time.dropLast(2) }
    let parts = trimmed(String(time)).split(separator: ":" as Character)
    guard parts.count == 2 || parts.count == 3 && parts[2] == "00",
      let clock = ClockTime(text: parts.prefix(2).joined(separator: ":"))
    else { return nil }
    return isTwelveHours ? clock.minutes % 720 + (isAfternoon ? 720 : 0) : clock.minutes
  }
}
