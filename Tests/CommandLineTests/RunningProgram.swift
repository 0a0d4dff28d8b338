import Foundation

/// The built `patrol` while it runs, to be interrupted.
final class RunningProgram {
  private let process = Process()
  private let output: TemporaryFile
  private let errors: TemporaryFile

  /// Starts it.
  init(_ arguments: [String], in workingFolder: URL? = nil) throws {
    output = try TemporaryFile()
    errors = try TemporaryFile()
    process.executableURL = Program.folder.appending(path: "patrol")
    process.arguments = arguments
    process.currentDirectoryURL = workingFolder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output.handle
    process.standardError = errors.handle
    try process.run()
  }

  /// Waits until it handles Ctrl-C by itself, as /proc tells.
  func waitUntilItHandlesInterrupts() throws {
    let status = "/proc/\(process.processIdentifier)/status"
    while process.isRunning {
      let text = try String(contentsOfFile: status, encoding: .utf8)
      let caught = text.split(separator: "\n").first { $0.hasPrefix("SigCgt:") }?.split(separator: "\t").last
      if let caught, let mask = UInt64(caught, radix: 16), mask & (1 << UInt64(SIGINT - 1)) != 0 { break }
      usleep(5000)
    }
  }

  /// Presses Ctrl-C.
  func interrupt() { kill(process.processIdentifier, SIGINT) }

  /// Waits for its end.
  func outcome() throws -> Program.Outcome {
    process.waitUntilExit()
    let status = process.terminationReason == .exit ? process.terminationStatus : 1000 + process.terminationStatus
    return Program.Outcome(status: status, output: try output.text(), errors: try errors.text())
  }
}
