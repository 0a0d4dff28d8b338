import RosterModel

/// COV006: a square that is held for only a part of its tile.
enum PartCovered: RosterRule {
  static let info = RuleInfo(
    id: "COV006", name: "part-covered", severity: .warning,
    summary: "A square is held for a part of its tile only, as somebody came late, moved or left during the shift.",
    reason:
      "Squares count who is posted; manoeuvres.csv says what became of it. Held is a square with its minimum, where that is 0 "
      + "with its target. One below its minimum is a gap, and is told here too where a unit was moved or called in to it."
  )

  static func check(_ grid: CoverageGrid, into collector: inout FindingCollector) {
    let frame = grid.frame
    for (index, held) in grid.heldTimes().sorted(by: { $0.key < $1.key }) {
      guard let state = grid.state(index), held.minutesWithout > 0, held.isPart || state.gap == 0 else { continue }
      let line = frame.plan.lines[state.square.line]
      let bound = state.square.minimum > 0 ? state.square.minimum : state.square.target
      collector.report(
        .day(
          frame.calendar.offset(of: state.square.day), district: frame.plan.districtOfLine[state.square.line],
          force: line.force),
        frame.subject(of: state.square),
        at: frame.location(of: state.square, state.square.minimum > 0 ? "minimum" : "target"),
        data: frame.data(state) + [.init("minutes_without", held.minutesWithout)],
        "\(frame.path(of: line.place)), \(state.square.day) \(frame.tileID(state.square.tile)): "
          + "\(frame.words(bound, of: line)) \(frame.words(held))")
    }
  }
}
