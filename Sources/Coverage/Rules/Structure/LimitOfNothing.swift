import RosterModel

/// ORG007: a limit per 28 days that allows nothing in a short period.
enum LimitOfNothing: RosterRule {
  static let info = RuleInfo(
    id: "ORG007", name: "limit-of-nothing", severity: .warning,
    summary: "A regime's limit per 28 days, scaled to the period and rounded down, allows none at all.",
    reason:
      "`max_hours`, `max_weekends` and `max_shifts` are per 28 days. In a shorter period a small one comes to nothing: "
      + "`max_weekends = 3` in seven days is 0. Where that is not meant, write a larger limit; a limit written as 0 is "
      + "meant.")

  static func check(_ grid: CoverageGrid, into collector: inout FindingCollector) {
    let frame = grid.frame
    for limits in frame.limits {
      let regime = limits.regime
      if let written = regime.maxMinutes, written > 0, limits.maxMinutes == 0 {
        report(regime, .maxHours, hours(written), frame, &collector)
      }
      if let written = regime.maxWeekends, written > 0, limits.maxWeekends == 0 {
        report(regime, .maxWeekends, "\(written)", frame, &collector)
      }
      for limit in limits.maxShifts where limit.most == 0 {
        guard let written = regime.maxShifts.first(where: { $0.shift.index == limit.shift })?.most, written > 0 else {
          continue
        }
        let shift = frame.roster.settings.shifts.shifts[limit.shift].id
        report(regime, .maxShifts, "\(written) of \(shift)", frame, &collector)
      }
    }
  }

  private static func report(
    _ regime: Regime, _ key: RegimeKey, _ written: String, _ frame: RosterFrame, _ collector: inout FindingCollector
  ) {
    collector.report(
      .init(), .row(table: "roster.toml", id: "regime.\(regime.name).\(key.rawValue)"),
      at: .setting(["regime", regime.name, key.rawValue]),
      data: [.init("regime", regime.name), .init("key", key.rawValue), .init("days", frame.roster.settings.days)],
      "regime \(regime.name): \(key.rawValue) \(written) per 28 days is none in \(counted(frame.roster.settings.days, "day"))"
    )
  }
}
