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
  /// A program said something to who reads its output.
  case mark(ProgramMark)

  /// Whether it makes sure that something is on the disk.
  public var isSync: Bool {
    if case .sync = self { true } else { false }
  }
}

/// What a program said in the middle of its operations.
public struct ProgramMark: Hashable, Sendable {
  /// The number of its process.
  public let process: UInt64
  /// What it said.
  public let text: String
}

extension [ProgramMark] {
  /// All that was said.
  public func joined() -> String { map(\.text).joined() }

  /// What each program said, in the order in which they spoke first.
  public var byProgram: [String] {
    var texts: [(process: UInt64, text: String)] = []
    for mark in self {
      if let index = texts.firstIndex(where: { $0.process == mark.process }) {
        texts[index].text += mark.text
      } else {
        texts.append((mark.process, mark.text))
      }
    }
    return texts.map(\.text)
  }
}
