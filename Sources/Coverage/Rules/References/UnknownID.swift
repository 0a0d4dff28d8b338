import RosterModel

/// REF001: a row of any table names an id that no table defines.
enum UnknownID: RosterRule {
  static let info = FormatRules.unknownID

  static func check(_ grid: CoverageGrid, into collector: inout FindingCollector) {
    for stray in grid.frame.roster.strayReferences(assignments: grid.assignments) {
      collector.report(
        .everything, .row(table: stray.table, id: stray.owner), at: stray.location,
        data: [
          .init("table", stray.table), .init("column", stray.column), .init("kind", stray.kind), .init("id", stray.id),
        ],
        "column \(stray.column): no \(stray.kind) has the id \(stray.id); mend it, or add the \(stray.kind)")
    }
  }
}
