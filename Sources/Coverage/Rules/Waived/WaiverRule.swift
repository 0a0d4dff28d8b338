import RosterModel

/// A rule about waivers; run last, because it looks at what the others found.
protocol WaiverRule: Rule {
  /// The column of waivers.csv that is to blame.
  static var column: String { get }

  /// What is wrong with the waiver; `nil` where nothing is.
  static func message(_ waiver: Waiver, _ verdict: WaiverVerdict) -> String?
}

/// What became of a waiver in a validation.
struct WaiverVerdict: Hashable, Sendable {
  /// How many findings it accepts.
  var findings = 0
  /// Whether its last day is over.
  var isExpired: Bool
  /// Whether its rule was run on the whole roster, so that finding nothing means something.
  var wasRun: Bool
}
