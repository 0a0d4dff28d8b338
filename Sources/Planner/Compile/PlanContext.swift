import Coverage
import RosterEngine
import RosterModel

/// What every step of compiling a plan looks at.
struct PlanContext: Sendable {
  /// The roster to plan.
  let roster: Roster
  /// What may be changed.
  let scope: PlanScope
  /// The roster's demand, rules and places.
  let frame: RosterFrame
  /// The period as the engine counts it.
  let calendar: PlanCalendar
  /// How the rules bind.
  let strengths: RuleStrengths
  /// The roster's absences, and nobody posted.
  let absences: CoverageGrid
  /// The roster as it is.
  let current: CoverageGrid
  /// What in the roster is wrong already.
  let wrong: WrongPostings
  /// For each beat whether it is in the scope.
  let isPlanned: [Bool]
  /// For each district the days of the period on which it is published.
  let published: [Set<Int>]
  /// For each unit by how many minutes it has truly worked more in the period than it was posted.
  let overtime: [Int: Int]
  /// The units' days that stay as they are, by the unit's number and the day of the period.
  private let kept: Set<[Int]>
  /// For each day of the period whether it is in the scope, and some shift of it has not begun.
  let isPlannedDay: [Bool]
  /// For each day of the period and shift whether planning may bring somebody to it: it has not begun, and counts in the
  /// tile that is planned.
  let isOpen: [[Bool]]
  /// For each unit whether it is planned.
  private let isPlannedUnit: [Bool]

  init(_ roster: Roster, scope: PlanScope, frame: RosterFrame? = nil) {
    let frame = frame ?? RosterFrame(roster)
    let calendar = PlanCalendar(roster.settings)
    self.roster = roster
    self.scope = scope
    self.frame = frame
    self.calendar = calendar
    strengths = RuleStrengths(frame.policy, roster.settings.weights)
    var bare = roster
    bare.assignments = []
    absences = CoverageGrid(bare, frame: frame)
    current = CoverageGrid(roster, frame: frame)
    wrong = WrongPostings(roster, current)
    isPlanned = roster.beats.map { scope.contains($0, in: roster) }
    var now = current
    now.now = scope.now
    let tiles = roster.settings.shifts.tileNumbers
    isOpen = calendar.period.map { day in
      roster.settings.shifts.shifts.indices.map { shift in
        (scope.tile.map { tiles[shift].contains($0) } ?? true)
          && !now.hasBegun(calendar.day(day), ShiftReference(shift))
      }
    }
    isPlannedDay = calendar.period.map { [isOpen] day in
      scope.contains(calendar.day(day), in: roster.settings) && isOpen[day].contains(true)
    }
    let planned = scope.units.map { Set($0.map(\.index)) }
    isPlannedUnit = roster.units.indices.map { planned?.contains($0) ?? true }
    let units =
      scope.kept.isEmpty
      ? [:]
      : Dictionary(
        zip(roster.units.map(\.id), roster.units.indices), uniquingKeysWith: { first, _ in first })
    let stays = Set(scope.kept.compactMap { kept in units[kept.unit].map { [$0, calendar.number(of: kept.day)] } })
    let worked = WorkedBeside(current, calendar)
    overtime = worked.overtime
    kept = stays.union(worked.days)
    var published = [Set<Int>](repeating: [], count: roster.districts.count)
    for publication in roster.publications where publication.district.isKnown {
      let number = calendar.number(of: publication.day)
      if calendar.period.contains(number) { published[publication.district.index].insert(number) }
    }
    self.published = published
  }

  /// Whether the scope holds a day of the period, whether its shifts have begun or not.
  var holdsDays: Bool { calendar.period.contains { scope.contains(calendar.day($0), in: roster.settings) } }

  /// Whether the beat's district is published on the day.
  func isPublished(_ beat: BeatReference, _ day: Int) -> Bool {
    guard beat.isKnown, let district = roster.district(of: .beat(beat)) else { return false }
    return published[district.index].contains(day)
  }

  /// Whether planning may change the assignment, as far as the assignment by itself tells.
  func isFree(_ assignment: RosterModel.Assignment) -> Bool {
    let day = calendar.number(of: assignment.day)
    return scope.replans && calendar.period.contains(day) && isPlannedDay[day] && !assignment.isLocked
      && assignment.unit.isKnown && isPlannedUnit[assignment.unit.index]
      && assignment.shift.isKnown && isOpen[day][assignment.shift.index] && assignment.beat.isKnown
      && isPlanned[assignment.beat.index]
      && !isPublished(assignment.beat, day) && !wrong.contains(assignment) && !isKept(assignment.unit.index, day)
  }

  /// Whether the unit's day of the period stays as it is.
  func isKept(_ unit: Int, _ day: Int) -> Bool {
    !isPlannedUnit[unit] || !kept.isEmpty && kept.contains([unit, day])
  }

  /// Whether the unit is absent from the shift on a day of the period or before it.
  func isAbsent(_ unit: UnitReference, _ day: Int, _ shift: ShiftReference) -> Bool {
    absences.isAbsent(unit, day: calendar.day(day), shift: shift)
  }

  /// The days of the period on which the unit is not absent the whole day.
  func daysPresent(_ unit: UnitReference) -> Int {
    calendar.period.count { !absences.isAwayAllDay(unit, day: calendar.day($0)) }
  }
}

/// What happened during shifts, as far as a plan must know it.
///
/// The engine knows shifts, and not who stayed longer in one. So days with a manoeuvre stay as they are; those of whoever stayed
/// longer also as long as that can matter for rest: the week, and two days more. Hours of the period are told by `overtime`.
struct WorkedBeside {
  /// The units' days that stay as they are, by the unit's number and the day of the period.
  private(set) var days: Set<[Int]> = []
  /// For each unit by how many minutes it has truly worked more in the period than it was posted.
  private(set) var overtime: [Int: Int] = [:]

  init(_ grid: CoverageGrid, _ calendar: PlanCalendar) {
    let settings = grid.frame.roster.settings
    var seen: Set<RosterModel.Assignment> = []
    for manoeuvre in grid.manoeuvresAsTheyStand {
      for posting in grid.assignments(of: manoeuvre.unit) where manoeuvre.isOf(posting) && seen.insert(posting).inserted
      {
        guard let worked = grid.worked(posting) else { continue }
        let (unit, day) = (posting.unit.index, calendar.number(of: posting.day))
        days.insert([unit, day])
        if calendar.period.contains(day) {
          overtime[unit, default: 0] += worked.minutes - settings.workMinutes(posting.day, posting.shift)
        }
        guard worked.end > settings.interval(posting.day, posting.shift).upperBound else { continue }
        let weekday = posting.day.weekday.rawValue
        for near in (day - weekday)...max(day + 6 - weekday, day + 2) { days.insert([unit, near]) }
      }
    }
  }
}

/// The period as the engine counts it: day 0 is the period's first day, history days are negative.
struct PlanCalendar: Sendable {
  /// The first duty day of the period.
  let firstDay: Day
  /// Duty days of the period.
  let dayCount: Int
  /// Duty days before the period that rules can look back on.
  let historyDayCount: Int
  /// The weeks that the period touches.
  let weeks: [Week]
  /// The weekends that the period touches.
  let weekends: [Weekend]

  /// The calendar of a roster's period.
  ///
  /// History reaches as far back as the longest run, rest or week of any regime, so that a run which was already open
  /// on the first day known is either too long or long enough whatever came before.
  init(_ settings: RosterSettings) {
    firstDay = settings.firstDay
    dayCount = settings.days
    historyDayCount = settings.regimes.map(Self.reachBack).max() ?? Self.week
    let lead = settings.firstDay.weekday.rawValue
    let mondays = stride(from: -lead, to: settings.days, by: Self.week)
    weeks = mondays.map { monday in
      Week(
        days: monday..<(monday + Self.week), start: Self.firstInstant(of: monday, settings),
        end: Self.firstInstant(of: monday + Self.week, settings))
    }
    weekends = Self.weekends(settings)
  }

  /// The engine's number of a duty day.
  func number(of day: Day) -> Int { firstDay.distance(to: day) }

  /// The duty day of an engine's number.
  func day(_ number: Int) -> Day { firstDay.advanced(by: number) }

  /// The engine's numbers of the period's days.
  var period: Range<Int> { 0..<dayCount }

  /// The engine's numbers of the days that the problem knows, history included.
  var known: Range<Int> { -historyDayCount..<dayCount }

  private static let week = 7

  private static func reachBack(_ regime: Regime) -> Int {
    let runs = [regime.maxConsecutiveDays, regime.maxConsecutiveNights, regime.minConsecutiveDaysOff]
    // A shift may end two days after its duty day begins.
    let rest = (regime.restMinutes ?? 0) / 1440 + 3
    return min(longestReachBack, max(week, rest, (runs.compactMap { $0 }.max() ?? 0) + 1))
  }

  private static let longestReachBack = 366

  /// Runs of weekend days, cut to the period; where every day is one, each week is one.
  private static func weekends(_ settings: RosterSettings) -> [Weekend] {
    var found: [Weekend] = []
    for number in 0..<settings.days {
      let weekday = settings.firstDay.advanced(by: number).weekday
      guard settings.weekend.contains(weekday) else { continue }
      let beginsWeek = weekday == .monday && Weekday.allCases.allSatisfy(settings.weekend.contains)
      if let last = found.last, last.days.last == number - 1, !beginsWeek {
        found[found.count - 1].days.append(number)
      } else {
        found.append(Weekend(days: [number]))
      }
    }
    return found
  }

  private static func firstInstant(of number: Int, _ settings: RosterSettings) -> Int {
    let day = settings.firstDay.advanced(by: number)
    guard let first = settings.shifts.tiles.first else { return settings.zone.instant(day, minutes: 0) }
    return settings.interval(day, first).lowerBound
  }
}
