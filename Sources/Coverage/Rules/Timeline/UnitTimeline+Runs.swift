extension UnitTimeline {
  /// Consecutive days, each with at least one posting of a sort.
  struct Run {
    /// The first day.
    var firstDay: Int32
    /// How many days there are.
    var days: Int
    /// The position in `entries` of the first posting of the day with which the run was longer than allowed.
    var breakingEntry: Int?
  }

  /// The runs of days with a matching posting that are longer than `most` and have a day of the period too many.
  ///
  /// A run that history begins is blamed on its first day of the period that is too many.
  func runs(longerThan most: Int, where matches: (Entry) -> Bool) -> [Run] {
    var found: [Run] = []
    var run: Run?
    func close() { if let run, run.breakingEntry != nil { found.append(run) } }
    for (position, entry) in entries.enumerated() where matches(entry) {
      if var current = run, entry.day <= current.firstDay + Int32(current.days) {
        if entry.day < current.firstDay + Int32(current.days) { continue }
        current.days += 1
        if current.days > most, entry.isInPeriod, current.breakingEntry == nil { current.breakingEntry = position }
        run = current
      } else {
        close()
        run = Run(firstDay: entry.day, days: 1, breakingEntry: most < 1 && entry.isInPeriod ? position : nil)
      }
    }
    close()
    return found
  }

  /// Whether another posting of the same day precedes the one at a position.
  func isSecondOfDay(_ position: Int) -> Bool {
    position > 0 && entries[position - 1].day == entries[position].day
  }
}
