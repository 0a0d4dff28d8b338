import RosterModel

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
