import RosterModel

/// The findings of one file, all counted and so many kept as memory allows.
struct FindingLog {
  /// The findings kept, in the order found.
  private(set) var findings: [Finding] = []
  /// How many more there were, by rule.
  private var dropped: [String: (rule: RuleInfo, count: Int)] = [:]

  /// The most findings of one file that are kept one by one.
  static let mostKept = 100_000

  /// Adds a finding.
  mutating func add(_ finding: Finding) {
    if findings.count < Self.mostKept {
      findings.append(finding)
    } else {
      dropped[finding.rule.id, default: (finding.rule, 0)].count += 1
    }
  }

  /// Adds a finding about a file.
  mutating func add(
    _ rule: RuleInfo, _ file: String, line: Int? = nil, column: Int? = nil, value: String? = nil,
    expected: String? = nil, message: String
  ) {
    add(
      Self.finding(rule, file, line: line, column: column, value: value, expected: expected, message: message))
  }

  /// A finding about a file.
  static func finding(
    _ rule: RuleInfo, _ file: String, line: Int? = nil, column: Int? = nil, value: String? = nil,
    expected: String? = nil, message: String
  ) -> Finding {
    var data: [Finding.Datum] = []
    if let value { data.append(Finding.Datum("value", String(value.prefix(Evidence.longest)))) }
    if let expected { data.append(Finding.Datum("expected", expected)) }
    return Finding(
      rule: rule, subject: .row(table: stem(file)), location: Location(file: file, line: line, column: column),
      message: message, data: data)
  }

  /// Every finding kept, and for each rule one that says how many more there are.
  func all(of file: String) -> [Finding] {
    findings
      + dropped.values.sorted { $0.rule.id < $1.rule.id }.map { rule, count in
        Finding(
          rule: rule, subject: .row(table: Self.stem(file)), location: Location(file: file),
          message: "\(count) more like this are not listed one by one; mend those above and read again",
          data: [Finding.Datum("more", count)])
      }
  }

  /// A file's name without what comes after the dot, which is how subjects name it.
  private static func stem(_ file: String) -> String { String(file.prefix { $0 != "." }) }
}
