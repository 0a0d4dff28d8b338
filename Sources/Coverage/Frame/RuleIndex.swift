import RosterModel

/// Descriptions of rules, found by id or name.
///
/// The frame is given one and knows no rule itself: so it is the bottom on which grid, rules and judge stand.
public struct RuleIndex: Sendable {
  /// The rules in their order.
  public let all: [RuleInfo]
  private let positions: [String: Int]

  /// An index of rules, whose ids and names are all different.
  public init(_ rules: [RuleInfo]) {
    all = rules
    positions = Dictionary(
      uniqueKeysWithValues: rules.enumerated().flatMap { [($1.id, $0), ($1.name, $0)] })
  }

  /// The rule of an id or a name, without regard to case; `nil` where there is none.
  public func rule(_ idOrName: some StringProtocol) -> RuleInfo? { position(idOrName).map { all[$0] } }

  /// The rules that an id, a name or the beginning of an id means, without regard to case.
  public func rules(matching selector: some StringProtocol) -> [RuleInfo] {
    if let exact = rule(selector) { return [exact] }
    let prefix = selector.uppercased()
    return prefix.isEmpty ? [] : all.filter { $0.id.hasPrefix(prefix) }
  }

  /// The position of a rule; `nil` for one that is not in it.
  func position(of rule: RuleInfo) -> Int? { positions[rule.id] }

  /// The position of the rule of an id or a name.
  func position(_ idOrName: some StringProtocol) -> Int? {
    positions[idOrName.uppercased()] ?? positions[idOrName.lowercased()]
  }
}
