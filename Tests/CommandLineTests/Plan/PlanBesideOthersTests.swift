import Foundation
import Testing

/// A plan takes its time, and others go on editing meanwhile; what was found is never thrown away.
@Suite("patrol plan, while others edit")
struct PlanBesideOthersTests {
  private let folder: TemporaryFolder

  /// A roster that planning can fill, in `city`: two departments, four units each.
  init() throws {
    folder = try TemporaryFolder()
    try #require(
      try Program.run(["new", "city", "--days", "7", "--first-day", "2026-12-07"], in: folder.url).status == 0)
  }

  /// Starts a plan, does something while it searches, and waits for its end.
  private func plan(
    _ options: [String] = ["--format", "json"], seconds: String = "4", while meanwhile: () throws -> Void
  ) throws -> Program.Outcome {
    let program = try RunningProgram(
      ["plan", "city", "--time-limit", seconds, "--threads", "1", "--as", "Planner"] + options, in: folder.url)
    try program.waitUntilItHandlesInterrupts()
    usleep(200_000)
    try meanwhile()
    return try program.outcome()
  }

  private func run(_ words: String) throws -> Program.Outcome {
    let outcome = try Program.run(words.split(separator: " ").map(String.init), in: folder.url)
    #expect(outcome.status <= 1, "\(words): \(outcome.errors)")
    return outcome
  }

  private func rows(_ roster: String = "city") throws -> [String] {
    let file = folder.url.appending(path: "\(roster)/assignments.csv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().map(String.init)
  }

  private func object(_ outcome: Program.Outcome) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  @Test("what others have changed meanwhile stays, is planned around, and the plan is recorded as one act")
  func meanwhile() throws {
    let outcome = try plan {
      // Whoever is away, or stands elsewhere, all units of a department on one day.
      for unit in 1...7 {
        _ = try run("absent city --unit c1-u\(unit) --day 2026-12-09 --reason training --as Aziz")
      }
      _ = try run("assign city --unit c2-u1 --beat c2-post --day 2026-12-10 --shift C --as Aziz")
      _ = try run("publish city --day 2026-12-11 --as Aziz")
    }
    #expect(outcome.status <= 1, "\(outcome.errors)")
    let answer = try object(outcome)
    #expect((answer["left_out"] as? Int ?? 0) > 0)
    #expect(outcome.errors.contains("others changed the roster while it was planned: "))
    #expect(!outcome.errors.contains("Say why"))
    let planned = try rows()
    #expect(planned.contains("2026-12-10,C,c2-post,c2-u1,,"))
    #expect(planned.filter { $0.hasPrefix("2026-12-10") && $0.contains(",c2-u1,") }.count == 1)
    #expect(planned.allSatisfy { !$0.hasPrefix("2026-12-11") }, "nobody stood there when it was published")
    #expect(planned.allSatisfy { !($0.hasPrefix("2026-12-09") && $0.contains(",c1-u") && !$0.contains("c1-u8")) })
    #expect(planned.contains { $0.hasPrefix("2026-12-12") })
    #expect(try run("validate city --ignore COV --severity night-load-uneven=off").status == 0)
    let entries = try #require(try object(run("log city --format json"))["entries"] as? [[String: Any]])
    #expect(entries.filter { $0["kind"] as? String == "plan" }.count == 1)
    #expect(entries.last?["by"] as? String == "Planner")
    let gaps = try object(run("gaps city --format json"))["summary"] as? [String: Any]
    #expect(gaps?["missing"] as? Int == answer["gaps"] as? Int, "the figures are those of the roster as it is now")
  }

  @Test("edits that have nothing to do with the plan come in its way not at all")
  func apart() throws {
    let outcome = try plan(["--to", "2026-12-09", "--format", "json"], seconds: "2") {
      _ = try run("assign city --unit c2-u1 --beat c2-post --day 2026-12-13 --shift C --as Aziz")
    }
    let answer = try object(outcome)
    #expect(answer["left_out"] as? Int == 0 && answer["planned_again"] as? Int == 0)
    #expect(!outcome.errors.contains("others changed"))
    #expect(try rows().contains("2026-12-13,C,c2-post,c2-u1,,"))
  }

  @Test("tables that another program edits meanwhile are planned around too, and nobody is posted twice in a day")
  func outside() throws {
    let outcome = try plan(seconds: "2") {
      let rows = (1...4).map { "2026-12-10,C,c2-post,c2-u\($0),,\n" }.joined()
      try Data(("day,shift,beat,unit,status,note\n" + rows).utf8)
        .write(to: folder.url.appending(path: "city/assignments.csv"), options: .atomic)
    }
    #expect(outcome.status <= 1, "\(outcome.errors)")
    let planned = try rows()
    for unit in 1...4 {
      #expect(planned.contains("2026-12-10,C,c2-post,c2-u\(unit),,"))
      #expect(planned.filter { $0.hasPrefix("2026-12-10") && $0.contains(",c2-u\(unit),") }.count == 1)
    }
    #expect(planned.count > 100)
    #expect(try run("validate city --ignore COV --severity night-load-uneven=off").status == 0)
  }

  @Test("a plan that cannot be recorded is kept as a roster beside it, under a free name, and can be taken from there")
  func kept() throws {
    let obstacle = folder.url.appending(path: "city/.patrol")
    for copy in 1...2 {
      let outcome = try plan([], seconds: "1") { try Data().write(to: obstacle) }
      #expect(outcome.status >= 2 && outcome.status <= 5 && outcome.output.isEmpty)
      #expect(outcome.errors.contains("the plan was not written"))
      #expect(outcome.errors.contains("kept as a roster of its own in city.planned-\(copy). `patrol diff"))
      #expect(try rows().isEmpty)
      try FileManager.default.removeItem(at: obstacle)
    }
    #expect(try rows("city.planned-1").count == 4 * 7 * 5)
    #expect(try run("validate city.planned-1").status == 0)
    // As it was told.
    #expect(try run("diff city city.planned-1").status == 1)
    _ = try run("export city.planned-1 --table plan.csv")
    #expect(try run("import city plan.csv --no-base --removals").status == 0)
    #expect(try run("diff city city.planned-1").status == 0)
  }

  @Test("and where no copy can be written either it is on standard output, as a table that can be read back")
  func onStandardOutput() throws {
    for number in 1...999 { try Data().write(to: folder.url.appending(path: "city.planned-\(number)")) }
    let obstacle = folder.url.appending(path: "city/.patrol")
    let outcome = try plan([], seconds: "1") { try Data().write(to: obstacle) }
    try FileManager.default.removeItem(at: obstacle)
    #expect(outcome.status >= 2 && outcome.lines.count == 1 + 4 * 7 * 5)
    #expect(outcome.errors.contains("the plan is on standard output"))
    try Data(outcome.output.utf8).write(to: folder.url.appending(path: "plan.csv"))
    #expect(try run("import city plan.csv --no-base --removals").status == 0)
    #expect(try rows().count == 4 * 7 * 5)
  }

  @Test("a copy that cannot be written where it was to be is kept beside the roster")
  func keptOfOutput() throws {
    let outcome = try plan(["--output", "planned"], seconds: "1") {
      try Data("mine".utf8).write(to: folder.url.appending(path: "planned"))
    }
    #expect(outcome.status >= 2 && outcome.errors.contains("in city.planned-1."))
    #expect(try rows("city.planned-1").count == 4 * 7 * 5)
    #expect(try rows().isEmpty)
  }
}
