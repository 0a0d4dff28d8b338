import RosterModel

/// MIX001: a unit holds a beat that its force may not hold.
enum ForceNotAllowedOnBeat: BeatRule {
  static let info = RuleInfo(
    id: "MIX001", name: "force-not-allowed-on-beat", severity: .error,
    summary: "A unit is posted to a beat that its force may not hold.",
    reason:
      "`forces` of beats.csv says which forces may hold a beat; empty means any. Post a unit of another force, or widen "
      + "the beat's forces.")

  static func forbids(_ unit: Int, _ beat: Int, in frame: RosterFrame) -> Bool {
    !frame.roster.beats[beat].forces.contains(frame.roster.units[unit].force)
  }

  static func text(of violation: Violation, in frame: RosterFrame) -> String {
    let unit = frame.roster.units[Int(violation.unit)]
    guard let number = violation.beat else { return "\(unit.force) may not hold the beat" }
    let beat = frame.roster.beats[Int(number)]
    return "\(unit.force) may not hold \(beat.id), only \(beat.forces.forces.map(\.rawValue).joined(separator: ", "))"
  }
}
