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
