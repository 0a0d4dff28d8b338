/// What `roster.toml` says: what is few and wants comments.
public struct RosterSettings: Hashable, Sendable {
  /// What the roster is called; free text.
  public var title: String
  /// The name of the time zone, for example `Asia/Tashkent`.
  public var timeZone: String
  /// The offsets of that zone around the period.
  public var zone: ZoneOffsets
  /// The first duty day of the period.
  public var firstDay: Day
  /// How many duty days the period has; 1 or more.
  public var days: Int
  /// The weekdays of a weekend.
  public var weekend: [Weekday]
  /// The shifts, tiles and duties.
  public var shifts: ShiftPlan
  /// The regimes in the order of their names.
  public var regimes: [Regime]
  /// The escort rules in the order written.
  public var escorts: [EscortRule]
  /// What is said of rules, by rule name or id.
  public var rules: [String: RuleSetting]
  /// What planning trades.
  public var weights: Weights
  /// In which order free units are to be phoned.
  public var callOrder = CallCriterion.standard

  /// The longest period in duty days: three years.
  public static let longestPeriod = 1096

  /// Settings of a period.
  public init(
    title: String, timeZone: String = "UTC", zone: ZoneOffsets = ZoneOffsets(initialOffset: 0), firstDay: Day,
    days: Int, weekend: [Weekday] = [.saturday, .sunday], shifts: ShiftPlan, regimes: [Regime],
    escorts: [EscortRule] = [], rules: [String: RuleSetting] = [:], weights: Weights = Weights()
  ) {
    self.title = title
    self.timeZone = timeZone
    self.zone = zone
    self.firstDay = firstDay
    self.days = days
    self.weekend = weekend
    self.shifts = shifts
    self.regimes = regimes
    self.escorts = escorts
    self.rules = rules
    self.weights = weights
  }

  /// The last duty day of the period.
  public var lastDay: Day { firstDay.advanced(by: days - 1) }

  /// The duty days of the period.
  public var period: ClosedRange<Day> { firstDay...max(firstDay, lastDay) }

  /// The instants at which a shift of a duty day starts and ends, in minutes since 1970-01-01 00:00 UTC; the pauses of
  /// a split duty are inside.
  ///
  /// The clock of the zone says when each is, so a shift over a change of daylight saving is an hour longer or shorter.
  public func interval(_ day: Day, _ shift: ShiftReference) -> Range<Int> {
    let shift = shifts[shift]
    let start = zone.instant(day, minutes: shift.start.minutes)
    return start..<max(start, zone.instant(day, minutes: shift.end.minutes))
  }

  /// The instants between which a shift of a duty day is worked: one span, or one for each part of a split duty.
  public func parts(_ day: Day, _ shift: ShiftReference) -> [Range<Int>] {
    shifts[shift].parts.map { part in
      let start = zone.instant(day, minutes: part.start.minutes)
      return start..<max(start, zone.instant(day, minutes: part.end.minutes))
    }
  }

  /// The work time of a shift of a duty day: time elapsed in its parts, in minutes.
  public func workMinutes(_ day: Day, _ shift: ShiftReference) -> Int {
    shifts[shift].pauses.isEmpty
      ? interval(day, shift).count : parts(day, shift).reduce(0) { $0 + $1.count }
  }

  /// Times of a duty day as the clocks show them: the same, but where the clock skips one of them.
  ///
  /// Whoever prints the times of a day prints these, or a sheet would name a time that no clock shows that day.
  public func shown(_ spans: [ClockSpan], on day: Day) -> [ClockSpan] {
    func shown(_ time: ClockTime) -> ClockTime {
      let local = zone.local(at: zone.instant(day, minutes: time.minutes))
      return ClockTime(minutes: day.distance(to: local.day) * 1440 + local.minutes)
    }
    return spans.map { ClockSpan(start: shown($0.start), end: shown($0.end)) }
  }

  /// What the clocks show on a duty day when a shift starts and ends, `08:00-16:00`; of each part of a split duty.
  public func wallClock(_ day: Day, _ shift: ShiftReference) -> String {
    shown(shifts[shift].parts, on: day).map(\.wallClock).joined(separator: ", ")
  }

  /// The duty day at an instant: the last whose first tile has started.
  ///
  /// At 03:00 it is still the day before.
  public func dutyDay(at instant: Int) -> Day {
    let date = zone.local(at: instant).day
    guard let first = shifts.tiles.first else { return date }
    return interval(date, first).lowerBound > instant ? date.advanced(by: -1) : date
  }
}

/// By what units that are free are ordered to be phoned, the first that differs deciding.
public enum CallCriterion: String, CaseIterable, Sendable {
  /// What planning would count for it: gaps, fairness, requests, the way from home.
  case cost
  /// The hours that it works in the week of the cell; fewer first.
  case week
  /// The hours that it works in the period; fewer first.
  case period
  /// When it was called last; who never was, first.
  case lastCall = "last_call"
  /// How far the beat is from its home.
  case distance

  /// The order where the roster says none.
  public static let standard: [CallCriterion] = [.cost, .period, .lastCall, .distance]
}

/// What planning trades, as penalties per unit and day.
public struct Weights: Hashable, Sendable {
  /// A unit below minimum.
  public var gap = 1000
  /// A unit below target.
  public var shortfall = 100
  /// A unit above maximum.
  public var surplus = 10
  /// A request that is not met.
  public var request = 5
  /// Uneven loads inside a group.
  public var fairness = 5
  /// Another beat than on the last working day.
  public var continuity = 1
  /// Each step away from home: 0 same department, 1 same district, 2 elsewhere.
  public var farFromHome = 1
  /// A posting that is otherwise than it stood before planning: 1 just decides between equals.
  public var change = 1
  /// Rules that were re-graded to warning, by rule name.
  public var rules: [String: Int] = [:]

  /// What a break of a rule re-graded to warning costs where `rules` does not say.
  public static let defaultForRule = 50

  /// The default weights.
  public init() {}
}

/// A force that patrols only beside another in the same cell.
public struct EscortRule: Hashable, Sendable {
  /// The escorted force.
  public var force: Force
  /// The forces that escort it.
  public var by: ForceSet
  /// Units of the escorted force per escorting unit.
  public var atMost: Int

  /// At most `atMost` units of `force` for each unit of the forces in `by`.
  public init(force: Force, by: ForceSet, atMost: Int) {
    self.force = force
    self.by = by
    self.atMost = atMost
  }
}
