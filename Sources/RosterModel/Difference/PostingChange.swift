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

/// What a posting says beside who stands where.
public struct PostingRemark: Hashable, Sendable {
  /// Whether planning must leave it as it is.
  public var isLocked: Bool
  /// The dispatcher's note.
  public var note: String

  /// A status and a note.
  public init(isLocked: Bool = false, note: String = "") {
    self.isLocked = isLocked
    self.note = note
  }

  /// What an assignment of a roster says.
  public init(_ assignment: Assignment, in roster: Roster) {
    self.init(isLocked: assignment.isLocked, note: roster.text(assignment.note))
  }
}

extension PostingRemark: Comparable {
  /// What is not locked first, then by note.
  public static func < (left: PostingRemark, right: PostingRemark) -> Bool {
    left.isLocked == right.isLocked ? left.note < right.note : right.isLocked
  }
}

/// A posting that only one of two rosters has, or that says something else in the other.
public struct PostingChange: Hashable, Sendable {
  /// Which posting.
  public var posting: PostingName
  /// What it says in the old roster; `nil` where the new one adds it.
  public var old: PostingRemark?
  /// What it says in the new roster; `nil` where that takes it away.
  public var new: PostingRemark?

  /// A posting before and after.
  public init(_ posting: PostingName, old: PostingRemark?, new: PostingRemark?) {
    self.posting = posting
    self.old = old
    self.new = new
  }

  /// Whether only the new roster has it.
  public var isAdded: Bool { old == nil }

  /// Whether only the old roster has it.
  public var isRemoved: Bool { new == nil }
}
