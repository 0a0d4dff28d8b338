import Crypto
import Glibc
import Sheets

/// What files hold that are to be read back, as a SHA-256: the same files are the same import, and edited ones another.
enum ImportPrint {
  /// The print of a file, or of the CSV files of a folder with their names.
  ///
  /// What is remembered beside them changes when they were read back, and says nothing about them.
  ///
  /// - Throws: `FileFailure` where the system refuses.
  static func text(of path: String) throws(FileFailure) -> String {
    guard let real = realpath(path, nil) else { throw FileFailure("read", path) }
    defer { free(real) }
    let resolved = String(cString: real)
    var status = stat()
    var hash = SHA256()
    if stat(resolved, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      let folder = try FolderHandle(path: resolved)
      for name in try folder.names().sorted() where name.hasSuffix(".csv") {
        guard case .file(let bytes) = try folder.entry(name, atMost: ImportFiles.largestTable) else { continue }
        hash.update(data: Array("\(name)\u{0}\(bytes.count)\u{0}".utf8))
        hash.update(data: bytes)
      }
    } else {
      let parts = TableFile.parts(of: resolved)
      if case .file(let bytes) = try FolderHandle(path: parts.folder).entry(
        parts.name, atMost: ImportFiles.largestTable)
      {
        hash.update(data: bytes)
      }
    }
    return text(of: hash)
  }

  /// The print of bytes.
  static func text(of bytes: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(data: bytes)
    return text(of: hash)
  }

  private static func text(of hash: SHA256) -> String {
    hash.finalize().prefix(16).reduce(into: "") { text, byte in
      text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
  }
}
