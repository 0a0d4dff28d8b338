import RosterModel

/// MIX002: a unit lacks a skill or mode that its beat needs.
enum UnitLacksNeed: BeatRule {
  static let info = RuleInfo(
    id: "MIX002", name: "unit-lacks-need", severity: .error,
    summary: "A unit is posted to a beat and lacks a skill or mode that the beat needs of every unit.",
    reason:
      "`needs` of beats.csv names skills or modes without which nobody can hold the beat. Post a unit that has them, or "
      + "ask for one such unit by a demand row with `skill` instead.")

  static func forbids(_ unit: Int, _ beat: Int, in frame: RosterFrame) -> Bool {
    !frame.skills.unit(unit, meetsNeedsOf: beat)
  }

  static func text(of violation: Violation, in frame: RosterFrame) -> String {
    guard let number = violation.beat else { return "lacks what the beat needs" }
    let beat = frame.roster.beats[Int(number)]
    let unit = frame.roster.units[Int(violation.unit)]
    return "lacks \(beat.needs.filter { !unit.has($0) }.joined(separator: ", ")), which \(beat.id) needs"
  }
}
