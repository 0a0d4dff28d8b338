import Glibc

/// An open folder, in which files are named by names, not paths: nothing done through it can touch another folder.
public final class FolderHandle {
  /// What stands under a name.
  public enum Entry {
    case missing
    /// A regular file and its bytes.
    case file([UInt8])
    /// A link, a folder, a device, or a file larger than was to be read.
    case other
  }

  /// The path it was opened by, for messages.
  public let path: String
  private let descriptor: Int32

  /// Opens a folder; a link to one is refused.
  public convenience init(path: String) throws(FileFailure) {
    try self.init(path: path, descriptor: open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC))
  }

  private init(path: String, descriptor: Int32) throws(FileFailure) {
    if descriptor < 0 { throw FileFailure("open the folder", path) }
    self.path = path
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Opens a folder inside this one.
  public func folder(_ name: String) throws(FileFailure) -> FolderHandle {
    try FolderHandle(
      path: path(of: name), descriptor: openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC))
  }

  /// Makes a folder inside this one; an error where the name is taken.
  public func makeFolder(_ name: String) throws(FileFailure) {
    if mkdirat(descriptor, name, 0o777) != 0 { throw FileFailure("make the folder", path(of: name)) }
  }

  /// Takes the folder for this process until it is closed; `false` where another process keeps it for a second.
  ///
  /// A process that is just being started holds copies of its parent's open folders for a moment, so one refusal says little.
  public func lock() throws(FileFailure) -> Bool {
    switch LockAnswer.of(descriptor, within: 1_000_000) {
    case .taken: return true
    case .busy: return false
    case .refused: throw FileFailure("lock", path)
    }
  }

  /// What stands under a name; a device or FIFO is not waited for.
  public func entry(_ name: String, atMost limit: Int) throws(FileFailure) -> Entry {
    let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    if file < 0 {
      if errno == ENOENT { return .missing }
      if errno == ELOOP || errno == ENXIO { return .other }
      throw FileFailure("read", path(of: name))
    }
    defer { close(file) }
    do {
      return .file(try BoundedFile.bytes(of: file, atMost: limit))
    } catch {
      guard case .system(let code, _) = error else { return .other }
      throw FileFailure("read", path(of: name), code: code)
    }
  }

  /// Whether the name is taken by anything.
  public func has(_ name: String) -> Bool {
    var status = stat()
    return fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0
  }

  /// What the regular file of this name has, for one that takes its place; `nil` where there is none.
  public func rights(of name: String) -> FileRights? {
    var status = stat()
    guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    return FileRights(mode: status.st_mode & 0o777, group: status.st_gid)
  }

  /// What a new file gets that is for all who may read the folder; `nil` where the system does not say.
  public var rightsOfNewFiles: FileRights? {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? FileRights(ofNewFilesIn: status) : nil
  }

  /// The names in the folder, in the order of their bytes.
  public func names() throws(FileFailure) -> [String] {
    let listed = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard listed >= 0, let stream = fdopendir(listed), let names = FolderListing.names(of: stream) else {
      throw FileFailure("list", path)
    }
    return names
  }

  private func path(of name: String) -> String { path + "/" + name }
}

extension FolderHandle {
  /// Writes a new file whole; an error where the name is taken, or where the disk is full.
  ///
  /// - Parameter rights: what it gets in place of what any new file does, whose mode follows the umask.
  public func create(_ name: String, _ bytes: [UInt8], rights: FileRights? = nil) throws(FileFailure) {
    let mode: mode_t = rights == nil ? 0o666 : 0o600
    let file = openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    if file < 0 { throw FileFailure("write", path(of: name)) }
    guard OpenFile.write(bytes, to: file), rights?.give(to: file) ?? true else {
      let failure = FileFailure("write", path(of: name))
      close(file)
      throw failure
    }
    if close(file) != 0 { throw FileFailure("write", path(of: name)) }
  }

  /// Removes files that programs which were killed have left: not written to for so many seconds, and this user's.
  ///
  /// What cannot be removed stays, because nothing depends on it.
  public func clearAbandoned(_ prefix: String, olderThan seconds: Int) throws(FileFailure) {
    for name in try names() where name.hasPrefix(prefix) {
      var status = stat()
      guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0, status.st_mode & S_IFMT == S_IFREG,
        status.st_uid == geteuid(), status.st_mtim.tv_sec < time(nil) - seconds,
        Int32(name.dropFirst(prefix.count)) != nil
      else { continue }
      unlinkat(descriptor, name, 0)
    }
  }

  /// Waits until a file's bytes are on the disk.
  public func sync(_ name: String) throws(FileFailure) {
    let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    if file < 0 { throw FileFailure("write", path(of: name)) }
    let isDone = OpenFile.sync(file)
    let failure = FileFailure("write", path(of: name))
    close(file)
    if !isDone { throw failure }
  }

  /// Waits until the folder's names are on the disk.
  public func sync() throws(FileFailure) {
    if !OpenFile.sync(descriptor) { throw FileFailure("write", path) }
  }

  /// Moves a file into another folder of the same file system, in place of what stood there, at once.
  public func move(_ name: String, to target: FolderHandle, as newName: String? = nil) throws(FileFailure) {
    let newName = newName ?? name
    if renameat(descriptor, name, target.descriptor, newName) != 0 {
      throw FileFailure("replace", target.path(of: newName))
    }
  }

  /// Replaces a file at once, when all of it is on the disk.
  ///
  /// - Parameters:
  ///   - rights: what it gets in place of what any new file does.
  ///   - stage: a folder of the same file system in which the name is free.
  public func replace(
    _ name: String, _ bytes: [UInt8], rights: FileRights?, through stage: FolderHandle
  ) throws(FileFailure) {
    try stage.create(name, bytes, rights: rights)
    try stage.sync(name)
    try stage.move(name, to: self)
    try sync()
  }

  /// Removes a file, or a link itself.
  public func remove(_ name: String) throws(FileFailure) {
    if unlinkat(descriptor, name, 0) != 0, errno != ENOENT { throw FileFailure("remove", path(of: name)) }
  }

  /// Removes a folder inside this one with the files in it; nothing where there is none.
  public func removeFolder(_ name: String) throws(FileFailure) {
    guard has(name) else { return }
    let inner = try folder(name)
    for file in try inner.names() { try inner.remove(file) }
    if unlinkat(descriptor, name, AT_REMOVEDIR) != 0 { throw FileFailure("remove", path(of: name)) }
  }

  /// Makes a folder inside this one, in which files are written before they are moved to their places, and removes it again,
  /// also where `body` throws.
  ///
  /// - Throws: `FileFailure` or what `body` throws.
  public func withStage<Answer>(named name: String, _ body: (FolderHandle) throws -> Answer) throws -> Answer {
    do {
      try makeFolder(name)
      let answer = try body(try folder(name))
      try removeFolder(name)
      return answer
    } catch let reason {
      do {
        try removeFolder(name)
      } catch {
        // The error that led here is the one to tell; what is left behind the next one removes.
      }
      throw reason
    }
  }
}
