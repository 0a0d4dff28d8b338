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

  /// What the rules find, rule after rule and then unit after unit; each rule about the roster is a job for a thread, and then each stretch
  /// of the units is one.
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
