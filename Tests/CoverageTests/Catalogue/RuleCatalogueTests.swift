import RosterModel
import Testing

@testable import Coverage

@Suite("The rule catalogue")
struct RuleCatalogueTests {
  @Test("ids and names are unique, well formed, and numbered without a hole in each family")
  func identity() {
    let rules = RuleCatalogue.all
    #expect(Set(rules.map(\.id)).count == rules.count)
    #expect(Set(rules.map(\.name)).count == rules.count)
    for (family, members) in Dictionary(grouping: rules, by: \.family) {
      #expect(members.map(\.id) == members.indices.map { family + "00\($0 + 1)".suffix(3) })
    }
    for rule in rules {
      #expect(rule.name.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" }, "\(rule.id)")
      #expect(rule.summary.hasSuffix("."), "\(rule.id)")
      #expect(rule.reason.hasSuffix("."), "\(rule.id)")
    }
  }

  @Test("families come in the order of the contract")
  func families() {
    var seen: [String] = []
    for rule in RuleCatalogue.all where seen.last != rule.family { seen.append(rule.family) }
    #expect(seen == ["FMT", "REF", "ORG", "COV", "MIX", "RST", "DUP", "ABS", "RCH", "EQL", "PUB", "WAI", "CAP"])
    #expect(seen == RuleFamily.allCases.map(\.rawValue))
  }

  @Test("a setting takes its own standard value, and its name is snake case")
  func settings() {
    for rule in RuleCatalogue.all {
      #expect(Set(rule.settings.map(\.name)).count == rule.settings.count)
      #expect(rule.settings.isEmpty || rule.canBeRegraded)
      for setting in rule.settings {
        #expect(setting.takes(setting.standard), "\(rule.id) \(setting.name)")
        #expect(setting.name.allSatisfy { $0.isLowercase || $0 == "_" })
      }
    }
  }

  @Test("a rule is found by its id or name, whatever the case")
  func lookup() {
    #expect(RuleCatalogue.rule("rst002")?.name == "rest-too-short")
    #expect(RuleCatalogue.rule("Rest-Too-Short")?.id == "RST002")
    #expect(RuleCatalogue.rule("RST") == nil)
    #expect(RuleCatalogue.rule("no-such-rule") == nil)
  }

  @Test("the beginning of an id means all that begin so")
  func prefixes() {
    #expect(RuleCatalogue.rules(matching: "dup").map(\.id) == ["DUP001", "DUP002"])
    #expect(RuleCatalogue.rules(matching: "RST01").map(\.id) == ["RST010", "RST011"])
    #expect(RuleCatalogue.rules(matching: "rest-too-short").map(\.id) == ["RST002"])
    #expect(RuleCatalogue.rules(matching: "").isEmpty)
    #expect(RuleCatalogue.rules(matching: "XYZ").isEmpty)
  }

  @Test("every rule of the catalogue is run by the validator, or checked where the roster is read")
  func complete() {
    let checked: [any Rule.Type] = RosterRules.all + UnitRules.all + RosterRules.waivers
    let run = Set(checked.map { $0.info.id })
    let onlyRead = FormatRules.all.map(\.id).filter { !run.contains($0) }
    #expect(Set(RuleCatalogue.all.map(\.id)) == run.union(onlyRead))
  }
}
