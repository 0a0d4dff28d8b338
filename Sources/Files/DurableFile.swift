import Glibc

/// Writes new files so that they are on the disk when it returns.
public enum DurableFile {
  /// Writes a file that must not exist; takes it away again where that fails.
  ///
  /// - Parameters:
  ///   - path: where.
  ///   - bytes: its content.
  ///   - rights: what it gets; `nil` for those of any new file.
  public static func create(_ path: String, _ bytes: [UInt8], rights: FileRights?) throws(FileFailure) {
    let descriptor = try make(path, mode: rights == nil ? 0o666 : 0o600)
    let isFilled = fill(descriptor, bytes, rights)
    let failure = FileFailure("write", path)
    let isClosed = close(descriptor) == 0
    if isFilled, isClosed { return }
    let reason = isFilled ? FileFailure("write", path) : failure
    unlink(path)
    throw reason
  }

  /// Makes an empty file that must not exist, open for writing.
  public static func make(_ path: String, mode: mode_t = 0o600, isRead: Bool = false) throws(FileFailure) -> Int32 {
    let descriptor = open(path, (isRead ? O_RDWR : O_WRONLY) | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw FileFailure("create", path) }
    return descriptor
  }

  /// Copies a file to a path where there must be none; the copy's content is on the disk when this returns.
  ///
  /// Where it fails a part of the copy may be there.
  ///
  /// - Parameter other: the file or folder whose group the copy gets, and whose rights to read and write; `nil` for a
  ///   copy that only its owner may read.
  public static func copy(_ path: String, to copy: String, like other: String? = nil) throws(FileFailure) {
    let source = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard source >= 0 else { throw FileFailure("read", path) }
    defer { close(source) }
    var rights = FileRights(mode: 0o600, group: gid_t.max)
    if let other {
      var status = stat()
      guard stat(other, &status) == 0 else { throw FileFailure("look at", other) }
      rights = FileRights(ofNewFilesIn: status)
    }
    let target = try make(copy)
    defer { close(target) }
    while true {
      let bytes: [UInt8]
      do {
        bytes = try OpenFile.read(from: source, atMost: OpenFile.piece)
      } catch {
        throw FileFailure("read", path, code: error.code)
      }
      if bytes.isEmpty { break }
      guard OpenFile.write(bytes, to: target) else { throw FileFailure("write", copy) }
    }
    guard rights.give(to: target), OpenFile.sync(target) else { throw FileFailure("write", copy) }
  }

  private static func fill(_ descriptor: Int32, _ bytes: [UInt8], _ rights: FileRights?) -> Bool {
    OpenFile.write(bytes, to: descriptor) && rights?.give(to: descriptor) ?? true && OpenFile.sync(descriptor)
  }
}
