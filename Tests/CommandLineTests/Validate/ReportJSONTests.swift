import Crypto
import Foundation
import Testing

@Suite("The JSON of patrol validate")
struct ReportJSONTests {
  /// What a program reads of the report.
  private struct Report: Decodable {
    struct Tool: Decodable { var name, version: String }
    struct Roster: Decodable {
      var path: String
      var days: Int?
      var sha256: String
    }
    struct Coverage: Decodable { var cells, squares, met, gaps, missing, required: Int }
    struct Summary: Decodable {
      var verdict: String
      var errors, warnings, infos, waived, baselined: Int
      var coverage: Coverage
    }
    struct Location: Decodable {
      var file: String
      var line: Int?
    }
    struct Finding: Decodable {
      var rule, name, severity, message, fingerprint, subject: String
      var location: Location?
    }
    struct Skipped: Decodable { var rule, reason: String }

    var format_version: String
    var tool: Tool
    var roster: Roster
    var summary: Summary
    var findings: [Finding]
    var rules_run: [String]
    var rules_skipped: [Skipped]
  }

  private func report(_ path: String, _ arguments: [String] = []) throws -> Report {
    let outcome = try Program.run(["validate", path, "--format", "json"] + arguments)
    return try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
  }

  @Test("says what was checked, what was found where, and which rules ran")
  func shape() throws {
    let folder = try TemporaryFolder()
    let path = try SmallRoster().write(to: folder)
    let report = try report(path, ["--ignore", "EQL"])
    #expect(report.format_version.hasPrefix("1."))
    #expect(report.tool.name == "patrol")
    #expect(report.roster.path == path)
    #expect(report.roster.days == 2)
    #expect(report.summary.verdict == "fail")
    #expect(report.summary.errors == 1)
    #expect(report.summary.coverage.squares == 2)
    #expect(report.summary.coverage.met == 1)
    #expect(report.summary.coverage.gaps == 1)
    #expect(report.summary.coverage.missing == 1)
    #expect(report.summary.coverage.required == 2)
    let finding = try #require(report.findings.first)
    #expect(finding.rule == "COV001")
    #expect(finding.name == "cell-below-minimum")
    #expect(finding.severity == "error")
    #expect(finding.subject == "square:b1/2026-12-06/A//")
    #expect(finding.location?.file == "demand.csv")
    #expect(finding.location?.line == 2)
    #expect(report.rules_run.contains("COV001"))
    #expect(report.rules_skipped.contains { $0.rule == "EQL001" && !$0.reason.isEmpty })
  }

  @Test("is the same bytes for the same roster, and its verdict follows --fail-on and what could be read")
  func deterministic() throws {
    let folder = try TemporaryFolder()
    let path = try SmallRoster().write(to: folder)
    let outputs = try (0..<3).map { _ in try Program.run(["validate", path, "--format", "json"]).output }
    #expect(Set(outputs).count == 1)
    #expect(try report(path, ["--fail-on", "never"]).summary.verdict == "pass")
    let unread = try SmallRoster().appending("what\n", to: "beats.csv").write(to: folder, as: "unread")
    #expect(try report(unread).summary.verdict == "incomplete")
  }

  @Test("counts findings that --max-findings does not list")
  func maximum() throws {
    let folder = try TemporaryFolder()
    let report = try report(try SmallRoster().write(to: folder), ["--max-findings", "0"])
    #expect(report.findings.isEmpty)
    #expect(report.summary.errors == 1)
  }

  @Test("identifies the roster by the SHA-256 of its files, each after its name and length")
  func digest() throws {
    let folder = try TemporaryFolder()
    let roster = SmallRoster.clean
    let path = try roster.write(to: folder)
    let order =
      ["roster.toml"] + ["districts", "departments", "beats", "units", "demand", "assignments"].map { $0 + ".csv" }
    var bytes = Data()
    for name in order {
      let text = try #require(roster.files[name])
      bytes += Data("\(name)\u{0}\(text.utf8.count)\u{0}\(text)".utf8)
    }
    let expected = SHA256.hash(data: bytes).map { String(format: "%02x", $0) }.joined()
    #expect(try report(path).roster.sha256 == expected)
    let other = try roster.replacing("North", by: "Nord", in: "districts.csv").write(to: folder, as: "other")
    #expect(try report(other).roster.sha256 != expected)
  }

  @Test("of a folder whose roster.toml cannot be used says so, with the rules that could not run")
  func unusable() throws {
    let folder = try TemporaryFolder()
    let report = try report(
      try SmallRoster().replacing("days = 2", by: "days = 0", in: "roster.toml").write(to: folder))
    #expect(report.summary.verdict == "incomplete")
    #expect(report.roster.days == nil)
    #expect(report.rules_skipped.contains { $0.rule == "COV001" })
    #expect(report.findings.contains { $0.location?.file == "roster.toml" })
  }
}
