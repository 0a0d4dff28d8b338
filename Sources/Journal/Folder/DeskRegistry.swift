import Glibc
import RosterModel

/// Which desks are open on a roster: a file for each, locked as long as it lives, however it ends.
///
/// A file says who is where. It is for the eyes of others and need not be durable.
final class DeskRegistry {
  private let folder: String
  private let author: Author
  private var descriptor: Int32 = -1
  private var path: String { folder + "/" + author.session }

  /// The registry in a folder; nothing is registered yet.
  ///
  /// - Parameter author: whose desk it is; its session is the name of a file.
  init(in folder: String, author: Author) {
    self.folder = folder
    self.author = author
  }

  deinit { leave() }

  /// Registers the desk.
  func join() throws(JournalError) {
    var status = stat()
    while descriptor < 0 {
      let file = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
      guard file >= 0 else { throw failure() }
      if flock(file, LOCK_EX | LOCK_NB) != 0 {
        let error = failure()
        let isLookedAt = errno == EWOULDBLOCK
        close(file)
        guard isLookedAt else { throw error }
        usleep(1_000)
        continue
      }
      // Whoever looked before it was locked may have taken it for one of the dead.
      var inPlace = stat()
      if fstat(file, &status) == 0, lstat(path, &inPlace) == 0, status.st_ino == inPlace.st_ino {
        descriptor = file
      } else {
        close(file)
      }
    }
    // Whoever may use the roster may see who is where, whatever the umask.
    if stat(folder, &status) == 0 {
      _ = fchown(descriptor, uid_t.max, status.st_gid)
      _ = fchmod(descriptor, status.st_mode & 0o666)
    }
    move(to: "")
  }

  /// Says where the dispatcher is.
  func move(to place: String) {
    guard descriptor >= 0 else { return }
    let bytes = Array("\(Self.line(author.person))\n\(Self.line(place))\n".utf8)
    // What cannot be written is only what others see of the cursor.
    _ = pwrite(descriptor, bytes, bytes.count, 0)
    _ = ftruncate(descriptor, off_t(bytes.count))
  }

  /// The other desks that are open, by session; what dead ones have left is taken away.
  func others() -> [DeskPresence] {
    Self.names(in: folder).compactMap { name in
      guard name != author.session, let text = living(name) else { return nil }
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      return DeskPresence(
        author: Author(person: lines.first ?? "", session: name), place: lines.count > 1 ? lines[1] : "")
    }
  }

  /// Takes the desk out, and does something while no other desk can leave.
  ///
  /// - Parameter last: called where no other desk is open.
  func leave(whenLast last: () -> Void = {}) {
    let turn = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if turn >= 0 { while flock(turn, LOCK_EX) != 0, errno == EINTR {} }
    defer { if turn >= 0 { close(turn) } }
    if descriptor >= 0 {
      unlink(path)
      close(descriptor)
      descriptor = -1
    }
    if others().isEmpty { last() }
  }

  /// What the file of a living desk says; `nil` for a dead one, whose file goes.
  private func living(_ name: String) -> String? {
    let path = folder + "/" + name
    let file = open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    if flock(file, LOCK_SH | LOCK_NB) == 0 {
      unlink(path)
      return nil
    }
    guard errno == EWOULDBLOCK else { return nil }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = pread(file, &bytes, bytes.count, 0)
    return String(decoding: bytes[..<max(0, count)], as: UTF8.self)
  }

  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  private static func line(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.prefix(500).filter { $0.value >= 0x20 }))
  }

  private func failure() -> JournalError {
    errno == ENOLCK ? .noLocks(path: path) : JournalFolder.failure(path)
  }
}
