import RosterEngine
import RosterModel

/// Units among which nights and weekends are to be even: of one force, regime and home district.
///
/// What is fair depends on what is to be done, which only a plan tells: each unit's fair load is its group's mean a day
/// in a first plan, times the days on which it is not absent, less what it has behind it in the history. Hours are left
/// to the regimes' own minima and maxima.
struct FairnessGroups: Sendable {
  private struct Key: Hashable {
    var force: Force
    var regime: RegimeReference
    var district: DistrictReference?
  }

  private struct Member: Sendable {
    var staff: Int
    var daysPresent: Int
    var nightsBehind: Int
    var weekendDaysBehind: Int
  }

  private let groups: [[Member]]
  private let weight: Int
  private let tolerance: Int
  private let isNight: [Bool]
  private let isWeekend: [Bool]

  /// Deviations per 28 days that cost nothing.
  private static let tolerancePerPeriod = 2

  /// The groups of two units and more.
  init(_ rows: StaffRows, shifts: [RosterEngine.Shift], _ context: PlanContext) {
    let roster = context.roster
    let calendar = context.calendar
    let settings = roster.settings
    weight = PlanWeights.clamped(settings.weights.fairness)
    tolerance = 100 * Self.tolerancePerPeriod * settings.days / Regime.daysOfLimits
    isNight = shifts.map(\.isNight)
    isWeekend = calendar.period.map { settings.weekend.contains(calendar.day($0).weekday) }
    var nights = [Int](repeating: 0, count: rows.units.count)
    var weekendDays = nights
    for past in rows.history {
      nights[past.staff] += isNight[past.assignment.shift] ? 1 : 0
      weekendDays[past.staff] += settings.weekend.contains(calendar.day(past.day).weekday) ? 1 : 0
    }
    var numbers: [Key: Int] = [:]
    var groups: [[Member]] = []
    for (staff, index) in rows.units.enumerated() {
      let unit = roster.units[index]
      let key = Key(force: unit.force, regime: unit.regime, district: roster.district(of: unit.home))
      let member = Member(
        staff: staff, daysPresent: context.daysPresent(UnitReference(index)), nightsBehind: nights[staff],
        weekendDaysBehind: weekendDays[staff])
      if let number = numbers[key] {
        groups[number].append(member)
      } else {
        numbers[key] = groups.count
        groups.append([member])
      }
    }
    self.groups = groups.filter { $0.count > 1 }
  }

  /// Whether there is anything to balance.
  var isEmpty: Bool { weight == 0 || groups.isEmpty }

  /// The balances whose targets are the means of a plan, in the layout of `Solution.assignments`.
  func balances(of cells: [RosterEngine.Assignment?]) -> [Balance] {
    let days = isWeekend.count
    func count(_ member: Member, where matches: (Int, RosterEngine.Assignment) -> Bool) -> Int {
      (0..<days).count { day in cells[member.staff * days + day].map { matches(day, $0) } ?? false }
    }
    return groups.flatMap { group in
      [
        balance(.nights, group, behind: group.map(\.nightsBehind)) { member in
          count(member) { _, assignment in isNight[assignment.shift] }
        },
        balance(.weekendDays, group, behind: group.map(\.weekendDaysBehind)) { member in
          count(member) { day, _ in isWeekend[day] }
        },
      ].compactMap { $0 }
    }
  }

  private func balance(
    _ measure: Balance.Measure, _ group: [Member], behind: [Int], load: (Member) -> Int
  ) -> Balance? {
    let total = group.reduce(0) { $0 + load($1) } + behind.reduce(0, +)
    let present = group.reduce(0) { $0 + $1.daysPresent }
    guard total > 0, present > 0 else { return nil }
    let members = zip(group, behind).map { member, behind in
      Balance.Member(staff: member.staff, target: 100 * total * member.daysPresent / present - 100 * behind)
    }
    return Balance(measure: measure, weight: weight, tolerance: tolerance, members: members)
  }
}
