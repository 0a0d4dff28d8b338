import RosterModel

/// Which rules about units bind a proof: those that are an error for every force, in every district, on all days.
///
/// A rule that is less than an error somewhere is taken as none at all, so that what is proven holds for every roster
/// without an error.
struct BindingRules {
  /// A unit counts at most once in a tile of a day.
  let oncePerTile: Bool
  /// A unit works one shift of a duty day.
  let oneShiftADay: Bool
  let shiftsOfRegime: Bool
  let rest: Bool
  let daysInARow: Bool
  let nightsInARow: Bool
  let daysOffInARow: Bool
  let hours: Bool
  let hoursInAWeek: Bool
  let weekends: Bool
  let shiftCounts: Bool
  /// Where a unit may stand.
  let beats: [any BeatRule.Type]

  init(_ policy: RulePolicy) {
    func binds(_ rule: any Rule.Type) -> Bool { policy.isHardEverywhere(rule.info) }
    oncePerTile = binds(UnitTwiceInAShift.self)
    oneShiftADay = binds(UnitTwiceInADay.self)
    shiftsOfRegime = binds(ShiftNotInRegime.self)
    rest = binds(RestTooShort.self)
    daysInARow = binds(TooManyDaysInARow.self)
    nightsInARow = binds(TooManyNightsInARow.self)
    daysOffInARow = binds(TooFewDaysOffInARow.self)
    hours = binds(OverHours.self)
    hoursInAWeek = binds(OverHoursInAWeek.self)
    weekends = binds(TooManyWeekends.self)
    shiftCounts = binds(TooManyOfAShift.self)
    // Reach first: it rules out most, and is the cheapest to ask.
    let binding = UnitRules.ofBeats.filter { policy.isHardEverywhere($0.info) }
    beats = binding.filter { $0 == PostedBeyondReach.self } + binding.filter { $0 != PostedBeyondReach.self }
  }
}
