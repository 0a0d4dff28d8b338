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

/// Who may read and write a file: its mode and its group, and where that can be, its owner.
public struct FileRights: Hashable, Sendable {
  /// The permission bits.
  public var mode: mode_t
  /// The group.
  public var group: gid_t
  /// The owner; `nil` for whoever makes it.
  public var owner: uid_t?

  /// Rights by their parts.
  public init(mode: mode_t, group: gid_t, owner: uid_t? = nil) {
    (self.mode, self.group, self.owner) = (mode, group, owner)
  }

  /// The rights of what was looked at; a file that takes its place gets them.
  public init(_ status: stat) { self.init(mode: status.st_mode & 0o7777, group: status.st_gid, owner: status.st_uid) }

  /// What a new file in a folder gets: whatever the umask, all who may read the folder read it.
  public init(ofNewFilesIn folder: stat) { self.init(mode: folder.st_mode & 0o666, group: folder.st_gid) }

  /// The same with the owner of the folder, where there is one; `nil` where the folder is not there.
  public static func ofNewFiles(in folder: String) -> FileRights? {
    var status = stat()
    guard stat(folder, &status) == 0 else { return nil }
    var rights = FileRights(ofNewFilesIn: status)
    rights.owner = status.st_uid
    return rights
  }

  /// Gives them to an open file; false where the system refuses the mode, and `errno` says why.
  ///
  /// Who may not give the file to its owner may still give it to its group, and who may not do that keeps it.
  public func give(to file: Int32) -> Bool {
    if owner.map({ fchown(file, $0, group) != 0 }) ?? true { _ = fchown(file, uid_t.max, group) }
    return fchmod(file, mode) == 0
  }

  /// Gives them to a folder; false where the system refuses the mode, and `errno` says why.
  public func give(toFolder path: String) -> Bool {
    if owner.map({ chown(path, $0, group) != 0 }) ?? true { _ = chown(path, uid_t.max, group) }
    return chmod(path, mode) == 0
  }
}
