import RosterModel

/// COV001: a gap.
enum CellBelowMinimum: RosterRule {
  static let info = RuleInfo(
    id: "COV001", name: "cell-below-minimum", severity: .error,
    summary: "A square has fewer units than its minimum: a gap in the patrol grid.",
    reason:
      "The finding points to the demand row that asks for the units. `patrol gaps` says how many could fill it, `patrol "
      + "why` why none did. A posting counts unless it names something unknown or its unit is absent.")

  static func check(_ grid: CoverageGrid, into collector: inout FindingCollector) {
    collector.reportSquares(of: grid, at: "minimum", where: { $0.have < $0.minimum }, bound: \.minimum)
  }
}
