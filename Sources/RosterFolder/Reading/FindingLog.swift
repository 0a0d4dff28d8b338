import Characters
import RosterModel

/// The findings of one file, all counted and of each rule as many kept as people read.
struct FindingLog {
  /// The findings kept, in the order found.
  private(set) var findings: [Finding] = []
  /// How many there were by the rule's id.
  private var counts = FindingCounts<String>(listing: Finding.mostOfRow)

  /// Counts a finding; whether it is to be kept, so that no words are made of one that is not.
  mutating func takes(_ rule: RuleInfo) -> Bool { counts.takes(rule.id) }

  /// Adds a finding.
  mutating func add(_ finding: Finding) {
    if takes(finding.rule) { findings.append(finding) }
  }

  /// Adds a finding that was counted by `takes`.
  mutating func keep(_ finding: Finding) { findings.append(finding) }

  /// Adds a finding about a file.
  mutating func add(
    _ rule: RuleInfo, _ file: String, line: Int? = nil, column: Int? = nil, value: String? = nil,
    expected: String? = nil, message: String
  ) {
    add(Self.finding(rule, file, line: line, column: column, value: value, expected: expected, message: message))
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
      + counts.unlisted.sorted { $0.key < $1.key }.compactMap { id, count in
        findings.first { $0.rule.id == id }?.more(
          count, subject: .row(table: Self.stem(file)), location: Location(file: file))
      }
  }

  /// A file's name without what comes after the dot, which is how subjects name it.
  private static func stem(_ file: String) -> String { String(file.prefix { $0 != "." }) }
}
