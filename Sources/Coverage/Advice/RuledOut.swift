import RosterModel

/// Who was considered for what is asked about, and why not.
public struct RuledOut: Hashable, Sendable {
  /// A rule and how many units it rules out.
  public struct ByRule: Hashable, Sendable {
    /// The rule.
    public var rule: RuleInfo
    /// Units that it rules out and no rule before it in the list of `order`; over all rules these add up to the units.
    public var first: Int
    /// Units that it rules out, whatever else does.
    public var all: Int
  }

  /// How many units the roster has.
  public var units: Int
  /// How many are of another force or without the skill.
  public var notAskedFor: Int
  /// How many stand there.
  public var standing: Int
  /// How many could be posted there besides what they do.
  public var free: Int
  /// How many of those ruled out could be posted there once they leave another post of the day.
  public var byLeaving: Int
  /// The units that cannot, by number, each with what speaks against it.
  public var ruledOut: [Candidate]
  /// The rules by how many units they rule out first, most first.
  public var rules: [ByRule]

  /// The families in which a unit is ruled out first: what the unit is, then where it is, then what it does.
  static let order = ["MIX", "RCH", "ABS", "DUP", "RST"]
}

extension CoverageGrid {
  /// Every unit that counts in what is asked about and does not stand there, by number; none is priced.
  func appraisals(for question: CellQuestion, _ squares: [SquareState]) -> [CandidateFinder.Appraisal] {
    guard let offset = frame.offset(of: question.day) else { return [] }
    let beats = beats(of: question)
    let finder = CandidateFinder(self)
    var probe = PostingProbe(self)
    return frame.roster.units.indices.filter { counts($0, for: question, squares) }.compactMap {
      finder.appraisal($0, beats, offset, question.tile, &probe)
    }
  }

  /// Who was considered for a question and why not; a unit is told as it stands, because what keeps it there is what rules it
  /// out.
  func ruledOut(
    _ appraisals: [CandidateFinder.Appraisal], for question: CellQuestion, _ squares: [SquareState]
  ) -> RuledOut {
    let counted = frame.roster.units.indices.count { counts($0, for: question, squares) }
    let barred = appraisals.filter { !$0.asItStands.isLegal }
    let illegal = barred.map(\.asItStands)
    var first: [RuleInfo: Int] = [:]
    var all: [RuleInfo: Int] = [:]
    for candidate in illegal {
      let rules = Set(candidate.reasons.filter(\.isHard).map(\.rule)).sorted { Self.rank($0) < Self.rank($1) }
      if let rule = rules.first { first[rule, default: 0] += 1 }
      for rule in rules { all[rule, default: 0] += 1 }
    }
    let rules = all.map { RuledOut.ByRule(rule: $0.key, first: first[$0.key] ?? 0, all: $0.value) }
      .sorted { ($1.first, $1.all, $0.rule.id) < ($0.first, $0.all, $1.rule.id) }
    return RuledOut(
      units: frame.roster.units.count, notAskedFor: frame.roster.units.count - counted,
      standing: counted - appraisals.count, free: appraisals.count - barred.count,
      byLeaving: barred.count { $0.leaving?.isLegal == true }, ruledOut: illegal, rules: rules)
  }

  private static func rank(_ rule: RuleInfo) -> (Int, String) {
    (RuledOut.order.firstIndex(of: rule.family) ?? RuledOut.order.count, rule.id)
  }
}
