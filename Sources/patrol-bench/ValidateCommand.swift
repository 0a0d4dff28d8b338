import ArgumentParser
import Files
import Foundation
import Glibc

/// `patrol-bench validate`: a roster validated from files to exit, held against what Python's csv.reader takes to walk
/// over the same files, and against a roster many times as large.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Times `patrol validate` against Python's csv.reader, and against a roster many times as large.",
    discussion: """
      Wall clock from the start of the process to its end, all rules on, warm cache, median of five runs each, in turn. \
      csv.reader only iterates over the same tables, and its start is left out; without python3 that part says skipped. \
      Exits 1 where a figure is beyond what is allowed.
      """)

  private static let runs = 5
  /// The most that validating may take, in times of csv.reader.
  private static let mostRatio = 1.5

  @Argument(help: "The roster folder.")
  var roster: String

  @Option(help: ArgumentHelp("The program to time; the one beside this one where not given.", valueName: "path"))
  var patrol: String?

  @Option(help: ArgumentHelp("How many times as large the larger roster is; 1 for none.", valueName: "count"))
  var times = 10

  func validate() throws {
    guard (1...100).contains(times) else { throw ValidationError("--times takes 1 to 100") }
  }

  func run() throws {
    let program = try patrol ?? Self.sibling()
    guard FileManager.default.fileExists(atPath: roster) else { throw ValidationError("there is no folder \(roster)") }
    let folder = URL(fileURLWithPath: roster)
    let small = try compare(program, folder)
    print("peak memory  \(Int(small.mebibytes.rounded(.up))) MiB")
    var isWithin = small.isWithin
    if times > 1 {
      let outcome = try withCopies { try enlarged(program, folder, $0) }
      isWithin = isWithin && outcome
    }
    if !isWithin { throw ExitCode(1) }
  }

  /// Validates and iterates in turn, and prints both.
  private func compare(_ program: String, _ folder: URL) throws -> (isWithin: Bool, mebibytes: Double) {
    let tables = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "csv" }.sorted { $0.path < $1.path }
    var python: [Double] = []
    var ours: [ProgramRun] = []
    // The first run of each only warms the cache.
    for run in 0...Self.runs {
      let validated = try validated(program, folder)
      let iterated = try PythonReader.seconds(over: tables)
      guard run > 0 else { continue }
      ours.append(validated)
      if let iterated { python.append(iterated) }
    }
    let seconds = ours.map(\.seconds).median
    let mebibytes = ours.map(\.mebibytes).max() ?? 0
    print("validate     \(milliseconds(seconds)) ms")
    guard !python.isEmpty else {
      print("csv.reader   skipped, python3 does not run")
      return (true, mebibytes)
    }
    let ratio = seconds / python.median
    print("csv.reader   \(milliseconds(python.median)) ms")
    print("ratio        \(String(format: "%.2f", ratio)) (at most \(String(format: "%.2f", Self.mostRatio)))")
    return (ratio <= Self.mostRatio, mebibytes)
  }

  /// Validates the roster and the one many times as large in turn, and prints the ratios.
  private func enlarged(_ program: String, _ folder: URL, _ copies: URL) throws -> Bool {
    var small: [ProgramRun] = []
    var large: [ProgramRun] = []
    for run in 0...Self.runs {
      let (one, many) = (try validated(program, folder), try validated(program, copies))
      guard run > 0 else { continue }
      small.append(one)
      large.append(many)
    }
    let time = large.map(\.seconds).median / small.map(\.seconds).median
    let memory = (large.map(\.mebibytes).max() ?? 0) / (small.map(\.mebibytes).max() ?? 1)
    let most = Double(times) * 1.1
    print(
      """
      \(times) times the size
        validate     \(milliseconds(large.map(\.seconds).median)) ms, \
      \(String(format: "%.1f", time)) times (at most \(String(format: "%.1f", most)))
        peak memory  \(Int((large.map(\.mebibytes).max() ?? 0).rounded(.up))) MiB, \
      \(String(format: "%.1f", memory)) times (at most \(String(format: "%.1f", most)))
      """)
    return time <= most && memory <= most
  }

  private func validated(_ program: String, _ folder: URL) throws -> ProgramRun {
    let run = try ProgramRun(program, ["validate", folder.path])
    guard run.code < 2 else { throw ValidationError("\(program) validate \(roster) ended with exit code \(run.code)") }
    return run
  }

  /// Gives a folder of copies, made by a process of its own so that its memory is not in the figures.
  private func withCopies<Value>(_ body: (URL) throws -> Value) throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("patrol-bench-\(UUID().uuidString)")
    let made = try ProgramRun(
      try Self.ownPath(), ["copies", roster, "--times", "\(times)", "--output", folder.path])
    guard made.code == 0 else { throw ValidationError("\(roster) could not be copied \(times) times") }
    let outcome = Result { try body(folder) }
    try FileManager.default.removeItem(at: folder)
    return try outcome.get()
  }

  private static func ownPath() throws -> String {
    try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
  }

  private static func sibling() throws -> String {
    URL(fileURLWithPath: try ownPath()).deletingLastPathComponent().appendingPathComponent("patrol").path
  }
}

/// One run of another program: how long it took, and the most memory it held.
struct ProgramRun {
  /// The program cannot be run; the reason is the system's.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// The wall clock from before the process is made until it has ended, in seconds.
  let seconds: Double
  /// The largest resident set, in MiB; not less than that of this process, which the system counts in.
  let mebibytes: Double
  /// Its exit code; 128 and more where a signal ended it.
  let code: Int32

  /// Runs a program to its end; what it prints is thrown away.
  init(_ path: String, _ arguments: [String]) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
    }
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    var status: Int32 = 0
    var usage = rusage()
    let clock = ContinuousClock()
    let start = clock.now
    let problem = posix_spawn(&process, path, &actions, nil, &words, environ)
    guard problem == 0 else { throw Failure(description: "\(path): \(SystemError.text(problem))") }
    while wait4(process, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw Failure(description: "\(path): \(SystemError.current)") }
    }
    seconds = (clock.now - start) / .seconds(1)
    mebibytes = Double(usage.ru_maxrss) / 1024
    code = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }
}
