/// How the units wanted in a place differ by weekday, tile and date, in per cent of an ordinary day.
struct LoadProfile {
  /// A date on which one tile wants more.
  struct Event {
    /// The day's index in the horizon.
    var day: Int
    /// The tile number.
    var tile: Int
    /// Per cent of what the weekday wants.
    var percent: Int
  }

  /// Per cent for each weekday from Monday: day, evening, night.
  var weekdays: [[Int]]
  /// Dates that differ.
  var events: [Event] = []

  /// What a tile of a day wants, in per cent.
  func percent(day: Int, tile: Int) -> Int {
    events.reduce(weekdays[day % 7][tile]) { percent, event in
      event.day == day && event.tile == tile ? percent * event.percent / 100 : percent
    }
  }

  /// The tile by which the load of a shift goes; a 24-hour duty goes by the day.
  static func tile(ofShift shift: Int) -> Int {
    switch shift {
    case StandardShift.evening.rawValue, StandardShift.volunteerEvening.rawValue: 1
    case StandardShift.night.rawValue: 2
    default: 0
    }
  }
}

extension LoadProfile {
  /// The same on every day.
  static let even = LoadProfile(weekdays: [[Int]](repeating: [100, 100, 100], count: 7))

  /// Where people live: a little more on Friday and Saturday evenings.
  static let residential = LoadProfile(
    weekdays: [[Int]](repeating: [100, 95, 95], count: 4) + [[100, 110, 105], [90, 115, 115], [85, 100, 95]])

  /// A bazaar: full by day at the weekend, quiet on Monday, when it is closed.
  static let market = LoadProfile(
    weekdays: [[75, 90, 95]] + [[Int]](repeating: [95, 95, 95], count: 3)
      + [[105, 105, 100], [125, 110, 105], [125, 105, 95]])

  /// Streets that people go out in: late on Friday and Saturday.
  static let centre = LoadProfile(
    weekdays: [[Int]](repeating: [95, 90, 85], count: 4) + [[100, 120, 120], [85, 125, 130], [75, 100, 90]])

  /// Offices: empty at the weekend.
  static let business = LoadProfile(
    weekdays: [[Int]](repeating: [105, 105, 100], count: 4) + [[105, 110, 105], [75, 90, 95], [70, 85, 95]])

  /// What departments are drawn from.
  static let ofDepartments = [residential, residential, market, centre, business]
}
