import Foundation

/// A run of the program that saves, for what cannot be tried in the process of the tests.
final class ProbeRun {
  private let process = Process()
  private let output = Pipe()

  /// Starts the program built beside the tests.
  init(_ arguments: [String]) throws {
    var folder = URL(filePath: try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    if let test = CommandLine.arguments.first(where: { $0.hasSuffix(".xctest") }) { folder = URL(filePath: test) }
    process.executableURL = folder.deletingLastPathComponent().appending(path: "FolderProbe")
    process.arguments = arguments
    process.standardOutput = output
    try process.run()
  }

  /// Waits until it says something.
  func firstWords() -> String { String(decoding: output.fileHandleForReading.availableData, as: UTF8.self) }

  /// Waits until it ends; its words and its exit code.
  func end() -> (words: String, code: Int32) {
    let words = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (words, process.terminationStatus)
  }

  /// Kills it as a crash of the system would.
  func kill() {
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }
}
