import RosterModel

/// Every rule that a roster is checked against.
///
/// Validator, desk, planner, `patrol rules` and the documentation read the same catalogue.
public enum RuleCatalogue {
  /// All rules in the order of their families.
  public static let all: [RuleInfo] = FormatRules.all + rules.map { $0.info }

  /// The rules checked here, in the same order.
  static let rules: [any Rule.Type] =
    RosterRules.structure + RosterRules.coverage + unitRules("MIX") + RosterRules.together
    + unitRules("RST") + unitRules("DUP") + unitRules("ABS") + unitRules("RCH") + RosterRules.later
    + RosterRules.waivers + RosterRules.capacity

  private static func unitRules(_ family: String) -> [any Rule.Type] {
    UnitRules.all.filter { $0.info.family == family }
  }

  private static let positions = Dictionary(
    uniqueKeysWithValues: all.enumerated().flatMap { [($1.id, $0), ($1.name, $0)] })

  /// The rule of an id or a name, without regard to case; `nil` where there is none.
  public static func rule(_ idOrName: some StringProtocol) -> RuleInfo? {
    position(idOrName).map { all[$0] }
  }

  /// The rules that an id, a name or the beginning of an id means, without regard to case.
  public static func rules(matching selector: some StringProtocol) -> [RuleInfo] {
    if let exact = rule(selector) { return [exact] }
    let prefix = selector.uppercased()
    return prefix.isEmpty ? [] : all.filter { $0.id.hasPrefix(prefix) }
  }

  /// The position of a rule of the catalogue; `nil` for any other.
  static func position(of rule: RuleInfo) -> Int? { positions[rule.id] }

  static func position(_ idOrName: some StringProtocol) -> Int? {
    positions[idOrName.uppercased()] ?? positions[idOrName.lowercased()]
  }
}
