import RosterModel

/// Reads a duty day as a dispatcher types it.
struct DayReader {
  private let period: ClosedRange<Day>
  private let current: Day

  /// A reader for a roster's period, relative to the day under the cursor.
  init(_ settings: RosterSettings, from current: Day) {
    period = settings.period
    self.current = current
  }

  /// `2026-12-05`, `5.12` or `5/12`, `5` (of the period, the first such day), `+7`, `-7`; `nil` for anything else.
  func day(_ text: String) -> Day? {
    let word = text.filter { $0 != " " }
    if let day = Day(iso: word) { return day }
    if word.hasPrefix("+") || word.hasPrefix("-") {
      guard let days = Int(word), abs(days) <= 10_000 else { return nil }
      return current.advanced(by: days)
    }
    let parts = word.split(whereSeparator: { $0 == "." || $0 == "/" }).map { Int($0) }
    guard (1...2).contains(parts.count), let number = parts[0] else { return nil }
    if parts.count == 1 { return period.first { $0.components.day == number } }
    guard let month = parts[1] else { return nil }
    return period.first { $0.components.day == number && $0.components.month == month }
      ?? Day(year: period.lowerBound.components.year, month: month, day: number)
  }
}
