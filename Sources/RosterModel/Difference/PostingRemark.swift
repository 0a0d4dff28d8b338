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
