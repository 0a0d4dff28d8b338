/// A duty day, named by the date on which its first shift starts.
///
/// Stored as days since 1970-01-01 in the proleptic Gregorian calendar, so that arithmetic is arithmetic.
@frozen
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; may be negative.
  public var number: Int32

  /// The day with this many days since 1970-01-01.
  @inlinable
  public init(number: Int32) { self.number = number }

  /// Earlier days are less.
  @inlinable
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}

extension Day: Strideable {
  /// Whole days from this day to the other.
  @inlinable
  public func distance(to other: Day) -> Int { Int(other.number) - Int(number) }

  /// The day this many days later, wrapping at the ends of the representable range.
  @inlinable
  public func advanced(by days: Int) -> Day { Day(number: number &+ Int32(truncatingIfNeeded: days)) }
}

extension Day {
  /// The day of the week.
  public var weekday: Weekday {
    let shifted = (Int(number) + 3) % 7
    return Weekday.allCases[shifted < 0 ? shifted + 7 : shifted]
  }

  /// The Monday of this day's week.
  public var monday: Day { advanced(by: -weekday.rawValue) }

  /// The years that can be written with four digits, which is what every table holds.
  public static let yearRange = 1...9999

  /// A day of the proleptic Gregorian calendar; `nil` where there is no such date.
  ///
  /// Source: the civil-from-days arithmetic over 400-year eras of 146,097 days.
  public init?(year: Int, month: Int, day: Int) {
    guard Day.yearRange.contains(year), (1...12).contains(month), day >= 1,
      day <= Day.daysInMonth(month, year: year)
    else { return nil }
    let marchYear = month > 2 ? year : year - 1
    let era = marchYear / 400
    let yearOfEra = marchYear - era * 400
    let monthFromMarch = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(number: Int32(era * 146_097 + dayOfEra - 719_468))
  }

  /// Year, month and day of the month.
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  private static func daysInMonth(_ month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Day: CustomStringConvertible {
  /// Reads `YYYY-MM-DD` exactly; `nil` for anything else.
  public init?(iso text: some StringProtocol) {
    var copy = String(text)
    let parsed = copy.withUTF8 { Day(isoBytes: $0) }
    guard let parsed else { return nil }
    self = parsed
  }

  /// Reads the ten bytes `YYYY-MM-DD` exactly; `nil` for anything else.
  public init?(isoBytes bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
    func digits(_ from: Int, _ count: Int) -> Int? {
      var value = 0
      for index in from..<(from + count) {
        let digit = bytes[index] &- UInt8(ascii: "0")
        guard digit <= 9 else { return nil }
        value = value * 10 + Int(digit)
      }
      return value
    }
    guard let year = digits(0, 4), let month = digits(5, 2), let day = digits(8, 2) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The date as `YYYY-MM-DD`.
  public var description: String {
    let parts = components
    return pad(parts.year, to: 4) + "-" + pad(parts.month, to: 2) + "-" + pad(parts.day, to: 2)
  }

  private func pad(_ value: Int, to width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

/// A day of the week; a week begins on Monday.
public enum Weekday: Int, CaseIterable, Comparable, Sendable {
  case monday = 0
  case tuesday, wednesday, thursday, friday, saturday, sunday

  /// The three-letter name used in tables: `mon` to `sun`.
  public var abbreviation: String {
    switch self {
    case .monday: "mon"
    case .tuesday: "tue"
    case .wednesday: "wed"
    case .thursday: "thu"
    case .friday: "fri"
    case .saturday: "sat"
    case .sunday: "sun"
    }
  }

  /// Reads `mon` to `sun`, without regard to case; `nil` for anything else.
  public init?(abbreviation text: some StringProtocol) {
    let lowered = text.lowercased()
    guard let match = Weekday.allCases.first(where: { $0.abbreviation == lowered }) else { return nil }
    self = match
  }

  /// Monday is the least.
  public static func < (left: Weekday, right: Weekday) -> Bool { left.rawValue < right.rawValue }
}
