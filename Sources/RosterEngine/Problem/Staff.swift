/// One staff member.
public struct Staff: Hashable, Sendable {
  /// Index into ``Problem/classes``.
  public var staffClass: Int
  /// Index into ``Problem/contracts``.
  public var contract: Int
  /// Replaces the value, not the strength, of the contract's least minutes; ignored if the contract has none.
  public var minimumMinutes: Int?
  /// Replaces the value of the contract's most minutes.
  public var maximumMinutes: Int?
  /// Replaces the value of the contract's least days worked.
  public var minimumAssignments: Int?
  /// Replaces the value of the contract's most days worked.
  public var maximumAssignments: Int?
  /// Replaces the value of the contract's most weekends.
  public var maximumWeekends: Int?

  /// Creates a staff member under a contract, with the contract's own limits.
  public init(staffClass: Int, contract: Int) {
    self.staffClass = staffClass
    self.contract = contract
  }
}

/// Staff who are interchangeable as far as posts and cover go: same skills, same reach.
///
/// A city has few classes for its many staff, so what an assignment counts in is stored once a class.
public struct StaffClass: Hashable, Sendable {
  /// The posts, each at most once.
  public var options: [PostOption]

  /// Creates a class from its posts.
  public init(options: [PostOption]) {
    self.options = options
  }
}

/// One post that a class of staff can hold, and what holding it means.
public struct PostOption: Hashable, Sendable {
  /// Post number in `0..<Problem.postCount`.
  public var post: Int
  /// The cover lines that one such assignment counts in, in each slot of its shift; no line twice.
  public var lines: [Int]
  /// What each assignment costs in itself: the distance from home, say.
  public var cost: Int
  /// The shifts that may be worked here, among those the contract allows.
  public var shifts: ShiftSet
  /// Whether the search may use it; `false` only tells how a fixed assignment there counts.
  public var isAssignable: Bool

  /// Creates an option.
  public init(post: Int, lines: [Int], cost: Int = 0, shifts: ShiftSet = .all, isAssignable: Bool = true) {
    self.post = post
    self.lines = lines
    self.cost = cost
    self.shifts = shifts
    self.isAssignable = isAssignable
  }
}

/// Shifts that a staff member cannot work on one day: leave, training, a court date.
public struct Unavailability: Hashable, Sendable {
  /// Index into ``Problem/staff``.
  public var staff: Int
  /// Day in `0..<Problem.dayCount`.
  public var day: Int
  /// The shifts ruled out; ``ShiftSet/all`` for the whole day.
  public var shifts: ShiftSet

  /// Rules out shifts of a day, all of them unless said otherwise.
  public init(staff: Int, day: Int, shifts: ShiftSet = .all) {
    self.staff = staff
    self.day = day
    self.shifts = shifts
  }
}
