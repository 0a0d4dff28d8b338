import RosterModel

/// RCH001: a unit is posted farther from home than its reach.
enum PostedBeyondReach: BeatRule {
  static let info = RuleInfo(
    id: "RCH001", name: "posted-beyond-reach", severity: .error,
    summary: "A unit is posted to a beat that is farther from its home than its reach.",
    reason:
      "`reach` of units.csv says how far from home a unit may be posted: its department, its district, the city. Post "
      + "one from nearer by, or widen its reach.")

  static func forbids(_ unit: Int, _ beat: Int, in frame: RosterFrame) -> Bool {
    !frame.places.isWithinReach(unit, beat, frame.roster)
  }

  static func text(of violation: Violation, in frame: RosterFrame) -> String {
    let unit = frame.roster.units[Int(violation.unit)]
    let place = violation.beat.map { frame.roster.id(frame.roster.beats[Int($0)].place) } ?? "there"
    return "\(place) is beyond its reach: \(unit.reach.rawValue), from \(frame.roster.id(unit.home))"
  }
}
