extension DayPattern {
  /// Whether some term names one of the days; O(terms), however many days there are.
  public func namesAny(of days: ClosedRange<Day>) -> Bool { terms.contains { $0.namesAny(of: days) } }

  /// The pattern without what its dates name before a day; `nil` where nothing is left.
  ///
  /// `daily` and weekdays name no dates and stay as they are.
  public func cut(before first: Day) -> DayPattern? {
    let kept = terms.compactMap { term -> Term? in
      guard case .dates(let start, let end) = term else { return term }
      return end < first ? nil : .dates(max(start, first), end)
    }
    return kept.isEmpty ? nil : DayPattern(kept)
  }

  /// What is left of the pattern without some days.
  public enum Remainder: Hashable, Sendable {
    /// No day.
    case nothing
    /// These days.
    case days(DayPattern)
    /// Days that no list of terms names, because `daily` or weekdays go on before and after the days taken out.
    case unwritable
  }

  /// The pattern without some days.
  ///
  /// - Parameter period: the days that matter: `daily` and weekdays that name none of them but those taken out are left
  ///   out whole.
  public func removing(_ days: ClosedRange<Day>, of period: ClosedRange<Day>) -> Remainder {
    var kept: [Term] = []
    for term in terms {
      switch term {
      case .dates(let start, let end):
        if start < days.lowerBound { kept.append(.dates(start, min(end, days.lowerBound.advanced(by: -1)))) }
        if end > days.upperBound { kept.append(.dates(max(start, days.upperBound.advanced(by: 1)), end)) }
      case .daily, .weekdays:
        guard term.namesAny(of: days) else {
          kept.append(term)
          continue
        }
        if period.contains(where: { term.contains($0) && !days.contains($0) }) { return .unwritable }
      }
    }
    return kept.isEmpty ? .nothing : .days(DayPattern(kept))
  }
}

extension DayPattern.Term {
  /// Whether the term names one of the days.
  fileprivate func namesAny(of days: ClosedRange<Day>) -> Bool {
    switch self {
    case .daily: true
    // A week has every weekday.
    case .weekdays: days.prefix(7).contains(where: contains)
    case .dates(let first, let last): first <= days.upperBound && days.lowerBound <= last
    }
  }
}
