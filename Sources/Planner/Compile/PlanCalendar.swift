import RosterEngine
import RosterModel

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
