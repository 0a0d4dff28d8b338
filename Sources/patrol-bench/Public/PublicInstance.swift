import BenchmarkFormats
import Foundation
import RosterEngine

/// An instance of one of the public sets, read.
enum PublicInstance {
  case shiftScheduling(ShiftSchedulingInstance)
  case nurseRostering(NurseRosteringInstance, scenario: String)

  /// Searches it once.
  func run(_ name: String, _ search: SearchOptions) throws -> BenchmarkRun {
    switch self {
    case .shiftScheduling(let read):
      try BenchmarkRun(read.problem, instance: name, search: search, minimaAreHard: false)
    case .nurseRostering(let read, _):
      try BenchmarkRun(read.problem, instance: name, search: search, minimaAreHard: true)
    }
  }

  /// Writes a roster as the set's scorer reads it: a file `name.csv`, or a folder `name` of a file a week.
  func write(_ solution: Solution, to folder: URL, name: String) throws {
    switch self {
    case .shiftScheduling(let read):
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(read.text(of: solution).utf8).write(to: folder.appending(path: "\(name).csv"))
    case .nurseRostering(let read, let scenario):
      try Self.write(solution, of: read, scenario: scenario, to: folder.appending(path: name))
    }
  }

  /// Writes the weeks of an INRC-II roster into a folder: `sol-week0.txt` and so on.
  static func write(_ solution: Solution, of read: NurseRosteringInstance, scenario: String, to folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for week in read.weeks.indices {
      let text = read.text(of: solution, week: week, name: scenario)
      try Data(text.utf8).write(to: folder.appending(path: "sol-week\(week).txt"))
    }
  }
}
