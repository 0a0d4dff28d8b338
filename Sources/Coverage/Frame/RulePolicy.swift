import RosterModel

/// How serious each rule is in a roster, and the settings that the roster gives it.
public struct RulePolicy: Sendable {
  /// What holds for a rule.
  private struct Entry: Sendable {
    var severity: Severity
    var setting = RuleSetting()
    /// Whether some override gives it another severity.
    var varies = false
  }

  /// The rules it is about.
  private let index: RuleIndex
  /// By position in the index.
  private var entries: [Entry]

  /// The policy of a roster over some rules, with severities that are given in place of its own.
  ///
  /// - Parameter overrides: severities by rule id, name or the beginning of an id; the longer word wins. They hold
  ///   everywhere: the roster's severities for some force, district or days are not looked at then.
  public init(_ settings: RosterSettings, of index: RuleIndex, overrides: [String: Severity]) {
    self.index = index
    entries = index.all.map { Entry(severity: $0.severity) }
    // Where a rule is set by its id and by its name, the name wins: it is sorted last, ids being upper case.
    for (word, setting) in settings.rules.sorted(by: { $0.key < $1.key }) {
      guard let position = index.position(word) else { continue }
      entries[position].setting = setting
      guard index.all[position].canBeRegraded else { continue }
      entries[position].severity = setting.severity ?? index.all[position].severity
      entries[position].varies = setting.overrides.contains { $0.severity != nil }
    }
    for (word, severity) in overrides.sorted(by: { ($0.key.count, $0.key) < ($1.key.count, $1.key) }) {
      for rule in index.rules(matching: word) where rule.canBeRegraded {
        guard let position = index.position(of: rule) else { continue }
        entries[position].severity = severity
        entries[position].varies = false
      }
    }
  }

  /// The rule of an id or a name; `nil` where there is none.
  func rule(_ idOrName: String) -> RuleInfo? { index.rule(idOrName) }

  private func entry(_ rule: RuleInfo) -> Entry {
    index.position(of: rule).map { entries[$0] } ?? Entry(severity: rule.severity)
  }
}

extension RulePolicy {
  /// How serious a rule is where no override says otherwise; its own severity where the catalogue does not know it.
  public func severity(of rule: RuleInfo) -> Severity { entry(rule).severity }

  /// How serious a rule is somewhere: the last override that holds there decides.
  public func severity(of rule: RuleInfo, at site: RuleSite) -> Severity {
    let entry = entry(rule)
    guard entry.varies else { return entry.severity }
    return entry.setting.overrides.last { $0.severity != nil && $0.holds(at: site) }?.severity ?? entry.severity
  }

  /// How serious a rule may be: the most of what could hold at a site, whose unknown parts may be anything.
  public func strictest(of rule: RuleInfo, at site: RuleSite = RuleSite()) -> Severity {
    possible(rule, at: site).max() ?? rule.severity
  }

  /// Whether planning must obey a rule about units: while its severity is error, be it for some force, district or days
  /// only.
  public func isHard(_ rule: RuleInfo) -> Bool { strictest(of: rule) == .error }

  /// Whether a rule is an error for every force, in every district, on all days.
  public func isHardEverywhere(_ rule: RuleInfo) -> Bool {
    possible(rule, at: RuleSite()).allSatisfy { $0 == .error }
  }

  /// A rule with how serious it is.
  func grade(of rule: RuleInfo) -> RuleGrade {
    let entry = entry(rule)
    return RuleGrade(rule: rule, severity: entry.severity, varies: entry.varies)
  }

  /// The districts for which some override gives it another severity.
  func districtsWithOwnSeverity(of rule: RuleInfo) -> [String] {
    entry(rule).setting.overrides.compactMap { $0.severity == nil ? nil : $0.district }
  }

  /// Whether some override gives it another severity on some days.
  func variesByDay(_ rule: RuleInfo) -> Bool {
    entry(rule).varies && entry(rule).setting.overrides.contains { $0.severity != nil && $0.days != nil }
  }

  private func possible(_ rule: RuleInfo, at site: RuleSite) -> [Severity] {
    let entry = entry(rule)
    guard entry.varies else { return [entry.severity] }
    var found: [Severity] = []
    for override in entry.setting.overrides.reversed() where override.mayHold(at: site) {
      guard let severity = override.severity else { continue }
      found.append(severity)
      // Whatever is not known of the site, this one holds, and those before it do not decide.
      if override.holds(at: site) { return found }
    }
    return found + [entry.severity]
  }

  /// The value of a setting of a rule somewhere: the last override that holds there and has it, else what the roster
  /// sets, else the catalogue's; what the setting does not take is passed over.
  public func value(_ name: String, of rule: RuleInfo, at site: RuleSite = RuleSite()) -> SettingValue? {
    guard let parameter = rule.settings.first(where: { $0.name == name }) else { return nil }
    let setting = entry(rule).setting
    let given = setting.overrides.reversed().filter { $0.holds(at: site) }.map(\.values) + [setting.values]
    return given.lazy.compactMap { $0[name] }.first(where: parameter.takes) ?? parameter.standard
  }

  /// A whole number that is set for a rule.
  func integer(_ name: String, of rule: RuleInfo, at site: RuleSite = RuleSite()) -> Int {
    if case .integer(let number) = value(name, of: rule, at: site) { return number }
    return 0
  }

  /// A time of the clock that is set for a rule, in minutes.
  func minutes(_ name: String, of rule: RuleInfo, at site: RuleSite = RuleSite()) -> Int {
    if case .text(let text) = value(name, of: rule, at: site) { return ClockTime(text: text)?.minutes ?? 0 }
    return 0
  }

  /// Forces that are set for a rule.
  func forces(_ name: String, of rule: RuleInfo, at site: RuleSite = RuleSite()) -> ForceSet {
    guard case .list(let words) = value(name, of: rule, at: site) else { return ForceSet() }
    return ForceSet(
      words.compactMap { word in
        if case .text(let text) = word { return Force(rawValue: text) }
        return nil
      })
  }
}

/// A rule with how serious it is in a roster.
struct RuleGrade: Sendable {
  let rule: RuleInfo
  /// How serious it is where no override says otherwise.
  let severity: Severity
  /// Whether some override gives it another severity.
  let varies: Bool
}

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
