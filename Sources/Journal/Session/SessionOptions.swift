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
