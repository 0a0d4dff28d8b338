import Coverage
import RosterModel
import Testing

@testable import Planner

@Suite("The planner's rules are the catalogue's")
struct RuleListTests {
  @Test("every rule about units in the catalogue has a counterpart in the planner")
  func everyUnitRuleIsPlanned() {
    let families = ["MIX", "RST", "DUP", "ABS", "RCH"]
    let aboutUnits = RuleCatalogue.all.filter { families.contains($0.family) }.map(\.name)
    #expect(aboutUnits.count >= 19)
    #expect(Set(PlannedRules.names) == Set(aboutUnits))
  }

  @Test("no rule is kept twice")
  func noRuleTwice() {
    #expect(Set(PlannedRules.names).count == PlannedRules.names.count)
  }
}
