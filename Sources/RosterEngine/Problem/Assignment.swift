/// What one staff member does on one day: a shift, and the post it is worked at.
public struct Assignment: Hashable, Sendable {
  /// Index into ``Problem/shifts``.
  public var shift: Int
  /// Post number in `0..<Problem.postCount`; ``unknownPost`` only in history.
  public var post: Int

  /// The post of a past assignment that is not one of the problem's posts.
  public static let unknownPost = -1

  /// Creates an assignment of a shift at a post.
  public init(shift: Int, post: Int) {
    self.shift = shift
    self.post = post
  }
}

/// An assignment of one staff member on one day, used for history.
public struct DatedAssignment: Hashable, Sendable {
  /// Index into ``Problem/staff``.
  public var staff: Int
  /// Day number; history days are negative, `-1` being the day before the period.
  public var day: Int
  /// The shift and post worked.
  public var assignment: Assignment

  /// Creates an assignment of a staff member on a day.
  public init(staff: Int, day: Int, assignment: Assignment) {
    self.staff = staff
    self.day = day
    self.assignment = assignment
  }
}

/// A staff member's day of the period that the search must leave as it is.
public struct FixedCell: Hashable, Sendable {
  /// Index into ``Problem/staff``.
  public var staff: Int
  /// Day in `0..<Problem.dayCount`.
  public var day: Int
  /// What is worked, or `nil` for a day off.
  public var assignment: Assignment?

  /// Fixes a staff member's day to an assignment, or to off.
  public init(staff: Int, day: Int, assignment: Assignment?) {
    self.staff = staff
    self.day = day
    self.assignment = assignment
  }
}
