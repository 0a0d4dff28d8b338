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
