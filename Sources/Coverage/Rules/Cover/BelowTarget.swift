import RosterModel

/// COV002: a shortfall.
enum BelowTarget: RosterRule {
  static let info = RuleInfo(
    id: "COV002", name: "below-target", severity: .warning,
    summary: "A square has its minimum but fewer units than its target.",
    reason: "The place is covered, though less well than wanted. A square below its minimum is found once, as a gap.")

  static func check(_ grid: CoverageGrid, into collector: inout FindingCollector) {
    collector.reportSquares(
      of: grid, at: "target", where: { $0.have >= $0.minimum && $0.have < $0.target }, bound: \.target)
  }
}
