/// An absence that only one of two rosters has.
public struct AbsenceChange: Hashable, Sendable {
  /// The unit's id.
  public var unit: String
  /// On which duty days, as the table writes them.
  public var days: String
  /// The id of the shift of those days; `nil` for whole days.
  public var shift: String?
  /// Why.
  public var reason: AbsenceReason
  /// Whether the new roster has it, and not the old.
  public var isAdded: Bool
}

extension AbsenceChange {
  /// An absence of a roster as one that is added.
  init(_ absence: Absence, in roster: Roster) {
    self.init(
      unit: roster.id(absence.unit), days: absence.days.description, shift: absence.shift.map { roster.id($0) },
      reason: absence.reason, isAdded: true)
  }

  /// The changes of which a balance is made: how often each absence is added, or taken away where that is negative.
  static func changes(_ balance: [AbsenceChange: Int]) -> [AbsenceChange] {
    balance.flatMap { row, count in
      var row = row
      row.isAdded = count > 0
      return [AbsenceChange](repeating: row, count: abs(count))
    }.sorted()
  }
}

extension AbsenceChange: Comparable {
  /// By unit, days, shift and reason; what is taken away first.
  public static func < (left: AbsenceChange, right: AbsenceChange) -> Bool { left.sortKey < right.sortKey }

  private var sortKey: (String, String, String, String, Int) {
    (unit, days, shift ?? "", reason.rawValue, isAdded ? 1 : 0)
  }
}
