import RosterModel

/// Sorts findings into those that stand and those that a waiver accepts.
struct WaiverDesk {
  /// What a waiver is looked up by.
  private struct Key: Hashable {
    var rule: String
    var subject: String
  }

  private let waivers: [Waiver]
  private let period: ClosedRange<Day>
  private var byKey: [Key: [Int]] = [:]
  private var verdicts: [WaiverVerdict]

  init(_ frame: RosterFrame, _ options: ValidationOptions, _ selection: RuleSelection) {
    let roster = frame.roster
    let isWhole = options.scope.district == nil && !options.scope.isNarrowed(in: frame.calendar)
    waivers = roster.waivers
    period = roster.settings.period
    let today = options.today ?? roster.settings.firstDay
    verdicts = waivers.map { waiver in
      let isRun = RuleCatalogue.rule(waiver.rule).map { selection.runs($0) } ?? false
      return WaiverVerdict(isExpired: waiver.lastDay < today, wasRun: isRun && isWhole)
    }
    for (number, waiver) in waivers.enumerated() {
      // What reading finds puts every answer in doubt and is accepted by nobody.
      guard let rule = RuleCatalogue.rule(waiver.rule), rule.canBeRegraded else { continue }
      byKey[Key(rule: rule.id, subject: waiver.subject), default: []].append(number)
    }
  }

  /// The findings that stand and those that are waived, each in the order given.
  mutating func sort(_ findings: [Finding]) -> (standing: [Finding], waived: [Finding]) {
    guard !byKey.isEmpty else { return (findings, []) }
    var standing: [Finding] = []
    var waived: [Finding] = []
    for finding in findings {
      let matching = byKey[Key(rule: finding.rule.id, subject: finding.subject.description)] ?? []
      let accepting = matching.filter { accepts(waivers[$0], finding) }
      for number in accepting { verdicts[number].findings += 1 }
      if accepting.isEmpty { standing.append(finding) } else { waived.append(finding) }
    }
    return (standing, waived)
  }

  private func accepts(_ waiver: Waiver, _ finding: Finding) -> Bool {
    guard waiver.firstDay <= waiver.lastDay else { return false }
    let days = waiver.firstDay...waiver.lastDay
    return finding.subject.day.map { days.contains($0) } ?? days.overlaps(period)
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
