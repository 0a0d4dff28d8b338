import Glibc
import RosterModel

/// How a roster is opened.
public struct SessionOptions: Sendable {
  /// Who acts.
  public var person: String
  /// Whether others are to see it as a desk that is open; a command is not.
  public var isDesk = false
  /// Whether nothing is to be written, whatever is allowed.
  public var isReadOnly = false
  /// The clock: milliseconds since 1970-01-01 00:00 UTC.
  public var clock: @Sendable () -> Int64 = SessionOptions.systemClock
  /// Tells what the system says of whoever acts, which is recorded with each act.
  public var origin: @Sendable () -> SystemOrigin = { SystemOrigin.ofProcess() }
  /// Is told of each act that is recorded, and of the roster folder; says what went wrong with that, if anything did.
  public var announce: @Sendable (_ entry: JournalEntry, _ roster: String) -> String? = { _, _ in nil }
  /// Tells the network file system that a path is on.
  public var networkFileSystem: @Sendable (_ path: String) -> NetworkFileSystem? = { NetworkFileSystem(of: $0) }

  /// A person's options.
  public init(person: String, isDesk: Bool = false, isReadOnly: Bool = false) {
    self.person = person
    self.isDesk = isDesk
    self.isReadOnly = isReadOnly
  }

  /// The system's clock.
  public static let systemClock: @Sendable () -> Int64 = {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Int64(now.tv_sec) * 1_000 + Int64(now.tv_nsec) / 1_000_000
  }
}

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

/// Names of sessions: none is given twice on a machine.
enum SessionName {
  /// A new name, which is an id: it may be a file's name.
  static func fresh() -> String {
    "\(getpid())-" + String(UInt32.random(in: 0...UInt32.max), radix: 36)
  }
}
