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
