import Glibc

/// Reads files that may be anything: never blocks, never follows a link out of the folder, never beyond a size.
enum BoundedFile {
  /// The largest table that is read, in bytes: 1 GiB.
  static let largestTable = 1 << 30
  /// The largest `roster.toml` that is read, in bytes: 1 MiB.
  static let largestSettings = 1 << 20

  /// Reads a file whole.
  ///
  /// - Parameters:
  ///   - name: the file's name in the folder.
  ///   - folder: the folder's real path.
  ///   - limit: the most bytes that are read.
  static func read(_ name: String, in folder: String, limit: Int) throws(FileProblem) -> FileContent {
    let path = try target(of: name, in: folder)
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(SystemError.current) }
    defer { close(descriptor) }
    // What was looked at by name may be another file by now.
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(SystemError.current) }
    try check(status)
    guard status.st_size <= limit else { throw .tooLarge(size: Int(status.st_size), limit: limit) }
    let bytes = try contents(of: descriptor, expecting: Int(status.st_size), limit: limit)
    return FileContent(bytes: bytes, mode: status.st_mode & 0o7777, group: status.st_gid)
  }

  /// The path of a file of the folder, a link inside the folder followed.
  static func target(of name: String, in folder: String) throws(FileProblem) -> String {
    let path = folder + "/" + name
    var status = stat()
    guard lstat(path, &status) == 0 else {
      throw errno == ENOENT ? .notThere : .system(SystemError.current)
    }
    guard status.st_mode & S_IFMT == S_IFLNK else {
      try check(status)
      return path
    }
    guard let resolved = RealPath.of(path) else { throw .system(SystemError.current) }
    guard resolved.hasPrefix(folder == "/" ? "/" : folder + "/") else { throw .linkOutside(resolved) }
    guard lstat(resolved, &status) == 0 else { throw .system(SystemError.current) }
    try check(status)
    return resolved
  }

  private static func check(_ status: stat) throws(FileProblem) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .notAFile("a folder")
    case S_IFIFO: throw .notAFile("a FIFO")
    case S_IFSOCK: throw .notAFile("a socket")
    case S_IFCHR, S_IFBLK: throw .notAFile("a device")
    default: throw .notAFile("something else")
    }
  }

  /// Reads to the end of the file, which may lie elsewhere than its size says.
  private static func contents(of descriptor: Int32, expecting size: Int, limit: Int) throws(FileProblem) -> [UInt8] {
    var check = TextCheck()
    // One byte more than is expected shows the end without asking for more memory.
    var bytes = try part(of: descriptor, capacity: size + 1) { (read) throws(FileProblem) in try check.look(at: read) }
    guard bytes.count > size else { return bytes }
    while bytes.count <= limit {
      let more = try part(of: descriptor, capacity: TextCheck.piece) { _ in }
      if more.isEmpty { return bytes }
      bytes += more
      try bytes.withUnsafeBufferPointer { (read) throws(FileProblem) in try check.look(at: UnsafeRawBufferPointer(read))
      }
    }
    throw .tooLarge(size: bytes.count, limit: limit)
  }

  /// The next bytes, as many as fit; fewer only at the end of the file.
  ///
  /// - Parameter look: is given what has been read after every piece, and throws where no more is to be read. Memory for
  ///   what is not read is asked for and never touched, so it costs nothing.
  private static func part(
    of descriptor: Int32, capacity: Int, look: (UnsafeRawBufferPointer) throws(FileProblem) -> Void
  ) throws(FileProblem) -> [UInt8] {
    var failure: FileProblem?
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      count = 0
      do throws(FileProblem) {
        while count < capacity {
          let piece = min(TextCheck.piece, capacity - count)
          let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, piece)
          if got > 0 {
            count += got
            try look(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<count]))
          } else if got == 0 {
            break
          } else if errno != EINTR {
            throw .system(SystemError.current)
          }
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }
}
