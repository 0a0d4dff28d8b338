import RosterModel

/// A number for each day of the period, to be said in few rows.
struct DaySeries {
  /// Days that have a value.
  struct Row: Hashable {
    var days: DayPattern
    var value: Int
  }

  let firstDay: Day
  let values: [Int]

  /// The value of most weekdays, and of most days of weekends; each stands for the other where the period has none.
  private(set) var onWeekdays: Int
  private(set) var onWeekends: Int

  /// The numbers of the days from the first on.
  init(firstDay: Day, values: [Int]) {
    self.firstDay = firstDay
    self.values = values
    let weekdays = values.indices.filter { firstDay.advanced(by: $0).weekday < .saturday }.map { values[$0] }
    let weekends = values.indices.filter { firstDay.advanced(by: $0).weekday >= .saturday }.map { values[$0] }
    onWeekdays = Self.mostCommon(weekdays.isEmpty ? weekends : weekdays)
    onWeekends = Self.mostCommon(weekends.isEmpty ? weekdays : weekends)
  }

  /// The same with every weekday, and every day of weekends, at a share of the fewest of them.
  func fewest(percent: Int) -> DaySeries {
    let isWeekend = values.indices.map { firstDay.advanced(by: $0).weekday >= .saturday }
    let least = [false, true].map { wanted in
      (values.indices.filter { isWeekend[$0] == wanted }.map { values[$0] }.min() ?? 0) * percent / 100
    }
    return DaySeries(firstDay: firstDay, values: isWeekend.map { least[$0 ? 1 : 0] })
  }

  /// Which days have which value, where a row that says `inherited` for every day is there already.
  ///
  /// The rule is that of the demand table: dates win over weekdays, weekdays over `daily`. A value of 0 needs no row
  /// where nothing is inherited. O(days × values).
  func rows(inherited: Int) -> [Row] {
    var rows: [Row] = []
    let weekdays = DayPattern([.weekdays(.monday, .friday)])
    let weekends = DayPattern([.weekdays(.saturday, .sunday)])
    if onWeekdays == onWeekends {
      if onWeekdays != inherited { rows.append(Row(days: .daily, value: onWeekdays)) }
    } else if onWeekends == inherited {
      rows.append(Row(days: weekdays, value: onWeekdays))
    } else {
      if onWeekdays != inherited { rows.append(Row(days: .daily, value: onWeekdays)) }
      rows.append(Row(days: weekends, value: onWeekends))
    }
    for value in Set(values).sorted() {
      let days = values.indices.filter { values[$0] == value && value != usual($0) }
      if !days.isEmpty { rows.append(Row(days: dates(days), value: value)) }
    }
    return rows
  }

  private func usual(_ index: Int) -> Int {
    firstDay.advanced(by: index).weekday < .saturday ? onWeekdays : onWeekends
  }

  private func dates(_ days: [Int]) -> DayPattern {
    var terms: [DayPattern.Term] = []
    for index in days {
      let day = firstDay.advanced(by: index)
      if case .dates(let first, let last)? = terms.last, last.advanced(by: 1) == day {
        terms[terms.count - 1] = .dates(first, day)
      } else {
        terms.append(.dates(day, day))
      }
    }
    return DayPattern(terms)
  }

  /// The value found most often; the smallest of those.
  static func mostCommon(_ values: [Int]) -> Int {
    var counts: [Int: Int] = [:]
    for value in values { counts[value, default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
  }
}
