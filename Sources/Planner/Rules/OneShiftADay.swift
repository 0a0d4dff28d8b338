import RosterModel

/// No two shifts at once: the engine's own form, in which a unit has at most one assignment a day.
enum OneShiftAtOnce: PlannedRule {
  static let rule = "unit-twice-in-a-shift"
}

/// No two shifts a day: the engine's own form, in which a unit has at most one assignment a day.
enum OneShiftADay: PlannedRule {
  static let rule = "unit-twice-in-a-day"
}
