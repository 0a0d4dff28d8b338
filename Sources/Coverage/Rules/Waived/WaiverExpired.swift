import RosterModel

/// WAI001: a waiver whose last day is over.
enum WaiverExpired: WaiverRule {
  static let info = RuleInfo(
    id: "WAI001", name: "waiver-expired", severity: .warning,
    summary: "A waiver's last day is before today, or before the period where no day is given.",
    reason: "It accepts nothing any more. Remove its row, or have it renewed by whoever may accept the finding.")

  static let column = "last_day"

  static func message(_ waiver: Waiver, _ verdict: WaiverVerdict) -> String? {
    guard verdict.isExpired else { return nil }
    return "the waiver of \(waiver.rule) for \(waiver.subject) ended on \(waiver.lastDay)"
  }
}
