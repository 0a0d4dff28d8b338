import Characters
import RosterModel

/// REF001: a row of any table names an id that no table defines.
enum UnknownID: RosterRule {
  static let info = FormatRules.unknownID

  static func check(_ grid: CoverageGrid, into collector: inout FindingCollector) {
    var hints = NameHints(grid.frame.roster)
    for list in grid.frame.roster.strayReferences(assignments: grid.assignments) {
      for stray in list.found {
        collector.report(
          .everything, .row(table: stray.table, id: stray.owner), at: stray.location,
          data: [
            .init("table", stray.table), .init("column", stray.column), .init("kind", stray.kind),
            .init("id", stray.id),
          ],
          "column \(stray.column): no \(stray.kind) has the id \(stray.id); mend it\(hints.hint(stray)), or add the \(stray.kind)"
        )
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

/// What may have been meant by ids that no table defines.
private struct NameHints {
  private let roster: Roster
  private var hints: [String: NearHints] = [:]

  init(_ roster: Roster) { self.roster = roster }

  /// What there is in place of an id, as a part of a sentence.
  mutating func hint(_ stray: StrayReference) -> String {
    let (roster, kind) = (roster, stray.kind)
    let hint = hints[kind, default: NearHints { Self.ids(of: kind, in: roster) }].hint(for: stray.id)
    return hint.map { " (\($0))" } ?? ""
  }

  private static func ids(of kind: String, in roster: Roster) -> [String] {
    switch kind {
    case "unit": roster.units.map(\.id)
    case "beat": roster.beats.map(\.id)
    case "shift": roster.settings.shifts.shifts.map(\.id)
    case "regime": roster.settings.regimes.map(\.name)
    case "district": roster.districts.map(\.id)
    default:
      [Place.cityID] + roster.districts.map(\.id) + roster.departments.map(\.id) + roster.beats.map(\.id)
    }
  }
}
