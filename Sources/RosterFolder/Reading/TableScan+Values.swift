import Characters
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
    if text(of: column.rawValue).map({ Identifier.isValid(bytes: $0) }) == true { return string(column) }
    let id = string(column).withoutOuterBlanks
    if Identifier.isValid(id) { forgive(column, as: id) } else { reject(column, expected: Identifier.expectation) }
    return id
  }

  /// One of a fixed list of words, in any case.
  mutating func word<Word: RawRepresentable & CaseIterable>(_ column: some TableColumn, _: Word.Type) -> Word?
  where Word.RawValue == String {
    let text = string(column)
    if let word = Word(rawValue: text) ?? forgiven(column, Word(rawValue: Self.plain(text)), \.rawValue) { return word }
    reject(column, expected: Evidence.oneOf(Word.allCases.map(\.rawValue)))
    return nil
  }

  /// One of a fixed list of words, in any case, or `nil` where the column is empty.
  mutating func optionalWord<Word: RawRepresentable & CaseIterable>(
    _ column: some TableColumn, _: Word.Type
  ) -> Word? where Word.RawValue == String {
    let text = string(column)
    if text.isEmpty { return nil }
    let plain = Self.plain(text)
    if let word = Word(rawValue: text) ?? forgiven(column, Word(rawValue: plain), \.rawValue) { return word }
    if plain.isEmpty { return nil }
    reject(column, expected: Evidence.oneOf(Word.allCases.map(\.rawValue)) + ", or nothing")
    return nil
  }

  /// Whether the one word that a column takes, in any case, stands there, and not nothing.
  mutating func flag(_ column: some TableColumn, _ word: String) -> Bool {
    guard let bytes = text(of: column.rawValue), !bytes.isEmpty else { return false }
    if bytes.elementsEqual(word.utf8) { return true }
    let plain = Self.plain(string(column))
    if plain.isEmpty { return false }
    if plain == word { forgive(column, as: word) } else { reject(column, expected: "\(word), or nothing") }
    return plain == word
  }

  /// The forces named, or all where the column is empty.
  mutating func forces(_ column: some TableColumn) -> ForceSet {
    let words = words(column)
    var forces = words.compactMap { Force(rawValue: $0) }
    if forces.count != words.count {
      forces = words.compactMap { Force(rawValue: Self.plain($0)) }
      if forces.count == words.count {
        forgive(column, as: forces.map(\.rawValue).joined(separator: " "))
      } else {
        reject(column, expected: "a list of \(Evidence.oneOf(Force.allCases.map(\.rawValue))), separated by spaces")
      }
    }
    return words.isEmpty ? .all : ForceSet(forces)
  }

  /// The words of a list of needs or skills, of which those that are a way to move may stand in any case.
  mutating func skills(_ column: some TableColumn) -> [String] {
    let words = words(column)
    guard words.contains(where: { $0.utf8.contains { $0 < 0x61 || $0 > 0x7A } }) else { return words }
    let meant = words.map { Mode(rawValue: Self.plain($0))?.rawValue ?? $0 }
    if meant != words { forgive(column, as: meant.joined(separator: " ")) }
    return meant
  }

  /// A need or skill, which may be a way to move in any case.
  mutating func skill(_ column: some TableColumn) -> String {
    let text = string(column)
    guard !text.isEmpty, let mode = Mode(rawValue: Self.plain(text)), mode.rawValue != text else { return text }
    forgive(column, as: mode.rawValue)
    return mode.rawValue
  }

  /// A whole number in a range, or `nil` where the column is empty.
  mutating func integer(_ column: some TableColumn, in range: ClosedRange<Int>) -> Int? {
    guard let bytes = text(of: column.rawValue), !bytes.isEmpty else { return nil }
    let value = Self.number(bytes, upTo: range.upperBound)
    if let value, range.contains(value) { return value }
    let plain = Self.wholeNumber(string(column).withoutOuterBlanks)
    if plain.isEmpty { return nil }
    var copy = plain
    let meant = copy.withUTF8 { Self.number($0, upTo: range.upperBound) }.flatMap { range.contains($0) ? $0 : nil }
    if value == nil, let meant = forgiven(column, meant, \.description) { return meant }
    reject(column, expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }

  /// Digits as a number; `nil` for anything else, and for one that is beyond a bound by far.
  private static func number(_ bytes: UnsafeBufferPointer<UInt8>, upTo bound: Int) -> Int? {
    var value = 0
    for byte in bytes {
      let digit = byte &- UInt8(ascii: "0")
      guard digit <= 9, value <= bound else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }

  /// A number without a fraction of nothing, as `2,0` or `2.00`; three digits after the mark are thousands to some.
  private static func wholeNumber(_ text: String) -> String {
    for fraction in [".0", ",0", ".00", ",00"] where text.hasSuffix(fraction) {
      return String(text.dropLast(fraction.count))
    }
    return text
  }

  /// A date.
  mutating func day(_ column: some TableColumn) -> Day {
    if let bytes = text(of: column.rawValue), let day = Day(isoBytes: bytes) { return day }
    let text = string(column).withoutOuterBlanks
    if let day = forgiven(column, Day(iso: text) ?? Day(spreadsheet: text), \.description) { return day }
    reject(column, expected: "a date as 2026-12-31")
    return Day(number: 0)
  }

  /// A list of duty days.
  mutating func days(_ column: some TableColumn) -> DayPattern {
    if let pattern = text(of: column.rawValue).flatMap({ DayPattern(bytes: $0) }) { return pattern }
    if let pattern = forgiven(column, DayPattern(spreadsheet: string(column)), \.description) { return pattern }
    reject(
      column,
      expected: "daily, weekdays as mon-fri, dates as 2026-12-31 or ranges as 2026-12-31..2027-01-02, "
        + "separated by spaces")
    return .daily
  }

  /// The number of an id that another table defines, or the complement of a stray's.
  @inline(__always)
  mutating func reference<Entity>(
    _ column: some TableColumn, in ids: borrowing IDTable, strays: inout IDTable, meant: inout MeantIDs
  ) -> Reference<Entity> {
    if let bytes = text(of: column.rawValue), let number = ids[bytes] { return Reference(number) }
    if let number = number(column, in: ids, meant: &meant) { return Reference(number) }
    return Reference(stray: stray(column, &strays, meant: &meant))
  }

  /// The number of an id that another table defines and that stands there in another way; `nil` where there is none.
  @inline(never)
  mutating func number(_ column: some TableColumn, in ids: borrowing IDTable, meant: inout MeantIDs) -> Int? {
    guard let bytes = text(of: column.rawValue), case .row(let number, let id) = meant.meaning(of: bytes, among: ids)
    else { return nil }
    forgive(column, as: id)
    return number
  }

  /// The number of an id that no table defines, which is added where it is new.
  @inline(never)
  mutating func stray(_ column: some TableColumn, _ strays: inout IDTable, meant: inout MeantIDs) -> Int {
    guard let bytes = text(of: column.rawValue) else {
      reject(column, expected: Identifier.expectation)
      return 0
    }
    switch meant.meaning(of: bytes) {
    case .other(let id):
      forgive(column, as: id)
      return strays.add(id).number
    case .several(let ids):
      reject(column, expected: "the id of one unit, as the callsign is that of \(Evidence.oneOf(ids))")
      return 0
    case .row, .nothing:
      guard Identifier.isValid(bytes: bytes) else {
        reject(column, expected: Identifier.expectation)
        return 0
      }
      return strays.add(bytes).number
    }
  }

  /// What a value is taken for, which is told; `nil` where it can be taken for nothing.
  mutating func forgiven<Value>(
    _ column: some TableColumn, _ meant: Value?, _ text: (Value) -> String
  ) -> Value? {
    if let meant { forgive(column, as: text(meant)) }
    return meant
  }

  /// A word as it would be written: in lower case, without blanks around it.
  static func plain(_ text: String) -> String { text.withoutOuterBlanks.lowercased() }
}
