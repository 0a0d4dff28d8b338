import RosterModel

/// The period as numbers: duty days counted from its first, weeks counted from the one it begins in.
struct DutyCalendar: Sendable {
  /// The first duty day of the period.
  let firstDay: Day
  /// How many duty days of the period are looked at: all, unless the roster is far too large.
  let days: Int
  /// The weekday of the first duty day, Monday is 0.
  let firstWeekday: Int
  /// For each weekday how many days before it its weekend began; -1 where it is no part of one.
  private let sinceWeekendBegan: [Int]

  /// The calendar of a period.
  ///
  /// - Parameter most: how many of its days are looked at.
  init(_ settings: RosterSettings, most: Int = Int.max) {
    firstDay = settings.firstDay
    days = max(1, min(settings.days, most))
    firstWeekday = settings.firstDay.weekday.rawValue
    let weekend = Weekday.allCases.map(settings.weekend.contains)
    sinceWeekendBegan = (0..<7).map { weekday in
      guard weekend[weekday] else { return -1 }
      if !weekend.contains(false) { return weekday }
      return (0..<7).first { !weekend[(weekday - $0 + 6) % 7] } ?? 0
    }
  }

  /// The day's number, counted from the first of the period; negative before it.
  func offset(of day: Day) -> Int { Int(day.number) - Int(firstDay.number) }

  /// The week of a day; 0 is the week that the period begins in.
  func week(_ offset: Int) -> Int {
    let fromMonday = offset + firstWeekday
    return fromMonday >= 0 ? fromMonday / 7 : (fromMonday - 6) / 7
  }

  /// The Monday of a week.
  func monday(ofWeek week: Int) -> Int { week * 7 - firstWeekday }

  /// The day on which the weekend began that the day is part of; `nil` where it is part of none.
  func weekend(_ offset: Int) -> Int? {
    let weekday = ((offset + firstWeekday) % 7 + 7) % 7
    let since = sinceWeekendBegan[weekday]
    return since < 0 ? nil : offset - since
  }

  /// The weeks that have a day in the period.
  var weeks: ClosedRange<Int> { 0...max(0, week(days - 1)) }
}

/// When each shift of each duty day begins and ends, and which shifts meet in a tile.
struct ShiftClock: Sendable {
  /// The duty days before the period that are kept at hand; earlier ones are worked out when asked for.
  static let daysAtHand = 42

  private let settings: RosterSettings
  private let starts: [Int]
  private let ends: [Int]
  private let work: [Int]
  private let meeting: [Bool]
  /// The shifts of the roster.
  let shiftCount: Int
  /// Whether each shift is a night.
  let isNight: [Bool]
  /// The tiles that each shift counts in.
  let tilesOfShift: NumberLists
  /// The shifts that count in each tile: the tile itself and the duties that cover it.
  let shiftsOfTile: NumberLists

  /// The clock of a roster; O(days × shifts).
  init(_ settings: RosterSettings) {
    self.settings = settings
    let plan = settings.shifts
    shiftCount = plan.shifts.count
    isNight = plan.shifts.map(\.isNight)
    tilesOfShift = NumberLists(plan.tileNumbers.map { $0.map(Int32.init) })
    var covering = [[Int32]](repeating: [], count: plan.tileCount)
    for (shift, tiles) in plan.tileNumbers.enumerated() { for tile in tiles { covering[tile].append(Int32(shift)) } }
    shiftsOfTile = NumberLists(covering)
    var starts: [Int] = []
    var ends: [Int] = []
    var work: [Int] = []
    for offset in -Self.daysAtHand...settings.days {
      for shift in plan.shifts.indices {
        let day = settings.firstDay.advanced(by: offset)
        let interval = settings.interval(day, ShiftReference(shift))
        work.append(settings.workMinutes(day, ShiftReference(shift)))
        starts.append(interval.lowerBound)
        ends.append(interval.upperBound)
      }
    }
    self.starts = starts
    self.ends = ends
    self.work = work
    var meeting = [Bool](repeating: false, count: plan.shifts.count * plan.shifts.count)
    for (left, tiles) in plan.tileNumbers.enumerated() {
      for (right, others) in plan.tileNumbers.enumerated() {
        meeting[left * plan.shifts.count + right] = tiles.contains(where: others.contains)
      }
    }
    self.meeting = meeting
  }

  /// When a shift begins and ends, in minutes since 1970-01-01 00:00 UTC.
  ///
  /// - Parameter offset: the duty day, counted from the first of the period; negative before it.
  func interval(_ offset: Int, _ shift: Int) -> (start: Int, end: Int) {
    let row = offset + Self.daysAtHand
    if row >= 0, row <= settings.days + Self.daysAtHand {
      return (starts[row * shiftCount + shift], ends[row * shiftCount + shift])
    }
    let interval = settings.interval(settings.firstDay.advanced(by: offset), ShiftReference(shift))
    return (interval.lowerBound, interval.upperBound)
  }

  /// The work time of a shift, in minutes: less than from its start to its end where it has pauses.
  ///
  /// - Parameter offset: the duty day, counted from the first of the period; negative before it.
  func minutes(_ offset: Int, _ shift: Int) -> Int {
    let row = offset + Self.daysAtHand
    if row >= 0, row <= settings.days + Self.daysAtHand { return work[row * shiftCount + shift] }
    return settings.workMinutes(settings.firstDay.advanced(by: offset), ShiftReference(shift))
  }

  /// Whether a shift has begun by an instant; nothing has where nobody says what time it is.
  ///
  /// - Parameter offset: the duty day, counted from the first of the period; negative before it.
  func hasBegun(_ offset: Int, _ shift: Int, by now: Int?) -> Bool {
    now.map { interval(offset, shift).start <= $0 } ?? false
  }

  /// The instant at which the first tile of a duty day begins; where there is no tile, its midnight.
  func beginning(_ offset: Int) -> Int {
    guard let first = settings.shifts.tiles.first else {
      return settings.zone.instant(settings.firstDay.advanced(by: offset), minutes: 0)
    }
    return interval(offset, first.index).start
  }

  /// Whether two shifts of one duty day have a tile in common.
  func meet(_ left: Int, _ right: Int) -> Bool { meeting[left * shiftCount + right] }
}
