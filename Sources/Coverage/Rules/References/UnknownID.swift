import RosterModel

/// REF001: a row of any table names an id that no table defines.
enum UnknownID: RosterRule {
  static let info = FormatRules.unknownID

  static func check(_ grid: CoverageGrid, into collector: inout FindingCollector) {
    for list in grid.frame.roster.strayReferences(assignments: grid.assignments) {
      for stray in list.found {
        collector.report(
          .everything, .row(table: stray.table, id: stray.owner), at: stray.location,
          data: [
            .init("table", stray.table), .init("column", stray.column), .init("kind", stray.kind),
            .init("id", stray.id),
          ],
          "column \(stray.column): no \(stray.kind) has the id \(stray.id); mend it, or add the \(stray.kind)")
      }
      for (kind, count) in list.counts.unlisted {
        let like = Finding(rule: info, subject: .row(table: list.table), message: "")
        collector.report(
          like.more(
            count, subject: .row(table: list.table), location: Location(file: list.file),
            data: [.init("table", list.table), .init("kind", kind)]))
      }
    }
  }
}
