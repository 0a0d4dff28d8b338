/// Postings picked out of a roster: by unit, beat, days and shift; what is not given means any.
public struct PostingSelection: Hashable, Sendable {
  /// Whose.
  public var unit: UnitReference?
  /// At which beat.
  public var beat: BeatReference?
  /// On which duty days.
  public var days: ClosedRange<Day>
  /// In which shift; a duty is not the tiles that it covers.
  public var shift: ShiftReference?

  /// The postings of these days.
  public init(
    unit: UnitReference? = nil, beat: BeatReference? = nil, days: ClosedRange<Day>, shift: ShiftReference? = nil
  ) {
    self.unit = unit
    self.beat = beat
    self.days = days
    self.shift = shift
  }

  /// Whether it picks the posting out.
  public func contains(_ posting: Assignment) -> Bool {
    days.contains(posting.day) && unit.map { $0 == posting.unit } ?? true && beat.map { $0 == posting.beat } ?? true
      && shift.map { $0 == posting.shift } ?? true
  }
}

extension Roster {
  /// The postings that are picked out, in the order of the table; O(assignments).
  public func postings(in selection: PostingSelection) -> [Assignment] { assignments.filter(selection.contains) }
}
