import Glibc

/// The system's own words for an error number; nobody else asks the C library for them.
public enum SystemError {
  /// The text of `errno` as it stands.
  public static var current: String { text(errno) }

  /// The text of an error number.
  public static func text(_ number: Int32) -> String { String(cString: strerror(number)) }
}

/// What the operating system refused: the step, the path, and its reason.
public struct FileFailure: Error, Hashable, Sendable {
  /// What was tried, as in `cannot write`.
  public var step: String
  /// On what.
  public var path: String
  /// The `errno` of the call.
  public var code: Int32

  /// A failure that `errno` tells of, right after the call.
  public init(_ step: String, _ path: String, code: Int32 = errno) {
    self.step = step
    self.path = path
    self.code = code
  }

  /// The system's word for it.
  public var reason: String { SystemError.text(code) }
}
