import RosterModel

/// How many findings of one rule there are at one severity.
struct FindingTally {
  let rule: RuleInfo
  let severity: Severity
  var count = 0

  /// What stands for those that are not listed; `nil` where all are.
  var more: Finding? {
    guard count > Finding.mostOfRule else { return nil }
    return Finding.more(
      count - Finding.mostOfRule, of: rule, severity: severity, subject: .row(table: "roster", id: rule.id))
  }
}

extension [FindingTally] {
  /// Counts a finding; whether it is to be listed, so that no words are made of one that is not.
  mutating func takes(_ rule: RuleInfo, _ severity: Severity) -> Bool {
    add(FindingTally(rule: rule, severity: severity, count: 1)).count <= Finding.mostOfRule
  }

  /// Adds what was counted elsewhere, and returns the sum.
  @discardableResult
  mutating func add(_ other: FindingTally) -> FindingTally {
    let known = firstIndex { $0.severity == other.severity && $0.rule.id == other.rule.id }
    if known == nil { append(FindingTally(rule: other.rule, severity: other.severity)) }
    let index = known ?? count - 1
    self[index].count += other.count
    return self[index]
  }
}
