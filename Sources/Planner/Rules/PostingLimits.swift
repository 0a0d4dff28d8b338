import RosterModel

/// `forces` of a beat: which forces may hold it.
enum ForcesOfBeatLimit: PostingRule {
  static let rule = "force-not-allowed-on-beat"

  static func allows(_ unit: Unit, on beat: Beat, in roster: Roster) -> Bool { beat.forces.contains(unit.force) }
}

/// `needs` of a beat: what every unit posted there must have.
enum NeedsOfBeatLimit: PostingRule {
  static let rule = "unit-lacks-need"

  static func allows(_ unit: Unit, on beat: Beat, in roster: Roster) -> Bool { beat.needs.allSatisfy(unit.has) }
}

/// `reach` of a unit: how far from home it may be posted.
enum PostedBeyondReachLimit: PostingRule {
  static let rule = "posted-beyond-reach"

  static func allows(_ unit: Unit, on beat: Beat, in roster: Roster) -> Bool { roster.isWithinReach(unit, beat) }
}
