import RosterEngine
import RosterModel

/// The engine's shifts: the roster's own, then one for every set of shifts that some unit was given on one day.
///
/// The engine knows one assignment a unit and day. A unit that the roster posts twice on a day keeps both; to the
/// engine they are one shift from the first one's start to the last one's end, so that its rest, weeks and hours stay
/// right.
struct ShiftTable {
  /// The most shifts the engine takes.
  static let most = 64

  private let plan: ShiftPlan
  private var joined: [[Int]] = []
  private var numbers: [[Int]: Int] = [:]

  /// The table of a roster's shifts.
  init(_ plan: ShiftPlan) { self.plan = plan }

  /// The engine's shift for shifts worked on one day; `nil` where there are none or the engine has no room for more.
  mutating func number(of shifts: [Int]) -> Int? {
    guard let first = shifts.first else { return nil }
    if shifts.count == 1 { return first }
    let key = shifts.sorted()
    if let known = numbers[key] { return known }
    let number = plan.shifts.count + joined.count
    guard number < Self.most else { return nil }
    joined.append(key)
    numbers[key] = number
    return number
  }

  /// The roster's shifts that an engine's shift stands for.
  func parts(of number: Int) -> [Int] {
    number < plan.shifts.count ? [number] : joined[number - plan.shifts.count]
  }

  /// The engine's shifts; a joined one counts in no slot, its parts are counted as cover from outside.
  var shifts: [RosterEngine.Shift] {
    let own = plan.shifts.indices.map { index in
      RosterEngine.Shift(slots: plan.tileNumbers[index], isNight: plan.shifts[index].isNight)
    }
    return own
      + joined.map { parts in RosterEngine.Shift(slots: [], isNight: parts.contains { plan.shifts[$0].isNight }) }
  }

  /// When each shift of each day is, in the order of `Problem.times`.
  func times(_ calendar: PlanCalendar, _ settings: RosterSettings) -> [ShiftTime] {
    calendar.known.flatMap { number -> [ShiftTime] in
      let day = calendar.day(number)
      let intervals = plan.shifts.indices.map { settings.interval(day, ShiftReference($0)) }
      let work = plan.shifts.indices.map { settings.workMinutes(day, ShiftReference($0)) }
      let own = zip(intervals, work).map { ShiftTime(start: $0.lowerBound, end: $0.upperBound, minutes: $1) }
      return own
        + joined.map { parts in
          ShiftTime(
            start: parts.map { intervals[$0].lowerBound }.min() ?? 0,
            end: parts.map { intervals[$0].upperBound }.max() ?? 0,
            minutes: parts.map { work[$0] }.reduce(0, +))
        }
    }
  }
}
