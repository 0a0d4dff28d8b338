/// The `days` column of a table: a list of terms, each naming some duty days.
public struct DayPattern: Hashable, Sendable {
  /// One word of the list.
  public enum Term: Hashable, Sendable {
    /// Every day.
    case daily
    /// From one weekday to another, inclusive; wraps over the weekend where the last comes before the first.
    case weekdays(Weekday, Weekday)
    /// From one date to another, inclusive.
    case dates(Day, Day)
  }

  /// The terms in the order written; never empty when read from a table.
  public var terms: [Term]

  /// A pattern of these terms.
  public init(_ terms: [Term]) { self.terms = terms }

  /// Every day.
  public static let daily = DayPattern([.daily])

  /// One date.
  public static func day(_ day: Day) -> DayPattern { DayPattern([.dates(day, day)]) }

  /// Whether some term names the day.
  ///
  /// O(terms).
  public func contains(_ day: Day) -> Bool { terms.contains { $0.contains(day) } }
}

extension DayPattern.Term {
  /// Whether the term names the day.
  public func contains(_ day: Day) -> Bool {
    switch self {
    case .daily: true
    case .weekdays(let first, let last): Self.span(from: first, to: last).contains(day.weekday)
    case .dates(let first, let last): first <= day && day <= last
    }
  }

  /// How precisely the term names a day: a smaller rank wins where two demand rows meet.
  ///
  /// A date before a longer range, any range before weekdays, fewer weekdays before more, `daily` last.
  public var rank: Int {
    switch self {
    case .dates(let first, let last): first.distance(to: last)
    case .weekdays(let first, let last): Int(Int32.max) + Self.span(from: first, to: last).count
    case .daily: Int(Int32.max) + 8
    }
  }

  private static func span(from first: Weekday, to last: Weekday) -> [Weekday] {
    let length = (last.rawValue - first.rawValue + 7) % 7 + 1
    return (0..<length).map { Weekday.allCases[(first.rawValue + $0) % 7] }
  }
}

extension DayPattern {
  /// The rank of the most precise term that names the day; `nil` where none does.
  ///
  /// Several single weekdays are as wide as they are many: `sat sun` ranks as two weekdays.
  public func rank(on day: Day) -> Int? {
    let matching = terms.filter { $0.contains(day) }
    guard let best = matching.map(\.rank).min() else { return nil }
    guard case .weekdays = matching.first(where: { $0.rank == best }) else { return best }
    let named = Set(Weekday.allCases.filter { weekday in namesWeekday(weekday) })
    return Int(Int32.max) + named.count
  }

  private func namesWeekday(_ weekday: Weekday) -> Bool {
    // 1970-01-05 was a Monday.
    let sample = Day(number: 4 + Int32(weekday.rawValue))
    return terms.contains { term in
      if case .weekdays = term { return term.contains(sample) }
      return false
    }
  }
}

extension DayPattern: CustomStringConvertible {
  /// Reads the list; `nil` where a word is not understood, a range ends before it begins, or there is no word.
  public init?(text: some StringProtocol) {
    var copy = String(text)
    guard let pattern = copy.withUTF8({ DayPattern(bytes: $0) }) else { return nil }
    self = pattern
  }

  /// Reads the list from the bytes of its text, without a string for each date; `nil` as for a text.
  public init?(bytes: UnsafeBufferPointer<UInt8>) {
    var terms: [Term] = []
    terms.reserveCapacity(min(bytes.count / 11 + 1, 64))
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: " ") { end += 1 }
      if end > start {
        guard let term = Term(bytes: UnsafeBufferPointer(rebasing: bytes[start..<end])) else { return nil }
        terms.append(term)
      }
      start = end + 1
    }
    guard !terms.isEmpty else { return nil }
    self.init(terms)
  }

  /// The list as it is written in a table.
  public var description: String { terms.map(\.description).joined(separator: " ") }
}

extension DayPattern.Term: CustomStringConvertible {
  /// Reads one word of the list.
  init?(bytes: UnsafeBufferPointer<UInt8>) {
    if let day = Day(isoBytes: bytes) {
      self = .dates(day, day)
    } else if bytes.count == Self.lengthOfRange, bytes[10] == UInt8(ascii: "."), bytes[11] == UInt8(ascii: ".") {
      guard let first = Day(isoBytes: UnsafeBufferPointer(rebasing: bytes[..<10])),
        let last = Day(isoBytes: UnsafeBufferPointer(rebasing: bytes[12...])), first <= last
      else { return nil }
      self = .dates(first, last)
    } else {
      self.init(word: String(decoding: bytes, as: UTF8.self))
    }
  }

  /// The bytes of `2026-12-31..2027-01-02`.
  private static let lengthOfRange = 22

  /// Reads a word that names no dates.
  private init?(word: String) {
    if word.lowercased() == "daily" {
      self = .daily
    } else {
      let ends = word.split(separator: "-", omittingEmptySubsequences: false)
      guard (1...2).contains(ends.count), let first = Weekday(abbreviation: ends[0]),
        let last = Weekday(abbreviation: ends[ends.count - 1])
      else { return nil }
      self = .weekdays(first, last)
    }
  }

  /// The term as it is written in a table.
  public var description: String {
    switch self {
    case .daily: "daily"
    case .weekdays(let first, let last):
      first == last ? first.abbreviation : first.abbreviation + "-" + last.abbreviation
    case .dates(let first, let last): first == last ? first.description : "\(first)..\(last)"
    }
  }
}

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
