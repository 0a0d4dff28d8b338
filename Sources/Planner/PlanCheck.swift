import Coverage
import RosterModel

/// Holds a plan against the rule catalogue: the validator has the last word on what the engine found.
enum PlanCheck {
  /// A rule and who breaks it: a unit on whichever day, or a cell.
  private struct Offence: Hashable {
    var rule: String
    var offender: String
  }

  /// How badly a rule is broken.
  private struct Extent: Comparable {
    var findings = 0
    var excess = 0

    static func < (left: Extent, right: Extent) -> Bool {
      (left.findings, left.excess) < (right.findings, right.excess)
    }
  }

  /// What the changed roster breaks, at severity error, and the roster before did not break, or not as badly.
  static func newlyBroken(by change: PlanChange, in plan: CompiledPlan) -> [Finding] {
    if change.isEmpty { return [] }
    let after = findings(in: CoverageGrid(change.applied(to: plan.roster), frame: plan.frame))
    if after.isEmpty { return [] }
    let extentBefore = extents(of: plan.findingsBefore)
    let extentAfter = extents(of: after)
    return after.filter { finding in
      let offence = offence(finding)
      return (extentBefore[offence] ?? Extent()) < (extentAfter[offence] ?? Extent())
    }
  }

  /// The findings of the rules that planning keeps, as far as they are hard.
  static func findings(in grid: CoverageGrid) -> [Finding] {
    var options = ValidationOptions()
    options.select = PlannedRules.names.filter { name in
      // A minimum of hours is planned as a cost, see its rule.
      name != FewestHours.rule && (RuleCatalogue.rule(name).map { grid.frame.policy.isHard($0) } ?? false)
    }
    guard !options.select.isEmpty else { return [] }
    return Validator.validate(grid, options: options).findings
      .filter { $0.severity == .error }
  }

  private static func extents(of findings: [Finding]) -> [Offence: Extent] {
    var extents: [Offence: Extent] = [:]
    for finding in findings {
      extents[offence(finding), default: Extent()].findings += 1
      extents[offence(finding), default: Extent()].excess += excess(of: finding)
    }
    return extents
  }

  /// A break moves from day to day as postings come and go, so a unit's is known by the unit alone.
  private static func offence(_ finding: Finding) -> Offence {
    if case .unit(let id, _, _) = finding.subject { return Offence(rule: finding.rule.id, offender: id) }
    return Offence(rule: finding.rule.id, offender: finding.subject.description)
  }

  private static func excess(of finding: Finding) -> Int {
    func integer(_ name: String) -> Int {
      guard case .integer(let value) = finding.data.first(where: { $0.name == name })?.value else { return 0 }
      return value
    }
    return abs(integer("measured") - integer("bound"))
  }
}
