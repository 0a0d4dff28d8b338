extension DayPattern {
  /// Whether some day is named by both.
  ///
  /// O(terms × terms); two ranges of dates are compared by their ends, whatever their length.
  public func overlaps(_ other: DayPattern) -> Bool {
    terms.contains { term in other.terms.contains { term.overlaps($0) } }
  }
}

extension DayPattern.Term {
  fileprivate func overlaps(_ other: DayPattern.Term) -> Bool {
    switch (self, other) {
    case (.dates(let first, let last), .dates(let otherFirst, let otherLast)):
      first <= otherLast && otherFirst <= last
    case (.dates(let first, let last), let recurring), (let recurring, .dates(let first, let last)):
      // What recurs recurs within a week.
      (first...max(first, last)).prefix(7).contains { recurring.contains($0) }
    case (.daily, _), (_, .daily): true
    case (.weekdays, .weekdays):
      // 1970-01-05 was a Monday.
      (4..<11).contains { contains(Day(number: $0)) && other.contains(Day(number: $0)) }
    }
  }
}
