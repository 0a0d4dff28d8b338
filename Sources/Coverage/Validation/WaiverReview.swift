import RosterModel

/// Sorts findings into those that stand and those that a waiver accepts.
struct WaiverReview {
  private let index: WaiverIndex
  private let waivers: [Waiver]
  private var verdicts: [WaiverVerdict]

  init(_ frame: RosterFrame, _ options: ValidationOptions, _ selection: RuleSelection) {
    let roster = frame.roster
    let isWhole = options.scope.district == nil && !options.scope.isNarrowed(in: frame.calendar)
    index = frame.waivers
    waivers = roster.waivers
    let today = options.today ?? roster.settings.firstDay
    verdicts = waivers.map { waiver in
      let isRun = RuleCatalogue.rule(waiver.rule).map { selection.runs($0) } ?? false
      return WaiverVerdict(isExpired: waiver.lastDay < today, wasRun: isRun && isWhole)
    }
  }

  /// The findings that stand and those that are waived, each in the order given.
  mutating func sort(_ findings: [Finding]) -> (standing: [Finding], waived: [Finding]) {
    guard !index.isEmpty else { return (findings, []) }
    var standing: [Finding] = []
    var waived: [Finding] = []
    for finding in findings {
      let accepting = index.concern(finding.rule) ? index.numbers(accepting: finding.rule, finding.subject) : []
      for number in accepting { verdicts[number].findings += 1 }
      if accepting.isEmpty { standing.append(finding) } else { waived.append(finding) }
    }
    return (standing, waived)
  }

  /// What is wrong with the waivers themselves.
  func check(_ rule: any WaiverRule.Type, into collector: inout FindingCollector) {
    for (waiver, verdict) in zip(waivers, verdicts) {
      guard let message = rule.message(waiver, verdict) else { continue }
      collector.report(
        .everything, .row(table: "waivers", id: "\(waiver.rule)/\(waiver.subject)"),
        at: .row("waivers.csv", waiver.line, rule.column), message)
    }
  }
}
