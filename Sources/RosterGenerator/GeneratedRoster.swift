import RosterModel

/// A roster that was generated, and the solution that was planted in it.
public struct GeneratedRoster: Sendable {
  /// The roster without the plant: its assignments are the history alone.
  public var roster: Roster
  /// The assignments of the period that keep every rule and meet all demand of the roster; where units were left out,
  /// what the others stand of it.
  public var plant: [Assignment]
  /// The text of its `roster.toml`.
  public var settingsText: String

  /// The roster with the plant as its assignments.
  public var planted: Roster {
    var planted = roster
    planted.assignments += plant
    return planted
  }
}
