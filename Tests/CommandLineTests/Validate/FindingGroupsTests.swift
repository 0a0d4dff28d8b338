import Screen
import Testing

@testable import TerminalTesting

@Suite("patrol validate at a terminal")
struct FindingGroupsTests {
  /// What is on the screen when the program has ended, a line each.
  private func run(_ roster: SmallRoster, _ arguments: [String] = []) throws -> [String] {
    let folder = try TemporaryFolder()
    let run = try TerminalRun(
      program: BuiltProgram.path("patrol"), arguments: ["validate", try roster.write(to: folder)] + arguments,
      size: Size(width: 200, height: 60), environment: ["NO_COLOR": "1"])
    run.patience = 60
    _ = try run.waitForEnd()
    return (0..<60).map { run.screen.text(ofRow: $0).trimmed }.filter { !$0.isEmpty }
  }

  /// Six gaps, a double booking, and a unit of which a cell cannot be read.
  private static let roster = SmallRoster()
    .replacing("days = 2", by: "days = 7", in: "roster.toml")
    .appending("b2,n1,Bridge,post,,,\n", to: "beats.csv")
    .appending("2026-12-05,A,b2,u1,,\n", to: "assignments.csv")
    .appending("u3,Barq,polise,n1,district,any,2,foot,,\n", to: "units.csv")

  @Test(
    "shows what could not be read first, then each rule with a few findings, their number, and how to see the others")
  func grouped() throws {
    let lines = try run(Self.roster)
    #expect(lines[0] == "error: FMT006 bad-value: 1 finding")
    #expect(lines[1].hasPrefix("units.csv:4:9: force is \"polise\""))
    let gaps = try #require(lines.firstIndex(of: "error: COV001 cell-below-minimum: 6 findings"))
    #expect(lines[gaps + 1] == "demand.csv:2:15: n1 / b1, 2026-12-06 A: 0 of 1 unit")
    #expect(lines[gaps + 4] == "... 3 more: --select COV001 --all lists them")
    #expect(lines.contains { $0.hasPrefix("error: DUP001") })
    let warning = try #require(lines.firstIndex { $0.hasPrefix("warning: ") })
    #expect(lines.lastIndex { $0.hasPrefix("error: ") } ?? .max < warning)
    #expect(lines.contains { $0.contains(" of 7 squares at target") })
  }

  @Test("lists every finding with --all, and so many with --max-findings")
  func all() throws {
    let lines = try run(Self.roster, ["--all"])
    #expect(lines.count { $0.contains("error: COV001 cell-below-minimum: n1 / b1") } == 6)
    #expect(!lines.contains { $0.contains("more: --select") })
    let few = try run(Self.roster, ["--max-findings", "2"])
    #expect(few.count { $0.contains(".csv:") } == 2)
  }

  @Test("a pipe gets every finding, a line each, as scripts read them")
  func pipe() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(["validate", try Self.roster.write(to: folder)])
    #expect(outcome.lines.count { $0.hasPrefix("demand.csv:2:15: error: COV001 cell-below-minimum:") } == 6)
  }
}

extension String {
  /// Without the blanks around it.
  fileprivate var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
