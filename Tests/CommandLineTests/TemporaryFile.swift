import Foundation

/// A file for the output of a program under test: a pipe would block a program that says more than the pipe holds.
final class TemporaryFile {
  let url: URL
  let handle: FileHandle

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "patrol-\(UUID().uuidString)")
    try Data().write(to: url)
    handle = try FileHandle(forUpdating: url)
  }

  deinit {
    do {
      try handle.close()
      try FileManager.default.removeItem(at: url)
    } catch {
      print("a temporary file stays behind: \(error)")
    }
  }

  func text() throws -> String { String(decoding: try Data(contentsOf: url), as: UTF8.self) }
}
