import Foundation

/// Runs programs as one who has no rights of an administrator, whom permissions do not stop.
public enum OtherUser {
  /// The user and group `nobody` of Linux.
  public static let number: UInt32 = 65_534

  /// Whether this process may act as another user, or is one itself, and that user may run what was built.
  public static let isAllowed: Bool = {
    do {
      return try run(at: "/usr/bin/test", ["-x", ProbeRun.path("FolderProbe")]).code == 0
    } catch {
      return false
    }
  }()

  /// Runs a program.
  ///
  /// - Parameters:
  ///   - user: the user's number, where this process may choose.
  ///   - groups: the groups it is in, where this process may choose.
  ///   - mask: its umask.
  public static func run(
    _ program: String, _ arguments: [String], as user: UInt32 = number, groups: [UInt32] = [], mask: String = "022"
  ) throws -> (words: String, code: Int32) {
    try run(at: try ProbeRun.path(program), arguments, as: user, groups: groups, mask: mask)
  }

  private static func run(
    at path: String, _ arguments: [String], as user: UInt32 = number, groups: [UInt32] = [], mask: String = "022"
  ) throws -> (words: String, code: Int32) {
    guard geteuid() == 0 else {
      return try ProbeRun(script: "umask \(mask); exec \"$@\"", [path] + arguments).end()
    }
    let chosen = groups.isEmpty ? "--clear-groups" : "--groups=" + groups.map(String.init).joined(separator: ",")
    let script = "umask \(mask); exec setpriv --reuid=\(user) --regid=\(number) \(chosen) \"$@\""
    return try ProbeRun(script: script, [path] + arguments).end()
  }
}
