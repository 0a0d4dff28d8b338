/// A setting that a rule takes from its table in `roster.toml`.
public struct RuleParameter: Hashable, Sendable {
  /// Which values it takes.
  public enum Kind: Hashable, Sendable {
    /// A whole number in a range.
    case integer(ClosedRange<Int>)
    /// A time of the clock.
    case clock
    /// A list of forces, at least one.
    case forces
  }

  /// The key, in snake case.
  public var name: String
  /// Which values it takes.
  public var kind: Kind
  /// The value where the roster gives none.
  public var standard: SettingValue
  /// What it is, with its unit.
  public var summary: String

  /// A setting of this name.
  public init(_ name: String, _ kind: Kind, standard: SettingValue, _ summary: String) {
    self.name = name
    self.kind = kind
    self.standard = standard
    self.summary = summary
  }

  /// Whether it takes a value.
  public func takes(_ value: SettingValue) -> Bool {
    switch (kind, value) {
    case (.integer(let range), .integer(let number)): return range.contains(number)
    case (.clock, .text(let text)): return ClockTime(text: text) != nil
    case (.forces, .list(let words)):
      return !words.isEmpty
        && words.allSatisfy { word in
          if case .text(let text) = word { return Force(rawValue: text) != nil }
          return false
        }
    default: return false
    }
  }

  /// Which values it takes, in words.
  public var expectation: String {
    switch kind {
    case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .clock: "a time as \"08:00\""
    case .forces: "a list of police, guard or volunteer"
    }
  }
}
