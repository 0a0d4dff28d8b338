/// What changed in the postings and absences from one roster to another.
///
///     let difference = RosterDifference(from: exported, to: edited)
///     for cell in difference.cells { print(cell.beat, cell.changes) }
///
/// Rows are compared by the ids they name, so rosters whose tables are in another order, or number their rows otherwise,
/// do not differ.
public struct RosterDifference: Hashable, Sendable {
  /// The postings that differ, by day, start of the shift, beat and unit.
  public var postings: [PostingChange]
  /// The absences that differ, by unit and days.
  public var absences: [AbsenceChange]

  init(postings: [PostingChange], absences: [AbsenceChange]) {
    self.postings = postings
    self.absences = absences
  }

  /// What changed from one roster to another.
  ///
  /// O(n log n) over the assignments and absences of both.
  public init(from old: Roster, to new: Roster) {
    postings = PostingComparison(from: old, to: new).changes()
    absences = Self.absenceChanges(from: old, to: new)
  }

  /// Whether nothing differs.
  public var isEmpty: Bool { postings.isEmpty && absences.isEmpty }

  private static func absenceChanges(from old: Roster, to new: Roster) -> [AbsenceChange] {
    var balance: [AbsenceChange: Int] = [:]
    for absence in new.absences { balance[AbsenceChange(absence, in: new), default: 0] += 1 }
    for absence in old.absences { balance[AbsenceChange(absence, in: old), default: 0] -= 1 }
    return AbsenceChange.changes(balance)
  }
}
