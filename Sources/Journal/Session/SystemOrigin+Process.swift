import Glibc
import RosterModel

extension SystemOrigin {
  /// What the system says of this process: its real user, and not whatever the environment says; the machine's name; the
  /// terminal of its standard input or else of its standard error.
  static func ofProcess() -> SystemOrigin {
    SystemOrigin(user: userName(getuid()), host: hostName(), terminal: terminal(0) ?? terminal(2) ?? "")
  }

  /// The name of an account, or its number as `#1000` where it has none.
  private static func userName(_ number: uid_t) -> String {
    var account = passwd()
    var found: UnsafeMutablePointer<passwd>?
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1 << 16) { buffer in
      guard let start = buffer.baseAddress,
        getpwuid_r(number, &account, start, buffer.count, &found) == 0, found != nil, let name = account.pw_name
      else { return "#\(number)" }
      return String(cString: name)
    }
  }

  private static func hostName() -> String { text(capacity: 256) { gethostname($0, $1) } ?? "" }

  private static func terminal(_ descriptor: Int32) -> String? {
    text(capacity: 4_096) { ttyname_r(descriptor, $0, $1) }
  }

  /// The text that a call of the system writes, which ends with a zero unless it is as long as the room for it.
  private static func text(capacity: Int, _ call: (UnsafeMutablePointer<CChar>, Int) -> Int32) -> String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { buffer in
      buffer.initialize(repeating: 0)
      guard let start = buffer.baseAddress, call(start, capacity - 1) == 0 else { return nil }
      return String(cString: start)
    }
  }
}
