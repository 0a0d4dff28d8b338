import Foundation
import Testing

@Suite("patrol plan, as typed")
struct PlanCommandTests {
  private let quick = ["--iterations", "4000", "--threads", "1"]

  /// A folder with a roster that planning can fill, in `city`.
  private func city() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let made = try Program.run(["new", "city", "--days", "7", "--first-day", "2026-12-07"], in: folder.url)
    try #require(made.status == 0)
    return folder
  }

  private func rows(_ folder: TemporaryFolder, _ roster: String) throws -> [String] {
    let file = folder.url.appending(path: "\(roster)/assignments.csv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().map(String.init)
  }

  @Test("plan, validate and export work as typed, twice in a row, with the same files")
  func wholeLine() throws {
    let folder = try city()
    var sheets: [[String: Data]] = []
    for _ in 0..<2 {
      for line in [
        ["plan", "city", "--output", "planned"] + quick, ["validate", "planned"],
        ["export", "planned", "--sheets", "sheets"],
      ] {
        let outcome = try Program.run(line, in: folder.url)
        #expect(outcome.status == 0, "\(line): \(outcome.errors)")
      }
      sheets.append(try folder.contents(of: folder.path + "/sheets"))
    }
    #expect(sheets[0].count > 4 * 7 * 3)
    #expect(sheets[0] == sheets[1])
    #expect(try rows(folder, "city").isEmpty)
  }

  @Test("--dry-run tells the same and writes nothing")
  func dryRun() throws {
    let folder = try city()
    let before = try folder.contents(of: folder.path)
    let dry = try Program.run(["plan", "city", "--dry-run"] + quick, in: folder.url)
    #expect(dry.status == 0)
    #expect(try folder.contents(of: folder.path) == before)
    let real = try Program.run(["plan", "city"] + quick, in: folder.url)
    #expect(real.output == dry.output + "written to city, entry 1\n")
    #expect(try Program.run(["plan", "city", "--dry-run", "--output", "x"] + quick, in: folder.url).status == 3)
  }

  @Test("without --output the roster itself is planned, and only its assignments change")
  func inPlace() throws {
    let folder = try city()
    var before = try folder.contents(of: folder.path + "/city")
    #expect(try Program.run(["plan", "city"] + quick, in: folder.url).status == 0)
    var after = try folder.tables(of: folder.path + "/city")
    #expect(before.removeValue(forKey: "assignments.csv") != after.removeValue(forKey: "assignments.csv"))
    #expect(before == after)
    #expect(try rows(folder, "city").count == 4 * 7 * 5)
  }

  @Test("--output makes a whole copy and replaces a roster, but no other folder that is not empty")
  func output() throws {
    let folder = try city()
    #expect(try Program.run(["plan", "city", "--output", "planned"] + quick, in: folder.url).status == 0)
    let source = try folder.contents(of: folder.path + "/city")
    let copy = try folder.contents(of: folder.path + "/planned")
    #expect(Set(source.keys) == Set(copy.keys))
    for name in source.keys where name != "assignments.csv" { #expect(source[name] == copy[name]) }
    #expect(try Program.run(["plan", "city", "--output", "planned"] + quick, in: folder.url).status == 0)
    #expect(try folder.contents(of: folder.path + "/planned") == copy)

    let other = folder.url.appending(path: "other")
    try FileManager.default.createDirectory(at: other, withIntermediateDirectories: false)
    try Data("mine".utf8).write(to: other.appending(path: "thesis.txt"))
    let refused = try Program.run(["plan", "city", "--output", "other"] + quick, in: folder.url)
    #expect(refused.status == 3)
    #expect(refused.errors.contains("thesis.txt"))
    #expect(try folder.contents(of: other.path).keys.sorted() == ["thesis.txt"])
    let file = try Program.run(["plan", "city", "--output", "other/thesis.txt"] + quick, in: folder.url)
    #expect(file.status == 3)
  }

  @Test("the same seed and iterations give the same bytes on one thread and on two; another seed other ones")
  func deterministic() throws {
    let folder = try city()
    func plan(_ name: String, _ threads: String, seed: String) throws -> [String] {
      let arguments = ["--output", name, "--iterations", "4000", "--threads", threads, "--seed", seed]
      #expect(try Program.run(["plan", "city"] + arguments, in: folder.url).status == 0)
      return try rows(folder, name)
    }
    let one = try plan("one", "1", seed: "7")
    #expect(try plan("two", "2", seed: "7") == one)
    #expect(try plan("other", "1", seed: "8") != one)
  }

  @Test("locked assignments, notes and history stay as they are")
  func untouched() throws {
    let folder = try city()
    let kept = [
      "2026-12-05,A,c1-post,c1-u1,,", "2026-12-06,A,c1-post,c1-u2,,late", "2026-12-07,A,c1-post,c1-u8,locked,asked",
      "2026-12-09,C,c2-post,c2-u3,locked,",
    ]
    let file = folder.url.appending(path: "city/assignments.csv")
    try Data((["day,shift,beat,unit,status,note"] + kept).joined(separator: "\n").appending("\n").utf8).write(to: file)
    #expect(try Program.run(["plan", "city"] + quick, in: folder.url).status == 0)
    let planned = try rows(folder, "city")
    for row in kept { #expect(planned.contains(row)) }
    #expect(planned.count == 4 * 7 * 5 + 2)
  }

  @Test("--from, --to and --district plan no more than they name")
  func scope() throws {
    let folder = try city()
    let days = ["--from", "2026-12-08", "--to", "2026-12-09"]
    _ = try Program.run(["plan", "city"] + days + quick, in: folder.url)
    #expect(Set(try rows(folder, "city").map { $0.prefix(10) }) == ["2026-12-08", "2026-12-09"])
    #expect(try Program.run(["plan", "city", "--district", "west"] + quick, in: folder.url).status == 3)
    #expect(try Program.run(["plan", "city", "--from", "2027-12-08"] + quick, in: folder.url).status == 3)
  }

  @Test("a plan that leaves gaps is written and is exit code 1")
  func gaps() throws {
    let folder = try TemporaryFolder()
    let path = try SmallRoster().replacing("1,,\n", by: "3,,\n", in: "demand.csv").write(to: folder)
    let outcome = try Program.run(["plan", path] + quick)
    #expect(outcome.status == 1)
    #expect(
      outcome.output.hasPrefix(
        "gaps       2 units below minimum, 0 below target; every plan leaves at least 2 short\n"))
    #expect(try rows(folder, "roster").count == 4)
  }

  @Test("what could be read is planned and bad rows are kept, with exit code 2")
  func incomplete() throws {
    let folder = try TemporaryFolder()
    let path = try SmallRoster().appending("2026-13-05,A,b1,u1,,\n", to: "assignments.csv").write(to: folder)
    let outcome = try Program.run(["plan", path] + quick)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("assignments.csv:3:1: error: FMT006"))
    #expect(try rows(folder, "roster").last == "2026-13-05,A,b1,u1,,")
    #expect(try rows(folder, "roster").count == 3)
  }

  @Test("PATROL_CHECK=1 checks every move and gives the same plan")
  func checked() throws {
    let folder = try TemporaryFolder()
    let path = try SmallRoster().write(to: folder)
    let few = ["plan", path, "--dry-run", "--iterations", "200"]
    let checked = try Program.run(few, environment: ["PATROL_CHECK": "1"])
    #expect(checked.status == 0)
    #expect(checked.output == (try Program.run(few).output))
    #expect(try Program.run(["plan", "--help"]).output.contains("PATROL_CHECK=1"))
  }

  @Test("JSON has the figures of the text and no times")
  func json() throws {
    struct Answer: Decodable { var gaps, shortfall, cost, added, removed: Int }
    let folder = try TemporaryFolder()
    let path = try SmallRoster().write(to: folder)
    let outputs = try (0..<2).map { _ in
      try Program.run(["plan", path, "--dry-run", "--format", "json"] + quick).output
    }
    #expect(outputs[0] == outputs[1])
    let answer = try JSONDecoder().decode(Answer.self, from: Data(outputs[0].utf8))
    #expect(answer.gaps == 0)
    #expect(answer.added == 1)
    #expect(answer.removed == 0)
  }

  @Test(
    "what cannot be searched is wrong usage",
    arguments: [
      ["--time-limit", "0"], ["--time-limit", "-1"], ["--time-limit", "nan"], ["--iterations", "0"],
      ["--threads", "0"], ["--threads", "100000"], ["--seed", "-1"],
    ])
  func usage(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    #expect(try Program.run(["plan", try SmallRoster().write(to: folder)] + arguments).status == 3)
  }
}
