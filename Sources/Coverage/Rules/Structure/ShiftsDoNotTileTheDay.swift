import RosterModel

/// ORG002: the tiles leave a hole in the day or overlap.
enum ShiftsDoNotTileTheDay: RosterRule {
  static let info = RuleInfo(
    id: "ORG002", name: "shifts-do-not-tile-the-day", severity: .error,
    summary: "The shifts without `covers` do not fill 24 hours one after the other.",
    reason:
      "Patrols are round the clock: every instant belongs to one tile of one duty day. Mend `start` and `hours` of the "
      + "shifts in roster.toml, or make the overlapping one a duty by `covers`.",
    source: "The `Safe Capital` concept: the city is patrolled round the clock, in three shifts")

  static func check(_ grid: CoverageGrid, into collector: inout FindingCollector) {
    let shifts = grid.frame.roster.settings.shifts
    guard !shifts.tilesFillTheDay else { return }
    let spans = shifts.tiles.map { "\(shifts[$0].id) \(shifts[$0].start)-\(shifts[$0].end)" }
    collector.report(
      .everything, .row(table: "roster.toml"), at: .setting(["shift"] + blamed(shifts)),
      shifts.tiles.isEmpty
        ? "there is no shift without `covers`"
        : "the shifts do not fill 24 hours one after the other: \(spans.joined(separator: ", "))")
  }

  /// The key of the first tile that does not begin where the one before ends; of the last where the day is too long or
  /// too short; nothing where there is none.
  private static func blamed(_ shifts: ShiftPlan) -> [String] {
    for (tile, next) in zip(shifts.tiles, shifts.tiles.dropFirst()) where shifts[tile].end != shifts[next].start {
      return [shifts[next].id, "start"]
    }
    return shifts.tiles.last.map { [shifts[$0].id, "hours"] } ?? []
  }
}
