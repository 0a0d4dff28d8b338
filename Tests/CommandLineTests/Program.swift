import FaultTesting
import Foundation

/// Runs the built `patrol` as a person's shell would, and keeps what it said.
struct Program {
  /// What a run gave.
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
    var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  /// The executables stand beside the test bundle.
  static let folder = {
    precondition(TestClock.isSet)
    return URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
  }()

  /// Runs a program of the package to its end.
  static func run(
    _ arguments: [String], executable: String = "patrol", in workingFolder: URL? = nil,
    environment: [String: String] = [:], input: String? = nil
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = executable.hasPrefix("/") ? URL(filePath: executable) : folder.appending(path: executable)
    process.arguments = arguments
    process.currentDirectoryURL = workingFolder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    if let input {
      // As much as a pipe holds without a reader.
      let pipe = Pipe()
      try pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
      try pipe.fileHandleForWriting.close()
      process.standardInput = pipe
    }
    let outputFile = try TemporaryFile()
    let errorFile = try TemporaryFile()
    process.standardOutput = outputFile.handle
    process.standardError = errorFile.handle
    try process.run()
    process.waitUntilExit()
    let status = process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
    return Outcome(status: status, output: try outputFile.text(), errors: try errorFile.text())
  }

  /// Runs `patrol` as one whom permissions stop, as far as this process may choose.
  static func runWithoutRights(_ arguments: [String]) throws -> Outcome {
    guard geteuid() == 0 else { return try run(arguments) }
    let user = OtherUser.number
    return try run(
      ["--reuid=\(user)", "--regid=\(user)", "--clear-groups", folder.appending(path: "patrol").path] + arguments,
      executable: "/usr/bin/setpriv")
  }
}
