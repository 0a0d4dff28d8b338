import Coverage
import Foundation
import Testing

@Suite("The formats of patrol validate")
struct ReportFormatTests {
  /// A callsign that is a command in every format that carries it.
  private static let hostile = "=1+1,\u{1B}[2J%0A::error::<b>&'"

  /// A roster with one finding of each sort: a gap, a warning that begins with the hostile callsign, and a bad row.
  private static var roster: SmallRoster {
    SmallRoster()
      .replacing("u2,Лочин", by: "u2,\"\(hostile)\"", in: "units.csv")
      .appending("b2,n1,Bridge,post,,,\n", to: "beats.csv")
      .appending("2026-12-05,A,b2,u2,,\n2026-12-05,Z,b2,u2,,x,y\n", to: "assignments.csv")
  }

  private func run(_ format: String, _ arguments: [String] = []) throws -> Program.Outcome {
    let folder = try TemporaryFolder()
    _ = try Self.roster.write(to: folder)
    return try Program.run(["validate", "roster", "--format", format] + arguments, in: folder.url)
  }

  @Test(
    "every format is the same bytes twice, holds no control character, and exits alike",
    arguments: ["text", "json", "sarif", "junit", "github", "csv"])
  func common(format: String) throws {
    let first = try run(format)
    #expect(first.status == 2)
    #expect(try run(format).output == first.output)
    #expect(first.output.hasSuffix("\n"))
    #expect(!first.output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value) })
    for rule in ["COV001", "COV005", "FMT001"] { #expect(first.output.contains(rule), "\(rule) in \(format)") }
  }

  @Test("--max-findings cuts every format", arguments: ["text", "sarif", "github", "csv"])
  func maximum(format: String) throws {
    let outcome = try run(format, ["--max-findings", "1"])
    #expect(outcome.status == 2)
    // What is sorted first is in assignments.csv; the gap in demand.csv is not.
    #expect(!outcome.output.contains("2026-12-06 A: 0 of 1 unit"))
  }

  @Test("SARIF has every rule of the catalogue, and each result its place, rule and fingerprint")
  func sarif() throws {
    struct Log: Decodable {
      struct Run: Decodable {
        struct Tool: Decodable {
          struct Driver: Decodable { struct Rule: Decodable { var id: String }; var rules: [Rule] }; var driver: Driver
        }
        struct Result: Decodable {
          struct Text: Decodable { var text: String }
          struct Location: Decodable {
            struct Physical: Decodable {
              struct Artifact: Decodable { var uri: String }
              struct Region: Decodable { var startLine: Int; var startColumn: Int? }
              var artifactLocation: Artifact
              var region: Region?
            }
            var physicalLocation: Physical?
          }
          var ruleId: String
          var ruleIndex: Int
          var level: String
          var message: Text
          var locations: [Location]
          var partialFingerprints: [String: String]
        }
        struct Invocation: Decodable { var executionSuccessful: Bool; var exitCode: Int }
        var tool: Tool
        var results: [Result]
        var invocations: [Invocation]
      }
      var version: String
      var runs: [Run]
    }
    let log = try JSONDecoder().decode(Log.self, from: Data(try run("sarif").output.utf8))
    #expect(log.version == "2.1.0")
    let run = try #require(log.runs.first)
    let ids = run.tool.driver.rules.map(\.id)
    #expect(ids == RuleCatalogue.all.map(\.id))
    #expect(run.invocations.map(\.exitCode) == [2])
    #expect(run.invocations.map(\.executionSuccessful) == [false])
    for result in run.results { #expect(ids[result.ruleIndex] == result.ruleId) }
    let gap = try #require(run.results.first { $0.ruleId == "COV001" })
    #expect(gap.level == "error")
    #expect(gap.locations.first?.physicalLocation?.artifactLocation.uri == "roster/demand.csv")
    #expect(gap.locations.first?.physicalLocation?.region?.startLine == 2)
    #expect(
      gap.partialFingerprints == [
        "patrolSubject/v1": "\(Fingerprint(rule: "COV001", subject: "square:b1/2026-12-06/A//"))"
      ])
    #expect(run.results.first { $0.ruleId == "FMT001" }?.locations.first?.physicalLocation?.region?.startColumn == 1)
  }

  @Test("JUnit counts what fails, what could not be read, and what was skipped")
  func junit() throws {
    let document = try run("junit", ["--fail-on", "warning", "--ignore", "EQL"]).output
    #expect(document.contains("<failure type=\"COV001\""))
    #expect(document.contains("<failure type=\"COV005\""))
    #expect(document.contains("<error type=\"FMT001\""))
    #expect(document.contains("<skipped message=\"ignored\"/>"))
    #expect(document.contains("=1+1,"))
    #expect(document.contains("::&lt;b&gt;&amp;'"))
    let lenient = try run("junit").output
    #expect(!lenient.contains("<failure type=\"COV005\""))
    #expect(lenient.contains("<system-out>assignments.csv:3:14: warning: COV005"))
  }

  @Test("a workflow command ends where its text does, whatever the text holds")
  func github() throws {
    let lines = try run("github").lines
    let hostile = try #require(lines.first { $0.contains("COV005") })
    #expect(hostile.hasPrefix("::warning file=roster/assignments.csv,line=3,col=14,title=COV005 unneeded-unit::=1+1,"))
    #expect(hostile.contains("%250A::error::"))
    #expect(lines.allSatisfy { $0.hasPrefix("::error ") || $0.hasPrefix("::warning ") || $0.hasPrefix("::notice ") })
  }

  @Test("no cell of the table is a formula")
  func csv() throws {
    let lines = try run("csv").lines
    #expect(lines.first == "severity,rule,name,file,line,column,subject,message,fingerprint")
    let hostile = try #require(lines.first { $0.contains("COV005") })
    #expect(hostile.contains(",\"'=1+1,"))
  }
}
