import Foundation

/// What a folder holds, by the paths in it.
public struct DiskState: Hashable, Sendable {
  /// A file's permissions and content.
  public struct File: Hashable, Sendable {
    /// The permissions.
    public var mode: UInt32
    /// The content.
    public var bytes: [UInt8]

    /// A file of this content.
    public init(mode: UInt32, bytes: [UInt8]) {
      self.mode = mode
      self.bytes = bytes
    }
  }

  /// The folders below the folder itself, with their permissions.
  public var folders: [String: UInt32] = [:]
  /// The files.
  public var files: [String: File] = [:]

  /// An empty folder.
  public init() {}

  /// What a folder of the disk holds.
  public init(of path: String) throws {
    for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
      var status = stat()
      guard lstat(path + "/" + name, &status) == 0 else { throw CocoaError(.fileReadUnknown) }
      if status.st_mode & S_IFMT == S_IFDIR {
        folders[name] = status.st_mode & 0o7777
      } else {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: path + "/" + name)))
        files[name] = File(mode: status.st_mode & 0o7777, bytes: bytes)
      }
    }
  }

  /// Makes a folder of the disk that holds this; nothing may be there.
  public func write(to path: String) throws {
    guard mkdir(path, 0o755) == 0 else { throw CocoaError(.fileWriteFileExists) }
    // A path sorts after those of the folders around it.
    for (name, _) in folders.sorted(by: { $0.key < $1.key }) {
      guard mkdir(path + "/" + name, 0o755) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
    for (name, file) in files {
      let descriptor = open(path + "/" + name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      guard descriptor >= 0, Glibc.write(descriptor, file.bytes, file.bytes.count) == file.bytes.count,
        fchmod(descriptor, file.mode) == 0, close(descriptor) == 0
      else { throw CocoaError(.fileWriteUnknown) }
    }
    for (name, mode) in folders { chmod(path + "/" + name, mode) }
  }
}

extension DiskState.File {
  /// Whether both are the same, byte for byte; many are compared.
  public static func == (left: Self, right: Self) -> Bool {
    left.mode == right.mode && left.bytes.count == right.bytes.count
      && left.bytes.withUnsafeBytes { one in
        right.bytes.withUnsafeBytes { other in
          guard let first = one.baseAddress, let second = other.baseAddress else { return true }
          return memcmp(first, second, one.count) == 0
        }
      }
  }

  /// Hashes all bytes.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(mode)
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}
