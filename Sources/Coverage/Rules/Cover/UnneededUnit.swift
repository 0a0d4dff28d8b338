import RosterModel

/// COV005: a posting that no demand counts.
enum UnneededUnit: RosterRule {
  static let info = RuleInfo(
    id: "COV005", name: "unneeded-unit", severity: .warning,
    summary: "A unit is posted where no demand counts it.",
    reason:
      "No square of that beat, day and shift asks for a unit of its force and skills. Post it where one does, or add a "
      + "demand row.")

  static func check(_ grid: CoverageGrid, into collector: inout FindingCollector) {
    let frame = grid.frame
    for (slot, assignment) in grid.slots.enumerated() where grid.counting[slot] {
      guard let offset = frame.offset(of: assignment.day), !grid.isNeeded(assignment, offset) else { continue }
      let beat = frame.path(of: .beat(assignment.beat))
      let shift = frame.roster.id(assignment.shift)
      collector.report(
        .day(
          offset, district: frame.places.districtOfBeat[assignment.beat.index],
          force: frame.roster.units[assignment.unit.index].force),
        .unit(frame.roster.id(assignment.unit), day: assignment.day, shift: shift), at: .row(of: assignment, "beat"),
        data: [.init("beat", frame.roster.id(assignment.beat))],
        "\(frame.name(ofUnit: assignment.unit.index)), \(assignment.day) \(shift): no demand of \(beat) counts it")
    }
  }
}

extension CoverageGrid {
  /// Whether some square counts the assignment.
  func isNeeded(_ assignment: Assignment, _ offset: Int) -> Bool {
    let unit = assignment.unit.index
    let force = frame.roster.units[unit].force.index
    let tiles = frame.clock.tilesOfShift
    let lines = frame.plan.linesOfBeat
    for entry in lines.range(assignment.beat.index) {
      let line = Int(lines.values[entry])
      guard frame.line(line, counts: unit, force: force) else { continue }
      for position in tiles.range(assignment.shift.index) {
        let slot = frame.plan.slot(line: line, offset: offset, tile: Int(tiles.values[position]))
        if slot >= 0, frame.plan.row[slot] >= 0 { return true }
      }
    }
    return false
  }
}
