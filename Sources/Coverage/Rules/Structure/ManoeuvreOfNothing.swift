import RosterModel

/// ORG012: something that happened to a unit during a shift that it does not work, or not during it.
enum ManoeuvreOfNothing: RosterRule {
  static let info = RuleInfo(
    id: "ORG012", name: "manoeuvre-of-nothing", severity: .warning,
    summary: "A row of manoeuvres.csv is of a shift that the unit is not posted to, or of a time outside of it.",
    reason:
      "It says nothing then. A unit that is called in is posted to the beat as well. Post the unit, mend the row's day, shift or "
      + "time, or take it away; `relieved` and `sent-home` may be later than the shift's end, which is work.")

  static func check(_ grid: CoverageGrid, into collector: inout FindingCollector) {
    let frame = grid.frame
    for row in grid.manoeuvresAsTheyStand.sorted(by: { $0.line < $1.line }) {
      let offset = frame.calendar.offset(of: row.day)
      let unit = frame.roster.units[row.unit.index]
      let posting = grid.assignments(of: row.unit).first(where: row.isOf)
      let span = frame.roster.settings.interval(row.day, row.shift)
      let at = frame.roster.settings.instant(of: row)
      let column: String
      let text: String
      if posting == nil {
        (column, text) = ("unit", "is not posted then")
      } else if at < span.lowerBound || at > span.upperBound + (row.kind.isLeaving ? RosterSettings.longestStay : 0) {
        (column, text) = (
          "at", "the shift is \(frame.roster.settings.wallClock(row.day, row.shift)), and not at \(row.at)"
        )
      } else {
        continue
      }
      let shift = frame.roster.id(row.shift)
      let district = posting.flatMap { $0.beat.isKnown ? frame.places.districtOfBeat[$0.beat.index] : nil } ?? -1
      collector.report(
        .init(district: district, force: unit.force, days: (0..<frame.days).contains(offset) ? offset...offset : nil),
        .unit(unit.id, day: row.day, shift: shift), at: .row("manoeuvres.csv", row.line, column),
        data: [.init("what", row.kind.rawValue), .init("at", row.at.description)],
        "\(frame.name(ofUnit: row.unit.index)), \(row.day) \(shift), \(row.kind.rawValue): \(text)")
    }
  }
}
