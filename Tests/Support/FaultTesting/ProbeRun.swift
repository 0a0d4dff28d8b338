import Foundation

/// A run of a program built beside the tests, watched by the recorder of `CFileRecorder` where that is wanted.
public final class ProbeRun {
  private let process = Process()
  private let output = Pipe()
  private let errors: Pipe?
  private let input = Pipe()
  /// Held so that writing to a program that has ended is no signal.
  private let held: Int32

  /// The path of a program built beside the tests.
  public static func path(_ program: String) throws -> String {
    precondition(TestClock.isSet)
    return try built().appending(path: program).path
  }

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
  ///   - keepsErrors: whether what it says on standard error is kept for `finish(within:)`.
  public convenience init(
    _ program: String, _ arguments: [String], watch: FileWatch? = nil, keepsErrors: Bool = false
  ) throws {
    try self.init(at: try Self.path(program), arguments, watch: watch, keepsErrors: keepsErrors)
  }

  /// Starts a script of the shell, which finds the arguments in `$1` and on.
  public convenience init(script: String, _ arguments: [String], watch: FileWatch? = nil) throws {
    try self.init(at: "/bin/sh", ["-c", script, "sh"] + arguments, watch: watch, keepsErrors: false)
  }

  private init(at path: String, _ arguments: [String], watch: FileWatch?, keepsErrors: Bool) throws {
    errors = keepsErrors ? Pipe() : nil
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    if let watch {
      let recorder = try Self.path("libFileRecorder.so")
      process.environment = ProcessInfo.processInfo.environment.merging(watch.environment) { $1 }
        .merging(["LD_PRELOAD": recorder]) { $1 }
    }
    process.standardOutput = output
    if let errors { process.standardError = errors }
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

  /// Waits until it ends, but no longer than so many seconds: then it is killed.
  public func finish(within seconds: Double) -> ProbeEnd {
    var texts: [Int32: [UInt8]] = [:]
    var waiting = [descriptor] + (errors.map { [$0.fileHandleForReading.fileDescriptor] } ?? [])
    let end = ContinuousClock.now + .seconds(seconds)
    var isHung = false
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while !waiting.isEmpty {
      let left = Int32(clamping: ContinuousClock.now.duration(to: end).components.seconds * 1_000)
      if left <= 0 {
        isHung = true
        Foundation.kill(process.processIdentifier, SIGKILL)
        break
      }
      var polled = waiting.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      guard poll(&polled, nfds_t(polled.count), min(left, 1_000)) > 0 else { continue }
      for entry in polled where entry.revents != 0 {
        let count = read(entry.fd, &buffer, buffer.count)
        if count > 0 { texts[entry.fd, default: []] += buffer[..<count] } else { waiting.removeAll { $0 == entry.fd } }
      }
    }
    process.waitUntilExit()
    let isSignal = process.terminationReason == .uncaughtSignal
    func text(_ pipe: Pipe?) -> String {
      String(decoding: pipe.flatMap { texts[$0.fileHandleForReading.fileDescriptor] } ?? [], as: UTF8.self)
    }
    return ProbeEnd(
      words: text(output), errors: text(errors), code: isSignal ? nil : process.terminationStatus,
      signal: isSignal && !isHung ? process.terminationStatus : nil, isHung: isHung)
  }

  /// Kills it, as `kill -9` does; all it said that was not waited for.
  public func kill() -> String {
    Foundation.kill(process.processIdentifier, SIGKILL)
    return end().words
  }
}

/// How a run ended.
public struct ProbeEnd {
  /// What it said on standard output.
  public let words: String
  /// What it said on standard error, where that was kept.
  public let errors: String
  /// Its exit code; `nil` where it did not end by itself.
  public let code: Int32?
  /// The signal that ended it.
  public let signal: Int32?
  /// Whether it was still running when it had been waited for long enough.
  public let isHung: Bool

  /// What is wrong with it whatever it did: it crashed, or it hung.
  public var fault: String? {
    if isHung { return "still running: \(words.suffix(200)) \(errors.suffix(200))" }
    return signal.map { "ended by signal \($0): \(words.suffix(200)) \(errors.suffix(500))" }
  }
}

/// The time that the programs under test take for now.
public enum TestClock {
  /// Before the rosters of the tests begin, so that nothing in them is worked by now, whenever the tests run.
  public static let time = "2026-11-01T12:00"

  /// Gives the time to every program that is started from here on, unless the environment has another.
  public static let isSet = setenv("PATROL_NOW", time, 0) == 0
}
