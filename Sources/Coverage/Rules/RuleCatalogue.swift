import Characters
import RosterModel

/// Every rule that a roster is checked against.
///
/// Validator, desk, planner, `patrol rules` and the documentation read the same catalogue.
public enum RuleCatalogue {
  /// All rules in the order of their families.
  public static let all: [RuleInfo] = {
    let coverage = (RosterRules.structure + RosterRules.coverage).map { $0.info }
    let units = ["RST", "DUP", "ABS", "RCH"].flatMap(unitRules)
    return FormatRules.all + coverage + unitRules("MIX") + RosterRules.together.map { $0.info } + units
      + RosterRules.later.map { $0.info } + RosterRules.waivers.map { $0.info } + RosterRules.capacity.map { $0.info }
  }()

  private static func unitRules(_ family: String) -> [RuleInfo] {
    UnitRules.all.map { $0.info }.filter { $0.family == family }
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

  /// Which rules a word may mean that is the id and name of none: `did you mean COV001?`; `nil` where none is near.
  ///
  /// - Parameter takesBeginnings: whether the beginning of ids would do.
  public static func hint(for word: String, takesBeginnings: Bool = false) -> String? {
    let families = takesBeginnings ? RuleFamily.allCases.map(\.rawValue) : []
    let meant = NearWords(families + all.map(\.id) + all.map(\.name)).meant(by: word)
    if !meant.isEmpty { return NearWords.question(meant) }
    guard !takesBeginnings, let family = NearWords(RuleFamily.allCases.map(\.rawValue)).meant(by: word).first else {
      return nil
    }
    return NearWords.question(rules(matching: family).prefix(3).map(\.id))
  }

  /// The position of a rule of the catalogue; `nil` for any other.
  static func position(of rule: RuleInfo) -> Int? { positions[rule.id] }

  static func position(_ idOrName: some StringProtocol) -> Int? {
    positions[idOrName.uppercased()] ?? positions[idOrName.lowercased()]
  }
}
