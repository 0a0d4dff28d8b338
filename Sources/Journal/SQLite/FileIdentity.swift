import Glibc

/// Which file a path stood for: another that takes its place has another identity.
struct FileIdentity: Hashable {
  private let device: UInt64
  private let number: UInt64

  /// The identity of a file that is there.
  init(of path: String) throws(JournalError) {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      throw .failed(path: path, reason: String(cString: strerror(errno)))
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .damaged(path: path, reason: "it is not a file") }
    device = UInt64(status.st_dev)
    number = UInt64(status.st_ino)
  }

  /// A path as part of a `file:` address.
  static func escaped(_ path: String) -> String {
    let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-._~".utf8)
    let digits = Array("0123456789ABCDEF")
    return path.utf8.map { byte in
      plain.contains(byte)
        ? String(UnicodeScalar(byte)) : "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
    }.joined()
  }
}
