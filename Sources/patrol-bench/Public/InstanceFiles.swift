import ArgumentParser
import BenchmarkFormats
import Foundation

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
