import RosterModel

extension RulePolicy {
  /// Whether a rule binds every plan: an error everywhere, of a sort that no further posting can heal.
  func binds(_ rule: any UnitRule.Type) -> Bool { rule.bindsEveryPlan && isHardEverywhere(rule.info) }
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
