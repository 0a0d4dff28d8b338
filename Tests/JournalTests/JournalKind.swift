import Foundation
import Journal
import Testing

/// An implementation of the journal, for the tests of what all of them promise.
///
/// Another implementation is one more of `all`.
struct JournalKind: Sendable, CustomTestStringConvertible {
  /// Its name.
  var name: String
  /// Opens the journal of a folder, which may be open already.
  var open: @Sendable (_ folder: String) throws -> any RosterJournal

  var testDescription: String { name }

  /// Every implementation.
  static let all = [
    JournalKind(name: "SQLite") { folder in
      let path = folder + "/journal.sqlite"
      if !FileManager.default.fileExists(atPath: path) {
        #expect(FileManager.default.createFile(atPath: path, contents: nil))
      }
      return try SQLiteJournal(at: path, making: true)
    }
  ]
}

/// An empty folder for one test; it goes when the test is done.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "journal-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
