import Coverage
import Foundation
import Testing

@Suite("patrol rules and patrol explain, as typed")
struct RulesCommandTests {
  @Test("every rule of the catalogue is listed, in text and in JSON")
  func rules() throws {
    let text = try Program.run(["rules"])
    #expect(text.status == 0)
    #expect(text.lines.map { String($0.prefix(6)) } == RuleCatalogue.all.map(\.id))
    let json = try Program.run(["rules", "--format", "json"]).output
    struct Answer: Decodable {
      struct Rule: Decodable { var id, name: String }
      var rules: [Rule]
    }
    #expect(try JSONDecoder().decode(Answer.self, from: Data(json.utf8)).rules.map(\.id) == RuleCatalogue.all.map(\.id))
  }

  @Test("a rule is explained by its id and by its name, in the same words")
  func explain() throws {
    let byID = try Program.run(["explain", "RST002"])
    #expect(byID.status == 0)
    #expect(byID.output.hasPrefix("RST002 rest-too-short (error)"))
    #expect(try Program.run(["explain", "rest-too-short"]).output == byID.output)
  }

  @Test("with a roster the source of its own number is shown")
  func sources() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/new"
    #expect(try Program.run(["new", path]).status == 0)
    let outcome = try Program.run(["explain", "rest-too-short", "--roster", path])
    #expect(outcome.output.contains("three-shift, rest_hours: Set by the roster's owner"))
  }

  @Test("with a roster its severity, settings and overrides there are shown, in text and in JSON")
  func inRoster() throws {
    let folder = try TemporaryFolder()
    let path = try SmallRoster().appending(
      """
      [rules.night-load-uneven]
      tolerance = 5
      [[rules.night-load-uneven.override]]
      force = "guard"
      days = "sat sun"
      severity = "off"

      """, to: "roster.toml"
    ).write(to: folder)
    let text = try Program.run(["explain", "EQL001", "--roster", path])
    #expect(text.output.contains("In Small: warning\n  tolerance: 5\n  for guard, sat sun: off\n"))
    let json = try Program.run(["explain", "EQL001", "--roster", path, "--format", "json"]).output
    struct Answer: Decodable {
      struct Rule: Decodable { var in_roster: InRoster }
      struct InRoster: Decodable { var severity: String; var settings: [String: String] }
      var rule: Rule
    }
    let rule = try JSONDecoder().decode(Answer.self, from: Data(json.utf8)).rule
    #expect(rule.in_roster.severity == "warning")
    #expect(rule.in_roster.settings == ["tolerance": "5"])
  }

  @Test("what is no rule is exit code 3, and says where the rules are listed")
  func unknown() throws {
    let outcome = try Program.run(["explain", "COV999\u{1B}[2J"])
    #expect(outcome.status == 3)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("`patrol rules`"))
    #expect(!outcome.errors.contains("\u{1B}"))
  }
}
