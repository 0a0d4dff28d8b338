/// Who stands where and when, in ids: what a posting is known by in every roster that has it.
public struct PostingName: Hashable, Sendable {
  /// The duty day.
  public var day: Day
  /// The shift's id, a tile's or a duty's.
  public var shift: String
  /// The beat's id.
  public var beat: String
  /// The unit's id.
  public var unit: String

  /// The posting of a unit to a beat.
  public init(day: Day, shift: String, beat: String, unit: String) {
    self.day = day
    self.shift = shift
    self.beat = beat
    self.unit = unit
  }

  /// What an assignment of a roster is known by.
  public init(_ assignment: Assignment, in roster: Roster) {
    self.init(
      day: assignment.day, shift: roster.id(assignment.shift), beat: roster.id(assignment.beat),
      unit: roster.id(assignment.unit))
  }
}

extension PostingName: Comparable {
  /// By day, then the ids of shift, beat and unit.
  public static func < (left: PostingName, right: PostingName) -> Bool {
    (left.day, left.shift, left.beat, left.unit) < (right.day, right.shift, right.beat, right.unit)
  }
}
