import RosterModel

/// The most that one unit of a regime can work in a span of days, by the rules that bind: an upper bound.
///
/// Work is counted in tiles: a duty that covers three counts three. Each bound follows from one rule alone, and the
/// least of them holds. History is left out, which can only raise it. What does not depend on the unit's absences is
/// worked out once.
struct WorkBound {
  /// The shifts that its units may work.
  let shifts: [Int]
  /// The tiles of a day that these cover.
  let coveredTiles: [Int]
  /// The most tiles of one day.
  let mostTilesADay: Int

  private let frame: RosterFrame
  private let rules: BindingRules
  private let limits: RegimeLimits?
  /// The least work of each shift on any day of the period, in minutes: clocks change.
  private let lengths: [Int]
  /// The same from start to end: the pauses of a split duty are no work, but no rest either.
  private let spans: [Int]
  /// The days of each weekend of the period, and on how many weekends its units may work; `nil` for all.
  private let weekends: [[Int]]
  private let mostWeekends: Int?
  /// By week, the most tiles and the most working days.
  private var ofWeek: [(tiles: Int, days: Int)] = []
  /// The most tiles and the most working days of the period.
  private var ofPeriod = (tiles: 0, days: 0)
  /// By tile, on how many days of the period it can be worked.
  private var ofTile: [Int] = []

  /// The bound of a regime; `nil` for a unit whose regime is not known, which no limit binds.
  ///
  /// O(days × shifts).
  init(_ limits: RegimeLimits?, _ rules: BindingRules, _ frame: RosterFrame) {
    self.frame = frame
    self.rules = rules
    self.limits = limits
    mostWeekends = rules.weekends ? limits?.maxWeekends : nil
    weekends = Dictionary(grouping: 0..<frame.days) { frame.calendar.weekend($0) ?? Int.min }
      .filter { $0.key != Int.min }.sorted { $0.key < $1.key }.map(\.value)
    let all = frame.roster.settings.shifts.shifts.indices
    shifts = all.filter { !frame.clock.tilesOfShift[$0].isEmpty && Self.isOpen($0, limits, rules, frame) }
    lengths = all.map { shift in
      (0..<frame.days).reduce(Int.max) { min($0, frame.clock.minutes($1, shift)) }
    }
    spans = all.map { shift in
      (0..<frame.days).reduce(Int.max) { least, day in
        let interval = frame.clock.interval(day, shift)
        return min(least, interval.end - interval.start)
      }
    }
    coveredTiles = Self.tiles(shifts, frame)
    mostTilesADay = Self.mostTiles(shifts, rules, frame)
    ofWeek = frame.daysOfWeeks.map { week in
      var most = mostByRest(week, of: shifts)
      if rules.hoursInAWeek, let minutes = limits?.regime.maxMinutesPerWeek { most = min(most, mostTiles(in: minutes)) }
      return (most, mostWorkingDays(of: week.count))
    }
    ofPeriod.days = mostWorkingDays(of: frame.days)
    ofPeriod.tiles = min(mostByRest(0..<frame.days, of: shifts), mostByCounts(of: shifts))
    if rules.hours, let minutes = limits?.maxMinutes { ofPeriod.tiles = min(ofPeriod.tiles, mostTiles(in: minutes)) }
    ofTile = (0..<frame.tiles).map { mostDays(ofTile: $0) }
  }

  /// The most tiles that it can work on a day on which only some of its shifts are open.
  func mostTiles(of open: [Int]) -> Int { Self.mostTiles(open, rules, frame) }

  /// The most tiles in a week, or the part of one that the period has, of which some days are open.
  func mostInWeek(_ week: Int, open: Int) -> Int {
    min(min(open, ofWeek[week].days) * mostTilesADay, ofWeek[week].tiles)
  }

  /// The most tiles in the whole period.
  ///
  /// - Parameters:
  ///   - weeks: the sum of the most in each week.
  ///   - isOpen: for each day whether some shift is open.
  func mostInPeriod(weeks: Int, isOpen: [Bool]) -> Int {
    min(weeks, min(ofPeriod.days, openDays(isOpen)) * mostTilesADay, ofPeriod.tiles)
  }

  /// The most days of the period on which it can work one tile.
  ///
  /// - Parameter isOpen: for each day whether some shift that covers the tile is open.
  func mostInPeriod(tile: Int, isOpen: [Bool]) -> Int { min(openDays(isOpen), ofPeriod.days, ofTile[tile]) }
}

extension WorkBound {
  /// Whether a shift may be worked at all.
  private static func isOpen(
    _ shift: Int, _ limits: RegimeLimits?, _ rules: BindingRules, _ frame: RosterFrame
  ) -> Bool {
    guard let limits else { return true }
    if rules.shiftsOfRegime, !limits.works[shift] { return false }
    if rules.shiftCounts, limits.maxShifts.contains(where: { $0.shift == shift && $0.most == 0 }) { return false }
    let isNight = frame.roster.settings.shifts.shifts[shift].isNight
    return !(rules.nightsInARow && isNight && limits.regime.maxConsecutiveNights == 0)
  }

  private static func mostTiles(_ shifts: [Int], _ rules: BindingRules, _ frame: RosterFrame) -> Int {
    guard rules.oneShiftADay else { return tiles(shifts, frame).count }
    return shifts.map { frame.clock.tilesOfShift[$0].count }.max() ?? 0
  }

  private static func tiles(_ shifts: [Int], _ frame: RosterFrame) -> [Int] {
    (0..<frame.tiles).filter { tile in shifts.contains { frame.clock.tilesOfShift[$0].contains(Int32(tile)) } }
  }

  /// On how many days of the period a tile can be worked, whatever the absences.
  private func mostDays(ofTile tile: Int) -> Int {
    let covering = shifts.filter { frame.clock.tilesOfShift[$0].contains(Int32(tile)) }
    guard let shortest = covering.map({ lengths[$0] }).min(), shortest > 0 else { return 0 }
    var most = min(mostByRest(0..<frame.days, of: covering, counting: 1), mostByCounts(of: covering, counting: 1))
    if rules.hours, let minutes = limits?.maxMinutes { most = min(most, minutes / shortest) }
    if rules.hoursInAWeek, let minutes = limits?.regime.maxMinutesPerWeek {
      most = min(most, frame.daysOfWeeks.reduce(0) { $0 + min($1.count, minutes / shortest) })
    }
    let all = frame.roster.settings.shifts.shifts
    if rules.nightsInARow, let nights = limits?.regime.maxConsecutiveNights, covering.allSatisfy({ all[$0].isNight }) {
      most = min(most, Self.most(of: frame.days, run: nights, off: 1))
    }
    return most
  }

  /// The days that can be worked of those that are open: all but those of the weekends that must be free.
  private func openDays(_ isOpen: [Bool]) -> Int {
    let open = isOpen.count(where: { $0 })
    let free = weekends.count - (mostWeekends ?? weekends.count)
    if free <= 0 { return open }
    let ofWeekends = weekends.lazy.map { days in days.count { isOpen[$0] } }
    // Mostly one weekend must be free, and then the one with the fewest open days is.
    if free == 1 { return open - (ofWeekends.min() ?? 0) }
    return open - ofWeekends.sorted().prefix(free).reduce(0, +)
  }

  /// The most working days of a span by the runs of work and of days off that are allowed.
  private func mostWorkingDays(of days: Int) -> Int {
    guard rules.daysInARow, let run = limits?.regime.maxConsecutiveDays else { return days }
    let off = rules.daysOffInARow ? limits?.regime.minConsecutiveDaysOff ?? 1 : 1
    return Self.most(of: days, run: run, off: max(1, off))
  }

  /// The most of `days` that can be worked where no run is longer than `run`, and runs of others are `off` or longer.
  private static func most(of days: Int, run: Int, off: Int) -> Int {
    days / (run + off) * run + min(run, days % (run + off))
  }

  /// The most tiles in so many minutes of work: all of them in the shift that has the most tiles an hour.
  private func mostTiles(in minutes: Int) -> Int {
    shifts.map { minutes * frame.clock.tilesOfShift[$0].count / max(1, lengths[$0]) }.max() ?? 0
  }

  /// The most tiles by the rest between shifts: shift and rest after it take their time one after the other, but for
  /// the last rest.
  private func mostByRest(_ days: Range<Int>, of shifts: [Int], counting tiles: Int? = nil) -> Int {
    guard rules.rest, let rest = limits?.regime.restMinutes, rest > 0, let first = days.first,
      let begin = shifts.map({ frame.clock.interval(first, $0).start }).min(),
      // No shift is longer than two days.
      let end = days.suffix(3).flatMap({ day in shifts.map { frame.clock.interval(day, $0).end } }).max()
    else { return Int.max }
    return shifts.map {
      (end - begin + rest) * (tiles ?? frame.clock.tilesOfShift[$0].count) / max(1, spans[$0] + rest)
    }.max() ?? 0
  }

  /// The most tiles by how often each shift may be worked; no bound where one of them has no limit.
  private func mostByCounts(of shifts: [Int], counting tiles: Int? = nil) -> Int {
    guard rules.shiftCounts, let limits else { return Int.max }
    var most = 0
    for shift in shifts {
      guard let limit = limits.maxShifts.first(where: { $0.shift == shift }) else { return Int.max }
      most += limit.most * (tiles ?? frame.clock.tilesOfShift[shift].count)
    }
    return most
  }
}

extension RosterFrame {
  /// The days of each week that touches the period, counted from its first, the parts outside left out.
  var daysOfWeeks: [Range<Int>] {
    calendar.weeks.map { week in
      let monday = calendar.monday(ofWeek: week)
      return max(0, monday)..<min(days, monday + 7)
    }
  }
}

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
  /// An escorted unit stands only where an escort stands, and no more of them than each may take.
  let escortPresent: Bool
  let escortShare: Bool
  /// Where a unit may stand.
  let beats: [any BeatRule.Type]

  init(_ policy: RulePolicy) {
    func binds(_ rule: any Rule.Type) -> Bool { policy.isHardEverywhere(rule.info) }
    escortPresent = binds(VolunteerWithoutEscort.self)
    escortShare = binds(TooManyVolunteersPerEscort.self)
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
