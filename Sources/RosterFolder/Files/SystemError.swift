import Glibc

/// The system's own word for an error number.
enum SystemError {
  /// The text of `errno` as it stands.
  static var current: String { text(errno) }

  /// The text of an error number.
  static func text(_ number: Int32) -> String { String(cString: strerror(number)) }
}
