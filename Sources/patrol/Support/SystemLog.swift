import Files
import Foundation
import Journal
import RosterModel

/// The system's log, told of each recorded act where that is asked for: by that whoever may write the roster's folder but not
/// the log cannot undo what was recorded without a trace.
///
/// A message is one datagram, sent without waiting. syslog(3) is not used, because it neither says that nobody took the
/// message nor goes on where nobody reads: a desk would stand still with the log's reader.
struct SystemLog {
  /// The socket on which the log is read.
  var path: String

  /// Where the system's log is read.
  static let standard = "/dev/log"
  /// Messages about security, of the level of information: `LOG_AUTHPRIV | LOG_INFO`.
  private static let priority = 10 << 3 | 6
  /// How long to wait for a reader that is behind, in milliseconds.
  private static let patience: Int32 = 200

  /// The log, where the environment asks for it: by 1, or by the path of another socket.
  ///
  /// - Throws: `CommandFailure` where it says something else: nobody is to believe that acts are told that are not.
  static func asked() throws -> SystemLog? {
    let name = EnvironmentSetting.systemLog.rawValue
    switch ProcessInfo.processInfo.environment[name] {
    case nil, "", "0": return nil
    case "1": return SystemLog(path: standard)
    case let path? where path.hasPrefix("/"): return SystemLog(path: path)
    case let text?:
      throw CommandFailure(.usage, "\(name): '\(text)' is not understood. Set it to 1, to a path, or not at all.".shown)
    }
  }

  /// Tells the log of an act.
  ///
  /// - Returns: why it was not taken; `nil` where it was.
  func tell(_ entry: JournalEntry, of roster: String) -> String? {
    let origin = entry.author.origin
    let line = SealLine(
      last: entry.position, seal: entry.seal, roster: roster,
      [
        ("at", UniversalTime.text(entry.at)), ("kind", entry.draft.kind.word), ("by", entry.author.person),
        ("user", origin?.user ?? ""), ("host", origin?.host ?? ""), ("terminal", origin?.terminal ?? ""),
      ])
    guard let error = send("<\(Self.priority)>patrol[\(getpid())]: \(line.text)") else { return nil }
    return
      "entry \(entry.position.number) is recorded, and \(path) did not take it: \(error); see that the system's log "
      + "is read, or take \(EnvironmentSetting.systemLog.rawValue) away"
  }

  private func send(_ message: String) -> String? {
    let file = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard file >= 0 else { return SystemError.current }
    defer { close(file) }
    guard var address = Self.address(path) else { return "its path is too long" }
    let size = socklen_t(MemoryLayout<sockaddr_un>.size)
    let isOpen = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(file, $0, size) == 0 }
    }
    guard isOpen else { return SystemError.current }
    let bytes = Array(message.utf8)
    var wait = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
    while Glibc.send(file, bytes, bytes.count, Int32(MSG_NOSIGNAL)) < 0 {
      let error = errno
      if error == EINTR { continue }
      guard error == EAGAIN, poll(&wait, 1, Self.patience) > 0 else { return SystemError.text(error) }
    }
    return nil
  }

  private static func address(_ path: String) -> sockaddr_un? {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8CString.map { UInt8(bitPattern: $0) })
    guard bytes.count <= MemoryLayout.size(ofValue: address.sun_path) else { return nil }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    return address
  }
}

extension SessionOptions {
  /// How a verb or a desk opens a roster: its acts are told to the system's log where the environment asks for that.
  static func asked(person: String, isDesk: Bool = false, isReadOnly: Bool = false) throws -> SessionOptions {
    var options = SessionOptions(person: person, isDesk: isDesk, isReadOnly: isReadOnly)
    if let log = try SystemLog.asked() { options.announce = { log.tell($0, of: $1) } }
    return options
  }
}
