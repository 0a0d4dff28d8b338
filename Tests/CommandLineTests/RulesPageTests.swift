import Coverage
import Foundation
import Testing

@Suite("The page of the rules")
struct RulesPageTests {
  private static let written = TemporaryFolder.samples.deletingLastPathComponent().appending(path: "docs/RULES.md")

  @Test("docs/RULES.md is what `patrol rules-page` writes")
  func upToDate() throws {
    let page = try String(contentsOf: Self.written, encoding: .utf8)
    #expect(try Program.run(["rules-page"]).output == page, "run `patrol rules-page > docs/RULES.md`")
  }

  @Test("it tells every rule with its reason, source and settings")
  func complete() throws {
    let page = try String(contentsOf: Self.written, encoding: .utf8)
    for rule in RuleCatalogue.all {
      #expect(page.contains("### \(rule.id) \(rule.name)\n"))
      #expect(page.contains(rule.reason))
      #expect(rule.source.isEmpty || page.contains("Source: \(rule.source)."))
      for setting in rule.settings { #expect(page.contains("| `\(setting.name)` | \(setting.summary) |")) }
    }
  }
}
