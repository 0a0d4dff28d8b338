import RosterModel
import Threads

/// Runs the rule catalogue over a roster.
public enum Validator {
  /// The findings of a roster, sorted.
  public static func findings(in roster: Roster, options: ValidationOptions = ValidationOptions()) -> [Finding] {
    validate(roster, options: options).findings
  }

  /// The findings of a roster with the figures.
  ///
  /// O(assignments + squares + findings).
  public static func validate(
    _ roster: Roster, options: ValidationOptions = ValidationOptions()
  ) -> ValidationResult {
    let policy = RulePolicy(roster.settings, overrides: options.severities)
    return validate(CoverageGrid(roster, frame: RosterFrame(roster, policy: policy)), options: options)
  }

  /// The findings of a grid as it stands.
  ///
  /// The severities are those of the grid's frame; `options.severities` is not looked at.
  public static func validate(
    _ grid: CoverageGrid, options: ValidationOptions = ValidationOptions()
  ) -> ValidationResult {
    let selection = RuleSelection(options, grid.frame.policy)
    var review = WaiverReview(grid.frame, options, selection)
    let (standing, waived) = review.sort(Finding.sorted(found(in: grid, options, selection)))
    var remarks = FindingCollector(options.scope, grid.frame, first: WaiverExpired.info)
    for rule in RosterRules.waivers where selection.runs(rule.info) {
      remarks.begin(grid.frame.policy.grade(of: rule.info))
      review.check(rule, into: &remarks)
    }
    let findings = remarks.findings.isEmpty ? standing : Finding.sorted(standing + remarks.findings)
    var summary = ValidationSummary()
    summary.waived = waived.count
    for finding in findings { summary.count(finding) }
    summary.coverage = grid.summary(in: options.scope)
    return ValidationResult(
      findings: findings, waived: waived, rulesRun: selection.run, rulesSkipped: selection.skipped, summary: summary)
  }

  /// How many units are one job for a thread.
  private static let unitsOfJob = 512

  /// What the rules find, rule after rule and then unit after unit; each rule about the roster is a job for a thread,
  /// and then each stretch of the units is one.
  private static func found(
    in grid: CoverageGrid, _ options: ValidationOptions, _ selection: RuleSelection
  ) -> [Finding] {
    let rules = RosterRules.all.filter { selection.runs($0.info) }
    let starts = Array(stride(from: 0, to: grid.frame.roster.units.count, by: unitsOfJob))
    let found = Threads.map(rules.count + starts.count, threads: options.threads) { job in
      var collector = FindingCollector(options.scope, grid.frame, first: FormatRules.unknownID)
      if job < rules.count {
        collector.begin(grid.frame.policy.grade(of: rules[job].info))
        rules[job].check(grid, into: &collector)
      } else {
        let start = starts[job - rules.count]
        checkUnits(start..<min(start + unitsOfJob, grid.frame.roster.units.count), grid, selection, &collector)
      }
      return collector
    }
    var sums = FindingCounts<FindingCollector.Sort>(listing: Finding.mostOfRule)
    for collector in found { sums.add(collector.counts) }
    let unlisted = sums.unlisted
    guard !unlisted.isEmpty else { return found.flatMap(\.findings) }
    // Each job has listed as much as all of them together may.
    var counts = FindingCounts<FindingCollector.Sort>(listing: Finding.mostOfRule)
    let listed = found.flatMap(\.findings).filter { counts.takes(FindingCollector.Sort($0)) }
    return listed
      + unlisted.compactMap { sort, count in
        listed.first { FindingCollector.Sort($0) == sort }?.more(count, subject: .row(table: "roster", id: sort.rule))
      }
  }

  private static func checkUnits(
    _ units: Range<Int>, _ grid: CoverageGrid, _ selection: RuleSelection, _ collector: inout FindingCollector
  ) {
    let rules = UnitRules.all.indices.filter { selection.runs(UnitRules.all[$0].info) }
    let grades = UnitRules.all.map { grid.frame.policy.grade(of: $0.info) }
    var timeline = UnitTimeline(grid.frame)
    var found: [Violation] = []
    for unit in units {
      timeline.load(unit, from: grid)
      found.removeAll(keepingCapacity: true)
      UnitRules.check(timeline, rules, into: &found)
      for violation in found {
        collector.begin(grades[violation.rule])
        collector.report(violation, of: grid)
      }
    }
  }
}

/// What a validation is asked for.
public struct ValidationOptions: Sendable {
  /// Only these rules: ids, names or beginnings of ids; empty for all.
  public var select: [String] = []
  /// Not these rules: ids, names or beginnings of ids.
  public var ignore: [String] = []
  /// Severities in place of the roster's, by rule id, name or the beginning of an id.
  public var severities: [String: Severity] = [:]
  /// Only findings of this part.
  ///
  /// Narrowed to days, findings about no day are left out, except what puts every answer in doubt: references, ties,
  /// shifts that do not tile the day.
  public var scope = CoverageScope.whole
  /// The duty day on which it is asked, by which waivers expire; `nil` for the first of the period.
  public var today: Day?
  /// The most threads that look for findings; what is found does not depend on it.
  public var threads = 1

  /// Everything.
  public init() {}
}

/// What a validation found.
public struct ValidationResult: Sendable {
  /// What stands, sorted by file, line, rule and subject; findings without a location come last.
  public var findings: [Finding]
  /// What a waiver accepts, in the same order.
  public var waived: [Finding]
  /// The rules that were run, in the order of the catalogue.
  public var rulesRun: [RuleInfo]
  /// The rules that were not, with the reason.
  public var rulesSkipped: [SkippedRule]
  /// The figures.
  public var summary: ValidationSummary
}

/// The figures of a validation.
public struct ValidationSummary: Hashable, Sendable {
  /// Findings by severity, waived ones left out.
  public var errors = 0
  /// Findings of severity warning.
  public var warnings = 0
  /// Findings of severity info.
  public var infos = 0
  /// Findings that a waiver accepts.
  public var waived = 0
  /// How well demand is covered in the part that was asked for.
  public var coverage = CoverageSummary()

  /// Nothing found yet.
  public init() {}

  /// Counts a finding.
  public mutating func count(_ finding: Finding) {
    switch finding.severity {
    case .error: errors += 1
    case .warning: warnings += 1
    case .info: infos += 1
    case .off: break
    }
  }
}

/// A rule that was not run, with the reason.
public struct SkippedRule: Hashable, Sendable {
  /// The rule.
  public var rule: RuleInfo
  /// Why it was not run.
  public var reason: String

  /// A rule with the reason why it was not run.
  public init(rule: RuleInfo, reason: String) {
    self.rule = rule
    self.reason = reason
  }
}

/// Which rules a validation runs.
struct RuleSelection {
  /// The rules that are run, in the order of the catalogue.
  private(set) var run: [RuleInfo] = []
  /// The rules that are not, with the reason.
  private(set) var skipped: [SkippedRule] = []
  private var running: Set<String> = []

  init(_ options: ValidationOptions, _ policy: RulePolicy) {
    let selected = Set(options.select.flatMap { RuleCatalogue.rules(matching: $0) }.map(\.id))
    let ignored = Set(options.ignore.flatMap { RuleCatalogue.rules(matching: $0) }.map(\.id))
    for rule in RuleCatalogue.all {
      if !options.select.isEmpty, !selected.contains(rule.id) {
        skipped.append(SkippedRule(rule: rule, reason: "not selected"))
      } else if ignored.contains(rule.id) {
        skipped.append(SkippedRule(rule: rule, reason: "ignored"))
      } else if policy.strictest(of: rule) == .off {
        skipped.append(SkippedRule(rule: rule, reason: "off"))
      } else {
        run.append(rule)
        running.insert(rule.id)
      }
    }
  }

  /// Whether the rule is run.
  func runs(_ rule: RuleInfo) -> Bool { running.contains(rule.id) }
}

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
