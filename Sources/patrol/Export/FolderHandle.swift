import Glibc

/// An open folder, in which files are named by names, not paths: nothing done through it can touch another folder.
final class FolderHandle {
  /// What stands under a name.
  enum Entry {
    case missing
    /// A regular file and its bytes.
    case file([UInt8])
    /// A link, a folder, a device, or a file larger than was to be read.
    case other
  }

  /// The path it was opened by, for messages.
  let path: String
  private let descriptor: Int32

  /// Opens a folder; a link to one is refused.
  convenience init(path: String) throws(FileFailure) {
    try self.init(path: path, descriptor: open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC))
  }

  private init(path: String, descriptor: Int32) throws(FileFailure) {
    if descriptor < 0 { throw FileFailure("open the folder", path) }
    self.path = path
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Opens a folder inside this one.
  func folder(_ name: String) throws(FileFailure) -> FolderHandle {
    try FolderHandle(
      path: path(of: name), descriptor: openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC))
  }

  /// Makes a folder inside this one; an error where the name is taken.
  func makeFolder(_ name: String) throws(FileFailure) {
    if mkdirat(descriptor, name, 0o777) != 0 { throw FileFailure("make the folder", path(of: name)) }
  }

  /// Takes the folder for this process until it is closed; `false` where another process keeps it for a second.
  ///
  /// A process that is just being started holds copies of its parent's open folders for a moment, so one refusal says little.
  func lock() throws(FileFailure) -> Bool {
    for _ in 0..<100 {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
      guard errno == EWOULDBLOCK else { throw FileFailure("lock", path) }
      usleep(10_000)
    }
    return false
  }

  /// What stands under a name; a device or FIFO is not waited for.
  func entry(_ name: String, atMost limit: Int) throws(FileFailure) -> Entry {
    let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    if file < 0 {
      if errno == ENOENT { return .missing }
      if errno == ELOOP || errno == ENXIO { return .other }
      throw FileFailure("read", path(of: name))
    }
    defer { close(file) }
    var status = stat()
    if fstat(file, &status) != 0 { throw FileFailure("read", path(of: name)) }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size <= limit else { return .other }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var length = 0
    while length < bytes.count {
      let got = bytes.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress.map { $0 + length }, $0.count - length) }
      if got < 0, errno == EINTR { continue }
      if got < 0 { throw FileFailure("read", path(of: name)) }
      if got == 0 { break }
      length += got
    }
    return .file(Array(bytes[..<length]))
  }

  /// Whether the name is taken by anything.
  func has(_ name: String) -> Bool {
    var status = stat()
    return fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0
  }

  /// What a file of this name is to have: what the one has that it replaces, in a roster what the folder has, else `nil`.
  func rights(for name: String) -> FileRights? {
    var status = stat()
    if fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0, status.st_mode & S_IFMT == S_IFREG {
      return FileRights(mode: status.st_mode & 0o777, group: status.st_gid)
    }
    guard has("roster.toml"), fstat(descriptor, &status) == 0 else { return nil }
    return FileRights(mode: status.st_mode & 0o666, group: status.st_gid)
  }

  /// The names in the folder, in no particular order.
  func names() throws(FileFailure) -> [String] {
    guard let stream = fdopendir(openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)) else {
      throw FileFailure("list", path)
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  private func path(of name: String) -> String { path + "/" + name }
}

extension FolderHandle {
  /// Writes a new file whole; an error where the name is taken, or where the disk is full.
  ///
  /// - Parameter rights: what it gets in place of what any new file does, whose mode follows the umask.
  func create(_ name: String, _ bytes: [UInt8], rights: FileRights? = nil) throws(FileFailure) {
    let mode: mode_t = rights == nil ? 0o666 : 0o600
    let file = openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    if file < 0 { throw FileFailure("write", path(of: name)) }
    guard ByteSink.write(bytes, to: file), rights?.give(to: file) ?? true else {
      let failure = FileFailure("write", path(of: name))
      close(file)
      throw failure
    }
    if close(file) != 0 { throw FileFailure("write", path(of: name)) }
  }

  /// Removes files that programs which were killed have left: not written to for so many seconds, and this user's.
  ///
  /// What cannot be removed stays, because nothing depends on it.
  func clearAbandoned(_ prefix: String, olderThan seconds: Int) throws(FileFailure) {
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
  func sync(_ name: String) throws(FileFailure) {
    let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    if file < 0 { throw FileFailure("write", path(of: name)) }
    let isDone = fsync(file) == 0
    let failure = FileFailure("write", path(of: name))
    close(file)
    if !isDone { throw failure }
  }

  /// Waits until the folder's names are on the disk.
  func sync() throws(FileFailure) {
    if fsync(descriptor) != 0 { throw FileFailure("write", path) }
  }

  /// Moves a file into another folder of the same file system, in place of what stood there, at once.
  func move(_ name: String, to target: FolderHandle, as newName: String? = nil) throws(FileFailure) {
    let newName = newName ?? name
    if renameat(descriptor, name, target.descriptor, newName) != 0 {
      throw FileFailure("replace", target.path(of: newName))
    }
  }

  /// Replaces a file at once, when all of it is on the disk.
  ///
  /// - Parameter stage: a folder of the same file system in which the name is free.
  func replace(_ name: String, _ bytes: [UInt8], through stage: FolderHandle) throws(FileFailure) {
    try stage.create(name, bytes, rights: rights(for: name))
    try stage.sync(name)
    try stage.move(name, to: self)
    try sync()
  }

  /// Removes a file, or a link itself.
  func remove(_ name: String) throws(FileFailure) {
    if unlinkat(descriptor, name, 0) != 0, errno != ENOENT { throw FileFailure("remove", path(of: name)) }
  }

  /// Removes a folder inside this one with the files in it; nothing where there is none.
  func removeFolder(_ name: String) throws(FileFailure) {
    guard has(name) else { return }
    let inner = try folder(name)
    for file in try inner.names() { try inner.remove(file) }
    if unlinkat(descriptor, name, AT_REMOVEDIR) != 0 { throw FileFailure("remove", path(of: name)) }
  }
}
