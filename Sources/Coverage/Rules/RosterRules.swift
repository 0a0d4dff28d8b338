/// The rules about anything but one unit's postings, by family.
enum RosterRules {
  /// How the city and its tables are made.
  static let structure: [any RosterRule.Type] = [
    DepartmentsOutside4To9.self, ShiftsDoNotTileTheDay.self, BeatWithoutDemand.self, OutsidePeriod.self,
    CallsignTwice.self, UnitWithoutBeat.self, LimitOfNothing.self, EscortShutOut.self, DemandOfNothing.self,
    DutyOutsideItsTile.self, DutyUnlikeItsTiles.self,
  ]
  /// What demand asks for.
  static let coverage: [any RosterRule.Type] = [
    CellBelowMinimum.self, BelowTarget.self, AboveMaximum.self, EveningNightShareTooLow.self, UnneededUnit.self,
  ]
  /// Who stands together.
  static let together: [any RosterRule.Type] = [VolunteerWithoutEscort.self, TooManyVolunteersPerEscort.self]
  /// The families after those about units.
  static let later: [any RosterRule.Type] = [
    NightLoadUneven.self, WeekendLoadUneven.self, ChangedAfterPublication.self,
  ]
  /// What no plan can meet.
  static let capacity: [any RosterRule.Type] = [NotEnoughUnits.self]
  /// Those about waivers, run when all others are.
  static let waivers: [any WaiverRule.Type] = [WaiverExpired.self, WaiverOfNothing.self]
  /// All of them.
  static let all = shared + structure + coverage + together + later + capacity
  /// Checks of rules that are declared beside the model, because reading checks them too.
  static let shared: [any RosterRule.Type] = [
    UnknownRuleSetting.self, BadRuleSetting.self, DemandRowsTie.self, GridTooLarge.self, UnknownID.self,
  ]
}
