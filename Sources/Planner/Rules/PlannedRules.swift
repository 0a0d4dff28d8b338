import RosterEngine
import RosterModel

/// The rules of the catalogue that every plan keeps.
enum PlannedRules {
  /// Those about which unit may hold which beat.
  static let postings: [any PostingRule.Type] = [
    ForcesOfBeatLimit.self, NeedsOfBeatLimit.self, PostedBeyondReachLimit.self,
  ]

  /// Those that a regime's contract keeps.
  static let contracts: [any ContractRule.Type] = [
    OneShiftAtOnce.self, ShiftsOfRegime.self, RestLimit.self, WeeklyRestLimit.self, WorkingDaysLimit.self,
    NightsLimit.self,
    DaysOffLimit.self, MostHours.self, FewestHours.self, MostHoursInAWeek.self, WeekendsLimit.self,
    ShiftCountLimit.self,
  ]

  /// Those that the shape of the problem keeps.
  static let structural: [any PlannedRule.Type] = [
    EscortPresent.self, EscortShare.self, OneShiftADay.self, AbsenceLimit.self,
  ]

  /// The names of all of them.
  static let names = postings.map { $0.rule } + contracts.map { $0.rule } + structural.map { $0.rule }
}
