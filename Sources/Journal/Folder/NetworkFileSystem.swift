import Files
import Glibc

/// A file system that several machines may write to, on which no lock is sure to hold: a roster there is not edited.
public struct NetworkFileSystem: Hashable, Sendable {
  /// Its name.
  public let name: String

  /// The file system of this magic number; `nil` where it is one of a single machine.
  ///
  /// Source: statfs(2) and linux/magic.h.
  public init?(magic: UInt32) {
    guard let name = Self.names[magic] else { return nil }
    self.name = name
  }

  /// The network file system that a path is on; `nil` where it is on none, or the system does not say.
  public init?(of path: String) {
    guard let magic = FileSystem.magic(of: path) else { return nil }
    self.init(magic: magic)
  }

  private static let names: [UInt32: String] = [
    0x6969: "NFS", 0x517B: "SMB", 0xFE53_4D42: "SMB", 0xFF53_4D42: "CIFS", 0x5346_414F: "AFS", 0x6B41_4653: "AFS",
    0x7375_7245: "Coda", 0x00C3_6400: "Ceph", 0x0102_1997: "9p", 0x6573_5546: "FUSE", 0x4750_4653: "GPFS",
    0x0BD0_0BD0: "Lustre", 0x7461_636F: "OCFS2", 0x0116_1970: "GFS2", 0x564C: "NCP", 0x786F_4256: "vboxsf",
    0xAAD7_AAEA: "PanFS", 0x1983_0326: "BeeGFS",
  ]
}

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
