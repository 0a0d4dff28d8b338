import RosterModel

/// COV004: too little of a district's patrol time is in the evening and at night.
enum EveningNightShareTooLow: RosterRule {
  static let info = RuleInfo(
    id: "COV004", name: "evening-night-share-too-low", severity: .warning,
    summary: "A district spends less than 70 % of its unit-hours between 16:00 and 08:00.",
    reason:
      "Most of the forces are to be on patrol in the evening and at night. Unit-hours of the postings that count are "
      + "summed over the period, by the district of the beat.",
    source: "The `Safe Capital` concept as the press reported it: at least 70 % between 16:00 and 08:00",
    settings: [
      RuleParameter("forces", .forces, standard: .list([.text("police")]), "the forces whose hours are summed"),
      RuleParameter("from", .clock, standard: .text("16:00"), "when the window begins"),
      RuleParameter("to", .clock, standard: .text("08:00"), "when it ends, on the same day or the next"),
      RuleParameter("share", .integer(0...100), standard: .integer(70), "the least share in the window, per cent"),
    ])

  /// What a district is held to.
  private struct Standard {
    var forces: ForceSet
    var from: Int
    var to: Int
    var share: Int
    /// The minutes of each shift inside the window.
    var minutes: [Int]

    init(_ policy: RulePolicy, _ shifts: ShiftPlan, district: String) {
      let site = RuleSite(district: district)
      forces = policy.forces("forces", of: info, at: site)
      share = policy.integer("share", of: info, at: site)
      let from = policy.minutes("from", of: info, at: site)
      let to = policy.minutes("to", of: info, at: site)
      (self.from, self.to) = (from, to)
      minutes = shifts.shifts.map { EveningNightShareTooLow.minutes(of: $0, from: from % 1440, to: to % 1440) }
    }
  }

  static func check(_ grid: CoverageGrid, into collector: inout FindingCollector) {
    let frame = grid.frame
    let shifts = frame.roster.settings.shifts
    let lengths = shifts.shifts.map(\.minutes)
    let standards = frame.roster.districts.map { Standard(frame.policy, shifts, district: $0.id) }
    var total = [Int](repeating: 0, count: frame.roster.districts.count)
    var inside = total
    for (slot, assignment) in grid.slots.enumerated() where grid.counting[slot] {
      let district = Int(frame.places.districtOfBeat[assignment.beat.index])
      guard district >= 0, frame.offset(of: assignment.day) != nil,
        standards[district].forces.contains(frame.roster.units[assignment.unit.index].force)
      else { continue }
      total[district] += lengths[assignment.shift.index]
      inside[district] += standards[district].minutes[assignment.shift.index]
    }
    for (number, district) in frame.roster.districts.enumerated()
    where total[number] > 0 && inside[number] * 100 < total[number] * standards[number].share {
      let standard = standards[number]
      let found = inside[number] * 100 / total[number]
      let forces = standard.forces.forces.map(\.rawValue).joined(separator: ", ")
      collector.report(
        .init(district: Int32(number)), .row(table: "districts", id: district.id),
        at: .row("districts.csv", district.line, "id"),
        data: [.init("percent", found), .init("least", standard.share)],
        "\(district.id): \(found) % of the hours of \(forces) are between "
          + "\(ClockTime(minutes: standard.from).wallClock) and \(ClockTime(minutes: standard.to).wallClock), "
          + "expected \(standard.share) % or more"
      )
    }
  }

  /// The minutes of a shift inside a daily window, which may go over midnight.
  private static func minutes(of shift: Shift, from: Int, to: Int) -> Int {
    let length = to > from ? to - from : to + 1440 - from
    return (-1...2).reduce(0) { sum, day in
      let begin = day * 1440 + from
      let window = ClockSpan(start: ClockTime(minutes: begin), end: ClockTime(minutes: begin + length))
      return shift.parts.reduce(sum) { $0 + $1.overlap(window) }
    }
  }
}
