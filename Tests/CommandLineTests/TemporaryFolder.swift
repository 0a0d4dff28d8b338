import Foundation

/// A folder that is gone when the test is.
final class TemporaryFolder {
  let url: URL
  var path: String { url.path(percentEncoded: false) }

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(
      path: "patrol-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    do {
      try FileManager.default.removeItem(at: url)
    } catch {
      print("a temporary folder stays behind: \(error)")
    }
  }

  /// Copies a sample roster here.
  func copy(_ sample: String) throws -> String {
    let target = url.appending(path: sample)
    try FileManager.default.copyItem(at: Self.samples.appending(path: sample), to: target)
    return target.path(percentEncoded: false)
  }

  /// A snapshot of every file below: name and bytes.
  func contents(of folder: String) throws -> [String: Data] { try contents(of: folder) { _ in true } }

  private func contents(of folder: String, where isWanted: (String) -> Bool) throws -> [String: Data] {
    var contents: [String: Data] = [:]
    let root = URL(filePath: folder)
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) where isWanted(name) {
      let file = root.appending(path: name)
      if try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
        contents[name] = try Data(contentsOf: file)
      }
    }
    return contents
  }

  /// The same without what the program keeps beside the tables.
  ///
  /// A journal that this process has open must not even be read: closing its file lets go of the process's locks on it.
  func tables(of folder: String) throws -> [String: Data] { try contents(of: folder) { !$0.hasPrefix(".patrol") } }

  /// The sample rosters of the package.
  static let samples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "sample-rosters")
}
