import RosterEngine

/// What a plan costs, by the weights of the roster.
public struct PlanCost: Hashable, Sendable {
  /// One part of the cost.
  public struct Part: Hashable, Sendable {
    /// The weight or rule it comes from, as `roster.toml` spells it.
    public var name: String
    /// What it costs.
    public var cost: Int
  }

  /// The whole cost.
  public var total: Int
  /// Its parts that are not zero, in a fixed order.
  public var parts: [Part]

  init(_ breakdown: CostBreakdown) {
    total = breakdown.total
    parts = ConstraintKind.allCases.compactMap { kind in
      let cost = breakdown.cost(of: kind)
      return cost == 0 ? nil : Part(name: Self.name(of: kind), cost: cost)
    }
  }

  private static func name(of kind: ConstraintKind) -> String {
    switch kind {
    case .missing: "gap"
    case .short: "shortfall"
    case .surplus: "surplus"
    case .ratio: EscortShare.rule
    case .rest: RestLimit.rule
    case .overlap: OneShiftAtOnce.rule
    case .weeklyRest: WeeklyRestLimit.rule
    case .succession: "forbidden-succession"
    case .workRun: WorkingDaysLimit.rule
    case .nightRun: NightsLimit.rule
    case .offRun: DaysOffLimit.rule
    case .shiftRun: "run-of-one-shift"
    case .totalMinutes: "hours-of-period"
    case .assignments: "working-days"
    case .shiftCount: ShiftCountLimit.rule
    case .weekMinutes: MostHoursInAWeek.rule
    case .weekends: WeekendsLimit.rule
    case .completeWeekends: "complete-weekends"
    case .request: "request"
    case .post: "far_from_home"
    case .continuity: "continuity"
    case .balance: "fairness"
    case .change: "change"
    }
  }
}
