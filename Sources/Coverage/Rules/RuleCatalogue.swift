import Characters
import RosterModel

/// Every rule that a roster is checked against.
///
/// Validator, desk, planner, `patrol rules` and the documentation read the same catalogue.
public enum RuleCatalogue {
  /// All rules in the order of their families.
  public static let all: [RuleInfo] = {
    let coverage = (RosterRules.structure + RosterRules.coverage).map { $0.info }
    let units = ["RST", "DUP", "ABS", "RCH"].flatMap(unitRules)
    return FormatRules.all + coverage + unitRules("MIX") + RosterRules.together.map { $0.info } + units
      + RosterRules.later.map { $0.info } + RosterRules.waivers.map { $0.info } + RosterRules.capacity.map { $0.info }
  }()

  private static func unitRules(_ family: String) -> [RuleInfo] {
    UnitRules.all.map { $0.info }.filter { $0.family == family }
  }

  /// The rules, found by id or name.
  public static let index = RuleIndex(all)

  /// The rule of an id or a name, without regard to case; `nil` where there is none.
  public static func rule(_ idOrName: some StringProtocol) -> RuleInfo? { index.rule(idOrName) }

  /// The rules that an id, a name or the beginning of an id means, without regard to case.
  public static func rules(matching selector: some StringProtocol) -> [RuleInfo] { index.rules(matching: selector) }

  /// Which rules a word may mean that is the id and name of none: `did you mean COV001?`; `nil` where none is near.
  ///
  /// - Parameter takesBeginnings: whether the beginning of ids would do.
  public static func hint(for word: String, takesBeginnings: Bool = false) -> String? {
    let families = takesBeginnings ? RuleFamily.allCases.map(\.rawValue) : []
    let meant = NearWords(families + all.map(\.id) + all.map(\.name)).meant(by: word)
    if !meant.isEmpty { return NearWords.question(meant) }
    guard !takesBeginnings, let family = NearWords(RuleFamily.allCases.map(\.rawValue)).meant(by: word).first else {
      return nil
    }
    return NearWords.question(rules(matching: family).prefix(3).map(\.id))
  }
}

extension RulePolicy {
  /// The policy of a roster over the catalogue, with severities that are given in place of its own.
  ///
  /// - Parameter overrides: severities by rule id, name or the beginning of an id; the longer word wins. They hold
  ///   everywhere: the roster's severities for some force, district or days are not looked at then.
  public init(_ settings: RosterSettings, overrides: [String: Severity] = [:]) {
    self.init(settings, of: RuleCatalogue.index, overrides: overrides)
  }
}

extension RosterFrame {
  /// The frame of a roster, with the rules of the catalogue as serious as the roster says.
  public convenience init(_ roster: Roster) { self.init(roster, policy: RulePolicy(roster.settings)) }
}

extension CoverageGrid {
  /// The grid of a roster, with the rules of the catalogue.
  public init(_ roster: Roster) { self.init(roster, frame: RosterFrame(roster)) }
}

/// The families of rules, by the letters that their ids begin with, in the order of the catalogue.
public enum RuleFamily: String, CaseIterable, Sendable {
  case files = "FMT"
  case references = "REF"
  case structure = "ORG"
  case coverage = "COV"
  case together = "MIX"
  case rest = "RST"
  case double = "DUP"
  case absence = "ABS"
  case reach = "RCH"
  case fairness = "EQL"
  case publication = "PUB"
  case waivers = "WAI"
  case capacity = "CAP"

  /// What the family is about.
  public var words: String {
    switch self {
    case .files: "files"
    case .references: "references"
    case .structure: "structure"
    case .coverage: "coverage"
    case .together: "who stands together"
    case .rest: "rest and hours"
    case .double: "double booking"
    case .absence: "absence"
    case .reach: "reach"
    case .fairness: "fairness, among units of one force, regime and district"
    case .publication: "publication"
    case .waivers: "waivers"
    case .capacity: "capacity"
    }
  }
}

/// The rules about anything but one unit's postings, by family.
enum RosterRules {
  /// How the city and its tables are made.
  static let structure: [any RosterRule.Type] = [
    DepartmentsOutside4To9.self, ShiftsDoNotTileTheDay.self, BeatWithoutDemand.self, OutsidePeriod.self,
    CallsignTwice.self, UnitWithoutBeat.self, LimitOfNothing.self, EscortShutOut.self, DemandOfNothing.self,
    DutyOutsideItsTile.self, DutyUnlikeItsTiles.self, ManoeuvreOfNothing.self,
  ]
  /// What demand asks for.
  static let coverage: [any RosterRule.Type] = [
    CellBelowMinimum.self, BelowTarget.self, AboveMaximum.self, EveningNightShareTooLow.self, UnneededUnit.self,
    PartCovered.self,
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

/// The rules about units, and the one way in which they are run.
enum UnitRules {
  /// All of them, in the order of the catalogue.
  static let all: [any UnitRule.Type] = [
    ForceNotAllowedOnBeat.self, UnitLacksNeed.self,
    ShiftNotInRegime.self, RestTooShort.self, WeeklyRestTooShort.self, TooManyDaysInARow.self,
    TooManyNightsInARow.self, TooFewDaysOffInARow.self, OverHours.self, UnderHours.self, OverHoursInAWeek.self,
    TooManyWeekends.self, TooManyOfAShift.self,
    UnitTwiceInAShift.self, UnitTwiceInADay.self,
    AssignedWhileAbsent.self,
    PostedBeyondReach.self,
  ]

  /// Those that look only at the dates of postings, not at the beat.
  static let ofDates: [Int] = all.indices.filter { !(all[$0] is any BeatRule.Type) }

  /// Those that look only at the unit and the beat.
  static let ofBeats: [any BeatRule.Type] = all.compactMap { $0 as? any BeatRule.Type }

  /// Adds what breaks the rules of these positions.
  static func check(_ timeline: UnitTimeline, _ rules: [Int], into found: inout [Violation]) {
    for rule in rules {
      let before = found.count
      all[rule].check(timeline, into: &found)
      for position in before..<found.count { found[position].rule = rule }
    }
  }
}

extension RosterFrame {
  /// The units that waivers of rules about beats name: where these may stand only the judge knows.
  var unitsExceptedFromBeatRules: Set<Int> { waivers.units(in: roster, named: UnitRules.ofBeats.map { $0.info }) }

  /// Whether nothing lets a unit work a shift that its regime does not have.
  var keepsUnitsToTheirRegime: Bool {
    policy.isHardEverywhere(ShiftNotInRegime.info) && !waivers.concern(ShiftNotInRegime.info)
  }
}
