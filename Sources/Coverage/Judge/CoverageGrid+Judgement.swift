import RosterModel

extension CoverageGrid {
  /// What a posting would break that is not broken without it, hard breaks first; empty where nothing speaks against it.
  ///
  /// A posting outside the period, or of something unknown, is judged by no rule.
  ///
  /// - Parameter leaving: a posting of the unit that would be taken away at the same time, for a move.
  public func breaks(of posting: Assignment, leaving: Assignment? = nil) -> [Break] {
    guard posting.unit.isKnown, posting.beat.isKnown, posting.shift.isKnown, let offset = frame.offset(of: posting.day)
    else { return [] }
    var probe = PostingProbe(self)
    probe.load(posting.unit.index, leaving: leaving)
    return probe.judge(day: offset, shift: posting.shift.index, beat: posting.beat.index)
  }

  /// What a posting that stands breaks: what would not be broken, or less so, were it not there; hard breaks first.
  public func breaks(madeBy posting: Assignment) -> [Break] {
    guard posting.unit.isKnown, posting.beat.isKnown, posting.shift.isKnown, let offset = frame.offset(of: posting.day)
    else { return [] }
    var probe = PostingProbe(self)
    probe.load(posting.unit.index, without: posting)
    return probe.judge(day: offset, shift: posting.shift.index, beat: posting.beat.index)
  }

  /// What a step breaks that is not broken without it, by the rules about units and escorts; findings of severity error
  /// are what planning never does and people do only by force.
  ///
  /// These are the findings that the validator has after the step, those that a waiver accepts left out. O(assignments);
  /// what judges many steps has `judge(_:)` look at its own grid.
  public func findings(madeBy step: EditStep) -> [Finding] {
    var grid = self
    return grid.judge(step)
  }

  /// What a step breaks, as `findings(madeBy:)` says it, at the cost of what the step touches.
  ///
  /// The grid holds the same rows afterwards. The step must apply to them.
  public mutating func judge(_ step: EditStep) -> [Finding] {
    var judge = Judge(frame)
    let breaks = judge.breaks(of: step.edits, on: &self).filter { !$0.isWaived }
    return Finding.sorted(breaks.map(frame.finding))
  }
}
