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
