import Glibc

/// Names of sessions: none is given twice on a machine.
enum SessionName {
  /// A new name, which is an id: it may be a file's name.
  static func fresh() -> String {
    "\(getpid())-" + String(UInt32.random(in: 0...UInt32.max), radix: 36)
  }
}
