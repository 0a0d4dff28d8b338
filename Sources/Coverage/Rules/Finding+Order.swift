import RosterModel

extension Finding {
  /// Sorts findings by file, line, rule and subject; those without a location come last.
  ///
  /// The order is the same for the same findings, whatever order they were found in.
  public static func sorted(_ findings: [Finding]) -> [Finding] {
    // Texts are made once a finding, not once a comparison.
    let keys = findings.map { finding in
      SortKey(
        isNowhere: finding.location == nil, file: finding.location?.file ?? "", line: finding.location?.line ?? 0,
        rule: finding.rule.id, subject: finding.subject.description, message: finding.message)
    }
    return keys.indices.sorted { keys[$0] < keys[$1] }.map { findings[$0] }
  }

  private struct SortKey: Comparable {
    var isNowhere: Bool
    var file: String
    var line: Int
    var rule: String
    var subject: String
    var message: String

    static func < (left: SortKey, right: SortKey) -> Bool {
      if left.isNowhere != right.isNowhere { return right.isNowhere }
      if left.file != right.file { return left.file < right.file }
      if left.line != right.line { return left.line < right.line }
      if left.rule != right.rule { return left.rule < right.rule }
      if left.subject != right.subject { return left.subject < right.subject }
      return left.message < right.message
    }
  }
}
