import Foundation

/// Reads what the recorder of `CFileRecorder` wrote down.
public enum OperationLog {
  /// The operations in their order.
  ///
  /// - Throws: `LogError` where the log is cut off, or holds a call whose effect is not written down.
  public static func read(_ path: String) throws -> [FileOperation] {
    let log = [UInt8](try Data(contentsOf: URL(filePath: path)))
    var operations: [FileOperation] = []
    var place = 0
    while place < log.count {
      guard let end = log[place...].firstIndex(of: UInt8(ascii: "\n")) else { throw LogError.cutOff(at: place) }
      let words = String(decoding: log[place..<end], as: UTF8.self).split(separator: " ")
      guard words.count == 4, let inode = UInt64(words[1]), let number = Int(words[2]), let count = Int(words[3]),
        end + 1 + count <= log.count
      else { throw LogError.cutOff(at: place) }
      place = end + 1 + count
      operations.append(try operation(words[0], inode, number, Array(log[(end + 1)..<place])))
    }
    return operations
  }

  private static func operation(
    _ name: Substring, _ inode: UInt64, _ number: Int, _ bytes: [UInt8]
  ) throws -> FileOperation {
    let texts = bytes.split(separator: 0, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    return switch (name, texts.count) {
    case ("create", 1): .create(inode: inode, mode: UInt32(number), path: texts[0])
    case ("folder", 1): .folder(inode: inode, mode: UInt32(number), path: texts[0])
    case ("write", _): .write(inode: inode, offset: number, bytes: bytes)
    case ("size", _): .size(inode: inode, number)
    case ("mode", _): .mode(inode: inode, UInt32(number))
    case ("sync", _): .sync(inode: inode)
    case ("rename", 2): .rename(from: texts[0], to: texts[1])
    case ("exchange", 2): .exchange(texts[0], texts[1])
    case ("remove", 1): .remove(path: texts[0])
    case ("mark", 1): .mark(ProgramMark(process: inode, text: texts[0]))
    default: throw LogError.notFollowed("\(name) \(texts.joined(separator: " "))")
    }
  }
}

/// Why a log gives no verdict.
public enum LogError: Error {
  /// It ends in the middle of an operation.
  case cutOff(at: Int)
  /// A call changed files in a way that is not written down.
  case notFollowed(String)
  /// It names a file or a folder that was neither there before nor made.
  case unknown(String)
}
