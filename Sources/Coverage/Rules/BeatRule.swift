import RosterModel

/// A rule about which unit may stand on which beat, whatever the day.
protocol BeatRule: UnitRule {
  /// Whether the unit may not be posted to the beat.
  static func forbids(_ unit: Int, _ beat: Int, in frame: RosterFrame) -> Bool
}

extension BeatRule {
  static var column: String { "beat" }

  static func check(_ timeline: UnitTimeline, into found: inout [Violation]) {
    for entry in timeline.entries where entry.isInPeriod {
      guard forbids(timeline.unit, Int(entry.beat), in: timeline.frame) else { continue }
      let shifts = timeline.frame.clock.shiftCount
      found.append(
        Violation(
          at: entry, of: timeline.unit, anchor: Int(entry.day) * shifts + Int(entry.shift) + Int(entry.beat) << 32,
          measured: 1, bound: 0))
    }
  }
}
