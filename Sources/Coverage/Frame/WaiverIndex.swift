import RosterModel

/// Which findings the waivers of a roster accept.
///
/// The judge of edits and the validator look a waiver up in the same way, so what one accepts the other does too.
struct WaiverIndex: Sendable {
  private struct Key: Hashable, Sendable {
    var rule: String
    var subject: String
  }

  private let waivers: [Waiver]
  private let period: ClosedRange<Day>
  private var byKey: [Key: [Int]] = [:]
  /// The ids of rules that some waiver is about.
  private var rules: Set<String> = []

  /// The waivers of a roster that accept something; O(waivers).
  init(_ roster: Roster, _ policy: RulePolicy) {
    waivers = roster.waivers
    period = roster.settings.period
    for (number, waiver) in waivers.enumerated() where waiver.firstDay <= waiver.lastDay {
      // What reading finds puts every answer in doubt and is accepted by nobody.
      guard let rule = policy.rule(waiver.rule), rule.canBeRegraded else { continue }
      byKey[Key(rule: rule.id, subject: waiver.subject), default: []].append(number)
      rules.insert(rule.id)
    }
  }

  /// Whether no waiver accepts anything.
  var isEmpty: Bool { byKey.isEmpty }

  /// Whether some waiver is about a rule.
  func concern(_ rule: RuleInfo) -> Bool { !byKey.isEmpty && rules.contains(rule.id) }

  /// Whether a finding of a rule is accepted; the subject is made only where some waiver is about the rule.
  func accept(_ rule: RuleInfo, _ subject: @autoclosure () -> Subject) -> Bool {
    concern(rule) && !numbers(accepting: rule, subject()).isEmpty
  }

  /// The numbers of the waivers that accept a finding: those of its rule and subject that hold on its day, or for a
  /// finding about no day, on some day of the period.
  func numbers(accepting rule: RuleInfo, _ subject: Subject) -> [Int] {
    guard let matching = byKey[Key(rule: rule.id, subject: subject.description)] else { return [] }
    return matching.filter { number in
      let days = waivers[number].firstDay...waivers[number].lastDay
      return subject.day.map { days.contains($0) } ?? days.overlaps(period)
    }
  }

  /// The units that waivers of some rules name, by number.
  func units(in roster: Roster, named rules: [RuleInfo]) -> Set<Int> {
    let ids = Set(rules.map(\.id))
    let subjects = byKey.keys.filter { ids.contains($0.rule) && $0.subject.hasPrefix("unit:") }
      .compactMap { $0.subject.dropFirst("unit:".count).split(separator: "/").first.map(String.init) }
    guard !subjects.isEmpty else { return [] }
    let named = Set(subjects)
    return Set(roster.units.indices.filter { named.contains(roster.units[$0].id) })
  }
}
