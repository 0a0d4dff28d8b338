import ArgumentParser
import Testing

@testable import patrol

@Suite("The help")
struct HelpTests {
  @Test("every verb is in a group, and its help has an example that it takes")
  func examples() throws {
    #expect(Patrol.configuration.ungroupedSubcommands.allSatisfy { !$0.configuration.shouldDisplay })
    for verb in Patrol.configuration.groupedSubcommands.flatMap(\.subcommands) {
      let examples = verb.configuration.discussion.split(separator: "\n").filter { $0.hasPrefix("  patrol ") }
      #expect(!examples.isEmpty || verb is RulesCommand.Type)
      for example in examples {
        #expect(example.count < 80, "a terminal of 80 columns breaks it: \(example)")
        let words = Self.words(String(example)).dropFirst()
        #expect(throws: Never.self, "\(example)") { try Patrol.parseAsRoot(Array(words)) }
      }
    }
  }

  @Test("a verb that answers takes --format, and names what it takes")
  func formats() throws {
    for verb in Patrol.configuration.groupedSubcommands.flatMap(\.subcommands) where verb != EditCommand.self {
      let help = Patrol.helpMessage(for: verb, columns: 200)
      #expect(help.contains("--format <format>"), "\(verb)")
      #expect(help.contains("values: text, json"), "\(verb)")
    }
  }

  @Test("rules are separated by commas, and what stands between two is named where it is none")
  func commas() throws {
    let home = try ScriptHome()
    let both = try home.run("patrol validate rosters/week --select ABS,REF --from 2026-12-08 --to 2026-12-08")
    #expect(both.output.contains("ABS001") && !both.output.contains("COV001"))
    for words in ["COV,", "COV,nothing", ","] {
      let outcome = try home.run("patrol validate rosters/week --select \(words)")
      #expect(outcome.status == 3)
      #expect(outcome.output.contains("is no rule"))
    }
  }

  /// The words of a line as a shell splits it, with double quotes.
  private static func words(_ line: String) -> [String] {
    line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().flatMap { number, part in
      number.isMultiple(of: 2) ? part.split(separator: " ").map(String.init) : [String(part)]
    }
  }
}
