import RosterModel

/// ORG006: a unit that may hold no beat at all.
enum UnitWithoutBeat: RosterRule {
  static let info = RuleInfo(
    id: "ORG006", name: "unit-without-beat", severity: .warning,
    summary: "No beat may be held by this unit: all are beyond its reach, of other forces, or need what it lacks.",
    reason:
      "It can never be planned, and nobody notices while it stays out of every sheet. Mend its `home`, `reach`, `mode` or "
      + "`skills`, or the `forces` and `needs` of a beat.")

  static func check(_ grid: CoverageGrid, into collector: inout FindingCollector) {
    let frame = grid.frame
    let rules = UnitRules.ofBeats.filter { frame.policy.isHardEverywhere($0.info) }
    guard !rules.isEmpty, !frame.roster.beats.isEmpty else { return }
    let bindsReach = rules.contains { $0 == PostedBeyondReach.self }
    let all = (0..<Int32(frame.roster.beats.count)).map { $0 }
    // Units stand in the table beside their like, so the beat that the last one may hold is tried first.
    var last: Int32 = 0
    for (number, unit) in frame.roster.units.enumerated() {
      func mayHold(_ beat: Int32) -> Bool { !rules.contains { $0.forbids(number, Int(beat), in: frame) } }
      if mayHold(last) { continue }
      if let beat = (bindsReach ? frame.places.beatsNear(number) : all[...]).first(where: mayHold) {
        last = beat
        continue
      }
      collector.report(
        .init(district: frame.places.districtOfUnit[number], force: unit.force), .unit(unit.id),
        at: .row("units.csv", unit.line, "id"), "\(frame.name(ofUnit: number)): may hold none of the beats")
    }
  }
}
