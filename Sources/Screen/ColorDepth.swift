/// How many colours a terminal shows.
public enum ColorDepth: Int, Comparable, Hashable, Sendable {
  /// None.
  case mono = 0
  /// The eight of old.
  case eight = 8
  /// The 256-colour palette.
  case palette = 256

  /// The depth of a terminal that says it has `count` colours.
  public init(count: Int) {
    self = count >= 256 ? .palette : count >= 8 ? .eight : .mono
  }

  /// Fewer colours come first.
  public static func < (left: ColorDepth, right: ColorDepth) -> Bool {
    left.rawValue < right.rawValue
  }
}
