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

  /// The rules, found by id or name.
  public static let index = RuleIndex(all)

  /// The rule of an id or a name, without regard to case; `nil` where there is none.
  public static func rule(_ idOrName: some StringProtocol) -> RuleInfo? { index.rule(idOrName) }

  /// The rules that an id, a name or the beginning of an id means, without regard to case.
  public static func rules(matching selector: some StringProtocol) -> [RuleInfo] { index.rules(matching: selector) }

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
}

extension RulePolicy {
  /// The policy of a roster over the catalogue, with severities that are given in place of its own.
  ///
  /// - Parameter overrides: severities by rule id, name or the beginning of an id; the longer word wins. They hold
  ///   everywhere: the roster's severities for some force, district or days are not looked at then.
  public init(_ settings: RosterSettings, overrides: [String: Severity] = [:]) {
    self.init(settings, of: RuleCatalogue.index, overrides: overrides)
  }
}

extension RosterFrame {
  /// The frame of a roster, with the rules of the catalogue as serious as the roster says.
  public convenience init(_ roster: Roster) { self.init(roster, policy: RulePolicy(roster.settings)) }
}

extension CoverageGrid {
  /// The grid of a roster, with the rules of the catalogue.
  public init(_ roster: Roster) { self.init(roster, frame: RosterFrame(roster)) }
}
