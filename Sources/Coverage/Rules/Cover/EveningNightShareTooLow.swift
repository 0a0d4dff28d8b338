import RosterModel

/// COV004: too little of a district's patrol time is in the evening and at night.
enum EveningNightShareTooLow: RosterRule {
  static let info = RuleInfo(
    id: "COV004", name: "evening-night-share-too-low", severity: .warning,
    summary: "A district spends less than 70 % of its unit-hours between 16:00 and 08:00.",
    reason:
      "Most of the forces are to be on patrol in the evening and at night. Unit-hours of the postings that count are "
      + "summed over the period, by the district of the beat. Settings: `forces` ([\"police\"]), `from` (\"16:00\"), "
      + "`to` (\"08:00\"), `share` in per cent (70).",
    source: "The `Safe Capital` concept as the press reported it: at least 70 % between 16:00 and 08:00")

  static func check(_ grid: CoverageGrid, into collector: inout FindingCollector) {
    let frame = grid.frame
    let policy = frame.policy
    let forces = policy.forces("forces", of: info, default: ForceSet([.police]))
    let from = policy.text("from", of: info).flatMap { ClockTime(text: $0) }?.minutes ?? 960
    let to = policy.text("to", of: info).flatMap { ClockTime(text: $0) }?.minutes ?? 480
    let share = policy.integer("share", of: info, default: 70, in: 0...100)
    let inWindow = frame.roster.settings.shifts.shifts.map { minutes(of: $0, from: from % 1440, to: to % 1440) }
    var total = [Int](repeating: 0, count: frame.roster.districts.count)
    var inside = total
    for (slot, assignment) in grid.slots.enumerated() where grid.counting[slot] {
      let district = Int(frame.places.districtOfBeat[assignment.beat.index])
      guard district >= 0, frame.offset(of: assignment.day) != nil,
        forces.contains(frame.roster.units[assignment.unit.index].force)
      else { continue }
      total[district] += frame.roster.settings.shifts[assignment.shift].minutes
      inside[district] += inWindow[assignment.shift.index]
    }
    for (number, district) in frame.roster.districts.enumerated()
    where total[number] > 0 && inside[number] * 100 < total[number] * share {
      let found = inside[number] * 100 / total[number]
      collector.report(
        .init(district: Int32(number)), .row(table: "districts", id: district.id),
        at: .row("districts.csv", district.line),
        data: [.init("percent", found), .init("least", share)],
        "\(district.id): \(found) % of the hours of \(forces.forces.map(\.rawValue).joined(separator: ", ")) are between "
          + "\(ClockTime(minutes: from).wallClock) and \(ClockTime(minutes: to).wallClock), expected \(share) % or more"
      )
    }
  }

  /// The minutes of a shift inside a daily window, which may go over midnight.
  private static func minutes(of shift: Shift, from: Int, to: Int) -> Int {
    let length = to > from ? to - from : to + 1440 - from
    return (-1...2).reduce(0) { sum, day in
      let begin = max(shift.start.minutes, day * 1440 + from)
      return sum + max(0, min(shift.end.minutes, day * 1440 + from + length) - begin)
    }
  }
}
