import RosterModel

/// What a family of demand rows counts, and how their numbers follow from the units counted in the plant.
struct DemandQuery {
  /// How rows follow from the units planted day by day.
  enum Manner {
    /// Every day wants what was planted on it.
    case everyDay
    /// Weekdays and weekends want a share, in per cent, of the fewest planted on any of them.
    case fewest(percent: Int)
  }

  var place: Place
  var kind: BeatKind?
  var force: Force?
  var skill = ""
  var manner = Manner.everyDay
  /// How the three numbers of a row follow from its target.
  var level: @Sendable (Int) -> DemandLevel

  /// Whether a unit on a beat of this kind counts.
  func matches(_ unit: Unit, kind: BeatKind) -> Bool {
    if let force, unit.force != force { return false }
    if let wanted = self.kind, kind != wanted { return false }
    return skill.isEmpty || unit.has(skill)
  }
}
