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
