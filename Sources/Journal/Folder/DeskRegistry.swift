import Files
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
      switch LockAnswer.of(file) {
      case .taken: break
      case .busy:
        close(file)
        Pause.microseconds(1_000)
        continue
      case .refused:
        let error = failure()
        close(file)
        throw error
      }
      // Whoever looked before it was locked may have taken it for one of the dead.
      var inPlace = stat()
      if fstat(file, &status) == 0, lstat(path, &inPlace) == 0, FileIdentity(status) == FileIdentity(inPlace) {
        descriptor = file
      } else {
        close(file)
      }
    }
    // Whoever may use the roster may see who is where, whatever the umask.
    if stat(folder, &status) == 0 { _ = FileRights(ofNewFilesIn: status).give(to: descriptor) }
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
    (FolderListing.names(in: folder) ?? []).filter { !$0.hasPrefix(".") }.compactMap { name in
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
    if turn >= 0 { LockAnswer.wait(turn) }
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
    switch LockAnswer.of(file, isShared: true) {
    case .taken:
      unlink(path)
      return nil
    case .refused: return nil
    case .busy: break
    }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = pread(file, &bytes, bytes.count, 0)
    return String(decoding: bytes[..<max(0, count)], as: UTF8.self)
  }

  private static func line(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.prefix(500).filter { $0.value >= 0x20 }))
  }

  private func failure() -> JournalError {
    errno == ENOLCK ? .noLocks(path: path) : JournalFolder.failure(path)
  }
}
