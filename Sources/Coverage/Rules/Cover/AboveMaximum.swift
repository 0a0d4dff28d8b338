import RosterModel

/// COV003: a surplus.
enum AboveMaximum: RosterRule {
  static let info = RuleInfo(
    id: "COV003", name: "above-maximum", severity: .warning,
    summary: "A square has more units than its maximum.",
    reason: "Units above the maximum are missing somewhere else. Post them where there is a gap or a shortfall.")

  static func check(_ grid: CoverageGrid, into collector: inout FindingCollector) {
    collector.reportSquares(of: grid, at: "maximum", where: { $0.have > $0.maximum }, bound: { $0.maximum ?? 0 })
  }
}
