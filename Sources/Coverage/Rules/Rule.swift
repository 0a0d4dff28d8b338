import RosterModel

/// A rule of the catalogue.
protocol Rule: SendableMetatype {
  /// What the catalogue says of it.
  static var info: RuleInfo { get }
}

/// A rule about one unit's postings.
///
/// It sees nothing but the unit's timeline, so the validator, the desk and the planner can ask it about a roster as it
/// is or as it would be.
protocol UnitRule: Rule {
  /// The column of assignments.csv that is to blame for a break found at a posting.
  static var column: String { get }

  /// Whether what it forbids a unit beside the postings that no plan changes, it forbids it beside any others too.
  ///
  /// Not so of a rule that a further posting can heal: a proof about one day must not go by it.
  static var bindsEveryPlan: Bool { get }

  /// Adds what breaks the rule on a day of the period, in the order of the timeline.
  static func check(_ timeline: UnitTimeline, into found: inout [Violation])

  /// What is broken, with the value and the bound, as a dispatcher wants to read it.
  static func text(of violation: Violation, in frame: RosterFrame) -> String
}

extension UnitRule {
  static var column: String { "shift" }

  static var bindsEveryPlan: Bool { true }
}

extension RulePolicy {
  /// Whether a rule binds every plan: an error everywhere, of a sort that no further posting can heal.
  func binds(_ rule: any UnitRule.Type) -> Bool { rule.bindsEveryPlan && isHardEverywhere(rule.info) }
}

/// A rule about anything else in a roster.
protocol RosterRule: Rule {
  /// Reports what breaks the rule.
  static func check(_ grid: CoverageGrid, into collector: inout FindingCollector)
}

/// A rule about which unit may stand on which beat, whatever the day.
protocol BeatRule: UnitRule {
  /// Whether the unit may not be posted to the beat.
  static func forbids(_ unit: Int, _ beat: Int, in frame: RosterFrame) -> Bool
}

extension BeatRule {
  static var column: String { "beat" }

  static func check(_ timeline: UnitTimeline, into found: inout [Violation]) {
    for entry in timeline.entries + timeline.elsewhere where entry.isInPeriod {
      guard forbids(timeline.unit, Int(entry.beat), in: timeline.frame) else { continue }
      let shifts = timeline.frame.clock.shiftCount
      found.append(
        Violation(
          at: entry, of: timeline.unit, anchor: Int(entry.day) * shifts + Int(entry.shift) + Int(entry.beat) << 32,
          measured: 1, bound: 0))
    }
  }
}
