import RosterModel

extension CoverageGrid {
  /// What a step breaks that is not broken without it, by the rules about units and escorts; findings of severity error
  /// are what planning never does and people do only by force.
  ///
  /// These are the findings that the validator has after the step, those that a waiver accepts left out. A break that was
  /// there before and has not become worse is none of the step's.
  public func findings(madeBy step: EditStep) -> [Finding] {
    let judge = StepJudge(step, on: self)
    var collector = FindingCollector(.whole, frame, first: FormatRules.unknownID)
    judge.reportUnits(into: &collector)
    judge.reportEscorts(into: &collector)
    let options = ValidationOptions()
    var desk = WaiverDesk(frame, options, RuleSelection(options, frame.policy))
    return desk.sort(Finding.sorted(collector.findings)).standing
  }
}
