extension Model {
  /// The weeks that touch the period, in rising order of start.
  static func weeks(_ problem: Problem) -> [WeekEntry] {
    let history = problem.historyDayCount
    let rows = 0..<(history + problem.dayCount)
    return problem.weeks.sorted { ($0.start, $0.end) < ($1.start, $1.end) }.compactMap { week in
      guard week.days.overlaps(0..<problem.dayCount) else { return nil }
      let reached = rows.filter { row in
        problem.shifts.indices.contains { shift in
          let time = problem.times[row * problem.shifts.count + shift]
          return time.start < week.end && time.end > week.start
        }
      }
      let days = (week.days.lowerBound + history..<week.days.upperBound + history).clamped(to: rows)
      return WeekEntry(
        reachFirst: Int32(reached.first ?? 0), reachLast: Int32(reached.last ?? -1), dayFirst: Int32(days.lowerBound),
        dayLast: Int32(days.upperBound - 1), start: Int32(week.start), end: Int32(week.end))
    }
  }

  /// The range from the first to the last week that the test holds for; empty if for none.
  static func span(of weeks: [WeekEntry], where holds: (WeekEntry) -> Bool) -> Range<Int32> {
    guard let first = weeks.firstIndex(where: holds), let last = weeks.lastIndex(where: holds) else { return 0..<0 }
    return Int32(first)..<Int32(last + 1)
  }
}
