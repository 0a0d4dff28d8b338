/// Dates as spreadsheets leave them in a table: read where they can only be one date, and written back as dates are
/// written.
extension Day {
  /// Reads `7.12.2026`, `2026-12-7` or `2026/12/07`; `nil` for anything else.
  ///
  /// With dots the day comes first wherever that is written, and a year in front is followed by the month everywhere.
  /// `12/7/2026` is the seventh of December to some and the twelfth of July to others, so it is none.
  public init?(spreadsheet text: some StringProtocol) {
    guard let separator = text.first(where: { !$0.isNumber }), "-/.".contains(separator) else { return nil }
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else { return nil }
    let isYearFirst = parts[0].utf8.count == 4
    guard isYearFirst || separator == "." && parts[2].utf8.count == 4,
      (isYearFirst ? parts.dropFirst() : parts.dropLast()).allSatisfy({ (1...2).contains($0.utf8.count) }),
      let first = Int(parts[0]), let month = Int(parts[1]), let last = Int(parts[2])
    else { return nil }
    self.init(year: isYearFirst ? first : last, month: month, day: isYearFirst ? last : first)
  }
}

extension DayPattern {
  /// Reads a list of days in which dates may stand as spreadsheets leave them: `7.12.2026..9.12.2026`.
  public init?(spreadsheet text: some StringProtocol) {
    var terms: [Term] = []
    for word in text.split(whereSeparator: { $0 == " " || $0.isNewline }) {
      guard let term = Term(spreadsheet: word) else { return nil }
      terms.append(term)
    }
    guard !terms.isEmpty else { return nil }
    self.init(terms)
  }
}

extension DayPattern.Term {
  fileprivate init?(spreadsheet word: some StringProtocol) {
    if let pattern = DayPattern(text: word), let term = pattern.terms.first {
      self = term
      return
    }
    // Two dots lie between the dates of a range, and one between the parts of a date.
    let parts = word.split(separator: "..", omittingEmptySubsequences: false)
    let days = parts.compactMap { Day(iso: $0) ?? Day(spreadsheet: $0) }
    guard days.count == parts.count, (1...2).contains(days.count), days[0] <= days[days.count - 1] else { return nil }
    self = .dates(days[0], days[days.count - 1])
  }
}
