import Testing

@Suite("patrol validate, as typed")
struct ValidateCommandTests {
  private func run(_ roster: SmallRoster, _ arguments: [String] = []) throws -> Program.Outcome {
    let folder = try TemporaryFolder()
    return try Program.run(["validate", try roster.write(to: folder)] + arguments)
  }

  @Test("a roster that keeps every rule is exit code 0, and nothing on standard output")
  func passes() throws {
    let outcome = try run(.clean)
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("0 errors, 0 warnings, 0 infos; 2 of 2 squares at target"))
  }

  @Test("a gap is exit code 1, and a line that an editor can jump to")
  func fails() throws {
    let outcome = try run(SmallRoster())
    #expect(outcome.status == 1)
    #expect(outcome.lines == ["demand.csv:2:15: error: COV001 cell-below-minimum: n1 / b1, 2026-12-06 A: 0 of 1 unit"])
  }

  @Test("a row that cannot be read is exit code 2, whatever else is wrong")
  func incomplete() throws {
    let outcome = try run(SmallRoster().appending("2026-13-05,A,b1,u1,,\n", to: "assignments.csv"))
    #expect(outcome.status == 2)
    #expect(outcome.output.contains("assignments.csv:3:1: error: FMT006 bad-value:"))
    #expect(outcome.output.contains("COV001"))
    #expect(outcome.errors.contains("not everything could be read"))
  }

  @Test(
    "wrong usage is exit code 3, and the folder is not judged",
    arguments: [
      ["--select", "NONE"], ["--ignore", "no-such-rule"], ["--severity", "COV001"], ["--severity", "NONE=error"],
      ["--severity", "FMT=off"],
      ["--fail-on", "fatal"], ["--max-findings", "-1"], ["--district", "west"], ["--from", "someday"],
      ["--from", "2026-12-06", "--to", "2026-12-05"], ["--now", "noon"], ["--format", "pdf"], ["--no-such-option"],
    ])
  func usage(arguments: [String]) throws {
    let outcome = try run(.clean, arguments)
    #expect(outcome.status == 3)
    #expect(outcome.output.isEmpty)
    #expect(!outcome.errors.isEmpty)
  }

  @Test(
    "--fail-on chooses what fails",
    arguments: [
      ("error", "warning", Int32(0)), ("warning", "warning", 1), ("info", "warning", 1), ("never", "error", 0),
      ("warning", "info", 0), ("info", "info", 1), ("error", "error", 1),
    ])
  func failOn(least: String, severity: String, status: Int32) throws {
    let outcome = try run(SmallRoster(), ["--fail-on", least, "--severity", "cell-below-minimum=\(severity)"])
    #expect(outcome.status == status)
    #expect(outcome.lines.count == 1)
    #expect(outcome.output.contains(": \(severity): COV001"))
  }

  @Test("--select and --ignore take an id, a name or the beginning of ids")
  func selection() throws {
    let roster = SmallRoster().appending("b2,n1,Bridge,post,,,\n", to: "beats.csv")
      .appending("2026-12-05,A,b2,u1,,\n", to: "assignments.csv")
    #expect(try run(roster, ["--select", "DUP"]).output.contains("DUP001"))
    #expect(try !run(roster, ["--select", "DUP"]).output.contains("COV001"))
    #expect(try run(roster, ["--ignore", "DUP", "--ignore", "cell-below-minimum"]).status == 0)
    #expect(try run(roster, ["--select", "COV001"]).lines.count == 1)
  }

  @Test("--from, --to, today and --district keep to their days and places")
  func scope() throws {
    #expect(try run(SmallRoster(), ["--to", "2026-12-05"]).status == 0)
    #expect(try run(SmallRoster(), ["--from", "2026-12-06"]).status == 1)
    #expect(try run(SmallRoster(), ["--to", "today", "--now", "2026-12-06T03:00"]).status == 0)
    #expect(try run(SmallRoster(), ["--to", "tomorrow", "--now", "2026-12-06T03:00"]).status == 1)
    #expect(try run(SmallRoster(), ["--district", "south"]).status == 0)
    #expect(try run(SmallRoster(), ["--district", "NORTH"]).status == 1)
  }

  @Test("--max-findings cuts what is printed, never what is counted")
  func maximum() throws {
    let outcome = try run(SmallRoster(), ["--max-findings", "0"])
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("1 error, "))
    #expect(outcome.errors.contains("1 findings not shown"))
  }

  @Test("a file that is no terminal gets no colours, whatever TERM says")
  func colours() throws {
    let folder = try TemporaryFolder()
    let path = try SmallRoster().write(to: folder)
    for environment in [["TERM": "xterm-256color"], ["TERM": "xterm", "NO_COLOR": "1"]] {
      let outcome = try Program.run(["validate", path], environment: environment)
      #expect(!outcome.output.contains("\u{1B}"))
      #expect(!outcome.errors.contains("\u{1B}"))
    }
  }

  @Test("without an argument the roster is the current folder")
  func currentFolder() throws {
    let folder = try TemporaryFolder()
    _ = try SmallRoster.clean.write(to: folder)
    #expect(try Program.run(["validate"], in: folder.url.appending(path: "roster")).status == 0)
  }
}
