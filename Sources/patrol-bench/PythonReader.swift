import Foundation

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
