/// What a program on a terminal did not do, and what its screen showed instead.
public struct RunError: Error, CustomStringConvertible {
  /// What was waited for.
  public let what: String
  /// The screen when patience ran out.
  public let screen: String

  /// Both, for the test's report.
  public var description: String { "\(what); the screen:\n\(screen)" }
}
