import Files

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
