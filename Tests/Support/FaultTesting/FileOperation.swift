/// What a program did to the files of a folder that was watched; paths are relative to the folder.
public enum FileOperation: Hashable, Sendable {
  /// A file that was not there was made.
  case create(inode: UInt64, mode: UInt32, path: String)
  /// A folder that was not there was made.
  case folder(inode: UInt64, mode: UInt32, path: String)
  /// Bytes were written to a file at an offset.
  case write(inode: UInt64, offset: Int, bytes: [UInt8])
  /// A file was cut off at a size, or grown to it.
  case size(inode: UInt64, Int)
  /// A file or a folder was given other permissions.
  case mode(inode: UInt64, UInt32)
  /// A file's content, or a folder's names, were made sure to be on the disk.
  case sync(inode: UInt64)
  /// A name took the place of another.
  case rename(from: String, to: String)
  /// Two names were given each other's place.
  case exchange(String, String)
  /// A name was taken away.
  case remove(path: String)
  /// The program said something to who reads its output.
  case mark(String)

  /// Whether it makes sure that something is on the disk.
  public var isSync: Bool {
    if case .sync = self { true } else { false }
  }
}
