import ArgumentParser
import Foundation
import RosterFolder

/// `patrol-bench read`: a large table read whole, held against what Python's csv.reader takes to walk over it.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Reads a synthetic roster and compares with Python's csv.reader on the same file.",
    discussion: """
      Wall clock, warm cache, median of five runs each, in turn. Reading means typed, and checked against the other \
      tables; csv.reader only iterates. Exits 1 where reading is slower, or takes more than the memory allowed.
      """)

  /// The memory that reading may take at its peak, in MiB.
  private static let mostMemory = 250.0
  private static let runs = 5

  @Option(help: "Rows of the assignments table.")
  var rows = 1_000_000

  @Flag(help: "Write the rows in no order, so that no two neighbours tell of duplicates.")
  var shuffled = false

  mutating func validate() throws {
    guard (1...10_000_000).contains(rows) else { throw ValidationError("--rows takes 1 to 10000000") }
  }

  mutating func run() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("patrol-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    let outcome = Result { try compare(in: folder) }
    try FileManager.default.removeItem(at: folder)
    try outcome.get()
  }

  private func compare(in folder: URL) throws {
    try SyntheticRoster(rows: rows, isShuffled: shuffled).write(to: folder)
    let table = folder.appendingPathComponent("assignments.csv")

    var reader: [Double] = []
    var python: [Double] = []
    for _ in 0..<Self.runs {
      guard let seconds = try PythonReader.seconds(over: [table]) else {
        throw ValidationError("python3 did not run; install it to compare with")
      }
      python.append(seconds)
      reader.append(try readerSeconds(folder))
    }
    let memory = try PeakMemory.mebibytes()
    let ours = reader.median
    let theirs = python.median
    print(
      """
      rows         \(rows)\(shuffled ? ", in no order" : "")
      csv.reader   \(milliseconds(theirs)) ms
      patrol       \(milliseconds(ours)) ms
      ratio        \(String(format: "%.2f", ours / theirs)) (at most 1.00)
      peak memory  \(Int(memory.rounded(.up))) MiB (at most \(Int(Self.mostMemory)))
      """)
    if ours > theirs || memory > Self.mostMemory { throw ExitCode(1) }
  }

  private func readerSeconds(_ folder: URL) throws -> Double {
    let clock = ContinuousClock()
    var complete = false
    var count = 0
    let elapsed = try clock.measure {
      let snapshot = try FolderReader.read(at: folder.path)
      complete = snapshot.isComplete
      count = snapshot.roster?.assignments.count ?? 0
    }
    guard complete, count == rows else { throw ValidationError("\(count) of \(rows) rows were read") }
    return elapsed / .seconds(1)
  }
}

/// What Python's csv.reader takes to iterate over tables: the yardstick for reading.
enum PythonReader {
  /// The wall clock of one pass over the tables in seconds, Python's own start left out; `nil` where python3 does not run.
  static func seconds(over tables: [URL]) throws -> Double? {
    let script = """
      import csv, sys, time
      total = 0
      for path in sys.argv[1:]:
          with open(path, newline="", encoding="utf-8") as file:
              start = time.perf_counter()
              for row in csv.reader(file):
                  pass
              total += time.perf_counter() - start
      print(total)
      """
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script] + tables.map(\.path)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return Double(text.trimmingCharacters(in: .whitespacesAndNewlines))
  }
}
