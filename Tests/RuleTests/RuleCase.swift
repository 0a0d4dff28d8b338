import Testing

/// A rule with a roster that it lets pass and one that it does not.
struct RuleCase: CustomTestStringConvertible {
  /// The rule's id.
  var rule: String
  /// Files of the roster that passes, in place of those of `BaseRoster`.
  var passing: [String: String]
  /// Files of the roster that fails, with marks where.
  var failing: [String: String]
  /// Files that the roster that fails lacks.
  var without: [String] = []
  /// Places of findings where no mark can stand: a file that is not there.
  var elsewhere: [String] = []

  init(
    _ rule: String, passing: [String: String] = [:], failing: [String: String] = [:], without: [String] = [],
    elsewhere: [String] = []
  ) {
    self.rule = rule
    self.passing = passing
    self.failing = failing
    self.without = without
    self.elsewhere = elsewhere
  }

  var testDescription: String { rule }

  /// The cases of every family.
  static let all =
    files + structure + coverage + together + rest + bookings + laterFamilies
}
