/// What a cost or a violation is about.
public enum ConstraintKind: Int, Hashable, Sendable, CaseIterable {
  /// Cover below the minimum.
  case missing
  /// Cover below the preferred number.
  case short
  /// Cover above the maximum.
  case surplus
  /// ``Problem/ratios``.
  case ratio
  /// ``Contract/minimumRest``.
  case rest
  /// ``Contract/overlap``.
  case overlap
  /// ``Contract/weeklyRest``.
  case weeklyRest
  /// ``Contract/forbiddenSuccessions``.
  case succession
  /// ``Contract/workRun``.
  case workRun
  /// ``Contract/nightRun``.
  case nightRun
  /// ``Contract/offRun``.
  case offRun
  /// ``Contract/shiftRuns``.
  case shiftRun
  /// ``Contract/totalMinutes``.
  case totalMinutes
  /// ``Contract/assignments``.
  case assignments
  /// ``Contract/shiftCounts``.
  case shiftCount
  /// ``Contract/weekMinutes``.
  case weekMinutes
  /// ``Contract/maximumWeekends``.
  case weekends
  /// ``Contract/completeWeekends``.
  case completeWeekends
  /// ``Problem/requests``.
  case request
  /// ``PostOption/cost``.
  case post
  /// ``Problem/continuityWeight``.
  case continuity
  /// ``Problem/balances``.
  case balance
  /// ``Problem/reference``.
  case change
}
