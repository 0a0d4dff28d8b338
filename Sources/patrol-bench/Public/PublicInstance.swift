import ArgumentParser
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

/// Reads public instances from their files.
enum InstanceFiles {
  static func text(_ path: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ValidationError("\(path) cannot be read. Check the name; the sets are not part of this project.")
    }
    return String(decoding: data, as: UTF8.self)
  }

  static func shiftScheduling(_ path: String) throws -> ShiftSchedulingInstance {
    try ShiftSchedulingInstance(text: text(path), file: path)
  }

  /// The scenario's name is the folder's.
  static func nurseRostering(_ folder: String, history: Int, weeks: [Int]) throws -> NurseRosteringInstance {
    let name = scenarioName(folder)
    func path(_ file: String) -> String { "\(folder)/\(file).txt" }
    let scenario = try NurseScenario(text: text(path("Sc-\(name)")), file: path("Sc-\(name)"))
    guard weeks.count == scenario.weekCount else {
      throw ValidationError("--weeks names \(weeks.count) weeks, the scenario has \(scenario.weekCount).")
    }
    let past = path("H0-\(name)-\(history)")
    return NurseRosteringInstance(
      scenario: scenario, past: try scenario.past(text: text(past), file: past),
      weeks: try weeks.map { try scenario.week(text: text(path("WD-\(name)-\($0)")), file: path("WD-\(name)-\($0)")) })
  }

  static func scenarioName(_ folder: String) -> String { URL(filePath: folder).lastPathComponent }

  static func weeks(_ text: String) throws -> [Int] {
    try text.split(separator: "-").map { part in
      guard let week = Int(part), 0...99 ~= week else {
        throw ValidationError("--weeks is \"\(text)\", expected numbers such as 6-2-9-1.")
      }
      return week
    }
  }
}

/// The best known values of a set, from its `best_known.csv`: instance, lower bound, best known.
struct BestKnown {
  private var values: [String: Int] = [:]

  /// Looks beside an instance and in the folder above; empty if there is none.
  init(near path: String) {
    let folder = URL(filePath: path).deletingLastPathComponent()
    for place in [folder, folder.deletingLastPathComponent()] where values.isEmpty {
      guard let data = FileManager.default.contents(atPath: place.appending(path: "best_known.csv").path) else {
        continue
      }
      for line in String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline) {
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        if cells.count >= 3, let best = Int(cells[2]) { values[String(cells[0])] = best }
      }
    }
  }

  subscript(instance: String) -> Int? { values[instance] }
}
