import RosterModel

extension CoverageGrid {
  /// What a step breaks that is not broken without it, by the rules about units and escorts; findings of severity error
  /// are what planning never does and people do only by force.
  ///
  /// These are the findings that the validator has after the step, those that a waiver accepts left out. A break that was
  /// there before and has not become worse is none of the step's.
  ///
  /// O(assignments); what judges many steps has `judge(_:)` look at its own grid.
  public func findings(madeBy step: EditStep) -> [Finding] {
    var grid = self
    return grid.judge(step)
  }

  /// What a step breaks, as `findings(madeBy:)` says it, at the cost of what the step touches.
  ///
  /// The grid holds the same rows afterwards. The step must apply to them.
  public mutating func judge(_ step: EditStep) -> [Finding] {
    let judge = StepJudge(step, on: &self)
    var collector = FindingCollector(.whole, frame, first: FormatRules.unknownID)
    judge.report(of: &self, into: &collector)
    if collector.findings.isEmpty { return [] }
    let options = ValidationOptions()
    var desk = WaiverDesk(frame, options, RuleSelection(options, frame.policy))
    return desk.sort(Finding.sorted(collector.findings)).standing
  }
}
