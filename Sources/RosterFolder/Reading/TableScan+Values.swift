import RosterModel

extension TableScan {
  /// A text, which may be empty.
  mutating func string(_ column: some TableColumn) -> String {
    text(of: column.rawValue).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// The words of a list separated by spaces.
  mutating func words(_ column: some TableColumn) -> [String] {
    string(column).split(separator: " ").map(String.init)
  }

  /// A well-formed id.
  mutating func identifier(_ column: some TableColumn) -> String {
    if text(of: column.rawValue).map({ Identifier.isValid(bytes: $0) }) != true {
      reject(column, expected: Identifier.expectation)
    }
    return string(column)
  }

  /// One of a fixed list of words.
  mutating func word<Word: RawRepresentable & CaseIterable>(_ column: some TableColumn, _: Word.Type) -> Word?
  where Word.RawValue == String {
    if let word = Word(rawValue: string(column)) { return word }
    reject(column, expected: Evidence.oneOf(Word.allCases.map(\.rawValue)))
    return nil
  }

  /// One of a fixed list of words, or `nil` where the column is empty.
  mutating func optionalWord<Word: RawRepresentable & CaseIterable>(
    _ column: some TableColumn, _: Word.Type
  ) -> Word? where Word.RawValue == String {
    let text = string(column)
    if text.isEmpty { return nil }
    if let word = Word(rawValue: text) { return word }
    reject(column, expected: Evidence.oneOf(Word.allCases.map(\.rawValue)) + ", or nothing")
    return nil
  }

  /// The forces named, or all where the column is empty.
  mutating func forces(_ column: some TableColumn) -> ForceSet {
    let words = words(column)
    let forces = words.compactMap { Force(rawValue: $0) }
    if forces.count != words.count {
      reject(column, expected: "a list of \(Evidence.oneOf(Force.allCases.map(\.rawValue))), separated by spaces")
    }
    return words.isEmpty ? .all : ForceSet(forces)
  }

  /// A whole number in a range, or `nil` where the column is empty.
  mutating func integer(_ column: some TableColumn, in range: ClosedRange<Int>) -> Int? {
    guard let bytes = text(of: column.rawValue), !bytes.isEmpty else { return nil }
    var value = 0
    for byte in bytes {
      let digit = byte &- UInt8(ascii: "0")
      guard digit <= 9, value <= range.upperBound else {
        value = -1
        break
      }
      value = value * 10 + Int(digit)
    }
    guard range.contains(value) else {
      reject(column, expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return value
  }

  /// A date.
  mutating func day(_ column: some TableColumn) -> Day {
    if let bytes = text(of: column.rawValue), let day = Day(isoBytes: bytes) { return day }
    reject(column, expected: "a date as 2026-12-31")
    return Day(number: 0)
  }

  /// A list of duty days.
  mutating func days(_ column: some TableColumn) -> DayPattern {
    if let pattern = text(of: column.rawValue).flatMap({ DayPattern(bytes: $0) }) { return pattern }
    reject(
      column,
      expected: "daily, weekdays as mon-fri, dates as 2026-12-31 or ranges as 2026-12-31..2027-01-02, "
        + "separated by spaces")
    return .daily
  }

  /// The number of an id that another table defines, or the complement of a stray's.
  @inline(__always)
  mutating func reference<Entity>(
    _ column: some TableColumn, in ids: borrowing IDTable, strays: inout IDTable
  ) -> Reference<Entity> {
    if let bytes = text(of: column.rawValue), let number = ids[bytes] { return Reference(number) }
    return Reference(stray: stray(column, &strays))
  }

  /// The number of an id that no table defines, which is added where it is new.
  mutating func stray(_ column: some TableColumn, _ strays: inout IDTable) -> Int {
    guard let bytes = text(of: column.rawValue), Identifier.isValid(bytes: bytes) else {
      reject(column, expected: Identifier.expectation)
      return 0
    }
    return strays.add(bytes).number
  }
}
