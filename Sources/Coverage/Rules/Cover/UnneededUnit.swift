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
    let counter = PostingCounter(frame)
    for (slot, assignment) in grid.slots.enumerated() where grid.counting[slot] {
      guard let offset = frame.offset(of: assignment.day), !counter.isNeeded(assignment, offset) else { continue }
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
