import Foundation

/// A run of a program built beside the tests, watched by the recorder of `CFileRecorder` where that is wanted.
public final class ProbeRun {
  private let process = Process()
  private let output = Pipe()
  private let input = Pipe()
  /// Held so that writing to a program that has ended is no signal.
  private let held: Int32

  /// The path of a program built beside the tests.
  public static func path(_ program: String) throws -> String { try built().appending(path: program).path }

  private static func built() throws -> URL {
    var program = URL(filePath: try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    if let test = CommandLine.arguments.first(where: { $0.hasSuffix(".xctest") }) { program = URL(filePath: test) }
    return program.deletingLastPathComponent()
  }

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - program: its name.
  ///   - arguments: what it is told.
  ///   - watch: what the recorder is to do; `nil` for a run without it.
  public convenience init(_ program: String, _ arguments: [String], watch: FileWatch? = nil) throws {
    try self.init(at: try Self.path(program), arguments, watch: watch)
  }

  /// Starts a script of the shell, which finds the arguments in `$1` and on.
  public convenience init(script: String, _ arguments: [String]) throws {
    try self.init(at: "/bin/sh", ["-c", script, "sh"] + arguments, watch: nil)
  }

  private init(at path: String, _ arguments: [String], watch: FileWatch?) throws {
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    if let watch {
      let recorder = try Self.path("libFileRecorder.so")
      process.environment = ProcessInfo.processInfo.environment.merging(watch.environment) { $1 }
        .merging(["LD_PRELOAD": recorder]) { $1 }
    }
    process.standardOutput = output
    process.standardInput = input
    held = dup(input.fileHandleForReading.fileDescriptor)
    try process.run()
  }

  deinit { close(held) }

  /// The number of the process.
  public var id: Int32 { process.processIdentifier }

  /// The pipe that its words come from.
  var descriptor: Int32 { output.fileHandleForReading.fileDescriptor }

  /// Writes a line to its standard input.
  public func tell(_ line: String) { input.fileHandleForWriting.write(Data("\(line)\n".utf8)) }

  /// Waits until it says something more; empty when it has ended.
  public func words() -> String { String(decoding: output.fileHandleForReading.availableData, as: UTF8.self) }

  /// Waits until it ends: all it said that was not waited for, and its exit code, or the signal that ended it.
  public func end() -> (words: String, code: Int32) {
    let words = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (words, process.terminationStatus)
  }

  /// Kills it, as `kill -9` does; all it said that was not waited for.
  public func kill() -> String {
    Foundation.kill(process.processIdentifier, SIGKILL)
    return end().words
  }
}
