import RosterModel

/// The whole weeks that rotas are planted over: the history, the period and what cuts a week at either end.
struct Horizon {
  /// The Monday it begins with.
  let firstMonday: Day
  /// Whole weeks from there.
  let weeks: Int
  /// The indices of the days of the history and the period.
  let written: Range<Int>
  /// The indices of the days of the period.
  let period: Range<Int>

  /// The weeks around the history and the period.
  init(_ options: GeneratorOptions) {
    let firstWritten = options.firstDay.advanced(by: -options.historyDays)
    firstMonday = firstWritten.monday
    let lead = firstMonday.distance(to: firstWritten)
    let start = lead + options.historyDays
    written = lead..<(start + options.days)
    period = start..<(start + options.days)
    weeks = (written.upperBound + 6) / 7
  }

  /// How many days it has.
  var dayCount: Int { weeks * 7 }

  /// The duty day of an index.
  func day(_ index: Int) -> Day { firstMonday.advanced(by: index) }

  /// The weeks in which a day of a weekend is in the period.
  var weekendWeeks: [Int] {
    (0..<weeks).filter { period.contains($0 * 7 + 5) || period.contains($0 * 7 + 6) }
  }
}
