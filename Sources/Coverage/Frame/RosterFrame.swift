import RosterModel

/// What follows from a roster as long as its places, units, rules and demand stay as they are.
///
/// Made once and shared by everything that looks at the same roster; it never changes. Assignments and absences, which
/// do, are in `CoverageGrid`.
public final class RosterFrame: Sendable {
  /// The roster without its assignments.
  public let roster: Roster
  /// The demand, expanded to squares.
  public let plan: DemandPlan
  /// How serious each rule is in this roster.
  public let policy: RulePolicy
  /// Which findings are accepted.
  let waivers: WaiverIndex

  let places: PlaceIndex
  let skills: SkillIndex
  let clock: ShiftClock
  let calendar: DutyCalendar
  let limits: [RegimeLimits]
  /// When each week that touches the period begins, and the one after them.
  let weekBeginnings: [Int]

  /// The frame of a roster.
  ///
  /// O(units + beats + squares).
  ///
  /// - Parameter policy: how serious each rule is.
  public init(_ roster: Roster, policy: RulePolicy) {
    var bare = roster
    bare.assignments = []
    self.roster = bare
    self.policy = policy
    waivers = WaiverIndex(roster, policy)
    places = PlaceIndex(roster)
    skills = SkillIndex(roster)
    clock = ShiftClock(roster.settings)
    calendar = DutyCalendar(roster.settings, most: Self.mostDays(roster))
    limits = roster.settings.regimes.map { RegimeLimits($0, roster.settings) }
    weekBeginnings = (0...calendar.weeks.upperBound + 1).map { [clock, calendar] week in
      clock.beginning(calendar.monday(ofWeek: week))
    }
    plan = DemandPlan(roster, calendar: calendar, places: places, skills: skills)
  }

  /// The most cells of beats, and unit days, that are looked at: ten times the city over a year fits.
  public static let mostCells = 20_000_000

  /// How many days of the period can be looked at in bounded memory.
  private static func mostDays(_ roster: Roster) -> Int {
    let cellsADay = max(roster.beats.count * roster.settings.shifts.tileCount, roster.units.count, 1)
    return max(1, mostCells / cellsADay)
  }

  /// The duty days of the period.
  public var days: Int { calendar.days }

  /// How many tiles fill a day.
  public var tiles: Int { roster.settings.shifts.tileCount }

  /// The duty day's number in the period, counted from 0; `nil` outside of it.
  public func offset(of day: Day) -> Int? {
    let offset = calendar.offset(of: day)
    return (0..<days).contains(offset) ? offset : nil
  }

  /// The duty day of a number counted from the first of the period.
  public func day(_ offset: Int) -> Day { calendar.firstDay.advanced(by: offset) }
}
