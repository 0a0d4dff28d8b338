import Glibc

/// Whether a file system has room: SQLite tells a full disk as an I/O error where it is the memory that it shares, or the
/// name of a new file, that there is no room for.
enum DiskRoom {
  /// Below so many bytes one of SQLite's own steps fails: the shared memory alone wants 32 KiB at once.
  private static let least: UInt64 = 64 << 10

  /// Whether the file system of a path has no room to go on, for bytes or for names; false where it does not say.
  static func isUsedUp(at path: String) -> Bool {
    var room = statvfs()
    guard statvfs(folder(of: path), &room) == 0 else { return false }
    // Some blocks are kept for root. A file system that makes names as it needs them counts none.
    let blocks = geteuid() == 0 ? room.f_bfree : room.f_bavail
    return UInt64(blocks) * UInt64(room.f_frsize) < least || room.f_files > 0 && room.f_favail == 0
  }

  /// The folder of a file, which is there when the file may not be.
  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  }
}
