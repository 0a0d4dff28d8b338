import BenchmarkFormats
import Foundation
import RosterEngine
import Testing

/// The published sets and scorers that share no code with the engine, beside the checkout if they are there.
private enum PublicSets {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/benchmarks").standardizedFileURL

  static var areHere: Bool { FileManager.default.fileExists(atPath: folder.appending(path: "score_nrp.py").path) }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  /// What a scorer says of a solution, as JSON.
  static func score(_ arguments: [String]) throws -> [String: Any] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments + ["--json"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  static func temporaryFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }
}

@Suite("the cost of a roster of a public instance")
struct ScorerTests {
  @Test(
    "is what the independent scorer of the Curtois-Qu set says",
    .enabled(if: PublicSets.areHere, "the public sets are not beside the checkout"), arguments: [1, 3, 5, 10])
  func shiftScheduling(number: Int) throws {
    let path = "nrp/Instance\(number).txt"
    let instance = try ShiftSchedulingInstance(text: PublicSets.text(path), file: path)
    var options = SolveOptions()
    options.iterations = 2000
    let solution = try Solver.solve(instance.problem, options: options)
    let folder = try PublicSets.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "solution.csv")
    try instance.text(of: solution).write(to: file, atomically: true, encoding: .utf8)
    let score = try PublicSets.score([
      PublicSets.folder.appending(path: "score_nrp.py").path, PublicSets.folder.appending(path: path).path, file.path,
    ])
    #expect(score["feasible"] as? Bool == true)
    #expect(score["penalty"] as? Int == solution.cost.total)
    #expect(solution.cost.hardTotal == 0)
  }

  @Test(
    "is what the independent scorer of INRC-II says",
    .enabled(if: PublicSets.areHere, "the public sets are not beside the checkout"),
    arguments: [("n005w4", 0, [1, 2, 3, 3]), ("n030w4", 1, [6, 2, 9, 1]), ("n050w4", 0, [0, 4, 8, 7])])
  func nurseRostering(name: String, history: Int, weeks: [Int]) throws {
    func text(_ file: String) throws -> String { try PublicSets.text("inrc2/\(name)/\(file).txt") }
    let scenario = try NurseScenario(text: text("Sc-\(name)"), file: "scenario")
    let instance = NurseRosteringInstance(
      scenario: scenario, past: try scenario.past(text: text("H0-\(name)-\(history)"), file: "history"),
      weeks: try weeks.map { try scenario.week(text: text("WD-\(name)-\($0)"), file: "week") })
    var options = SolveOptions()
    options.iterations = 20_000
    let solution = try Solver.solve(instance.problem, options: options)
    let folder = try PublicSets.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    var files: [String] = []
    for week in weeks.indices {
      let file = folder.appending(path: "sol-week\(week).txt")
      try instance.text(of: solution, week: week, name: name).write(to: file, atomically: true, encoding: .utf8)
      files.append(file.path)
    }
    let score = try PublicSets.score(
      [
        PublicSets.folder.appending(path: "score_inrc2.py").path,
        PublicSets.folder.appending(path: "inrc2/\(name)").path, "\(history)",
        weeks.map(String.init).joined(separator: "-"),
      ] + files)
    let missing = (score["hard"] as? [String: Int])?["min_coverage"]
    #expect(missing == solution.cost.missingUnits)
    let hardCover = solution.cost.cost(of: .missing)
    // The scorer counts a nurse below the minimum as below the optimum too; the engine as one or the other.
    #expect(score["total"] as? Int == solution.cost.total - hardCover + 30 * solution.cost.missingUnits)
  }
}
