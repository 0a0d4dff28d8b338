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
