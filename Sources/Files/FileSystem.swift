import CFolder
import Glibc

/// Which file a path stood for: another that takes its place has another identity.
public struct FileIdentity: Hashable, Sendable {
  private let device: UInt64
  private let number: UInt64

  /// The identity of what was looked at.
  public init(_ status: stat) {
    device = UInt64(status.st_dev)
    number = UInt64(status.st_ino)
  }
}

/// The names in a folder.
public enum FolderListing {
  /// The names in the order of their bytes, without `.` and `..`; `nil` where the system cannot, `errno` saying why.
  public static func names(in folder: String) -> [String]? { opendir(folder).flatMap(names(of:)) }

  /// The same of a folder that was opened for it, and is closed with that.
  static func names(of stream: OpaquePointer) -> [String]? {
    var names: [String] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    // The end and a list that breaks off look the same but for this.
    let code = errno
    closedir(stream)
    errno = code
    return code == 0 ? names.sorted() : nil
  }
}

/// Folders as a whole, and what they are on.
public enum FileSystem {
  /// Makes a folder, and the folders it is in where they are missing.
  public static func makeFolders(_ path: String) throws(FileFailure) {
    var refusal: FileFailure?
    for index in path.indices.dropFirst() where path[index] == "/" {
      let folder = String(path[..<index])
      // Of those that are not there the first that cannot be made is why the others cannot.
      if mkdir(folder, 0o777) != 0, errno != EEXIST, refusal == nil { refusal = FileFailure("make the folder", folder) }
    }
    guard mkdir(path, 0o777) != 0 else { return }
    let last = FileFailure("make the folder", path)
    throw refusal ?? last
  }

  /// Gives each of two folders the other's place in one step; false where the system cannot, `errno` saying why.
  public static func exchange(_ first: String, _ second: String) -> Bool { folder_exchange(first, second) == 0 }

  /// The magic number of the file system that a path is on, as statfs(2) lists them; `nil` where the system does not say.
  public static func magic(of path: String) -> UInt32? {
    let magic = folder_file_system(path)
    return magic < 0 ? nil : UInt32(truncatingIfNeeded: magic)
  }
}

/// How a program that reads, answers and ends takes memory from the system.
public enum KeptMemory {
  /// Keeps memory that is given back for what is asked for next.
  ///
  /// The C library would return the memory of each large table to the system, which hands it out anew page by page; of a
  /// month of a city that is a quarter of all pages. Not for the desk, which lives long.
  public static func begin() { memory_keep() }
}
