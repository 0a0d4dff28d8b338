import RosterModel

/// A unit's duty day, by the unit's id: it means the same whatever a roster numbers its units by.
public struct UnitDay: Hashable, Sendable {
  /// The unit's id.
  public var unit: String
  /// The duty day.
  public var day: Day

  /// A unit's duty day.
  public init(unit: String, day: Day) {
    self.unit = unit
    self.day = day
  }
}

extension UnitDay {
  /// The unit's day of a posting that is changed; `nil` for a change of anything else.
  public init?(_ change: RowChange) {
    guard case .posting(let change) = change else { return nil }
    self.init(unit: change.posting.unit, day: change.posting.day)
  }
}
