import RosterModel

/// What a proof about one day goes by: which rules bind every plan there.
///
/// Only rules that are errors everywhere, and of these only such as no further posting can heal: what they forbid a unit
/// beside the postings that no plan changes, they forbid it beside any others too.
enum ProofRules {
  /// The rules, in the order of the catalogue.
  static let all: [any UnitRule.Type] = [
    ForceNotAllowedOnBeat.self, UnitLacksNeed.self, ShiftNotInRegime.self, RestTooShort.self, WeeklyRestTooShort.self,
    TooManyDaysInARow.self, TooManyNightsInARow.self, OverHours.self, OverHoursInAWeek.self, TooManyWeekends.self,
    TooManyOfAShift.self, UnitTwiceInAShift.self, UnitTwiceInADay.self, PostedBeyondReach.self,
  ]

  /// Whether a rule binds every plan.
  static func binds(_ rule: any UnitRule.Type, _ policy: RulePolicy) -> Bool {
    all.contains { $0 == rule } && policy.isHardEverywhere(rule.info)
  }
}

extension CoverageGrid {
  /// The postings that no plan changes: history, locked and published ones.
  func fixedPostings() -> [Assignment] {
    let published = PublishedDays(frame)
    return assignments.filter {
      $0.isLocked || $0.day < frame.roster.settings.firstDay || published.contains($0)
    }
  }
}
