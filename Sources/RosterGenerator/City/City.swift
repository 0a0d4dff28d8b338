import RosterModel

/// The places of a generated city and the groups of units that hold them, in the order made.
struct City {
  var districts: [District] = []
  var departments: [Department] = []
  var beats: [Beat] = []
  var groups: [RotaGroup] = []

  /// The city that the options ask for.
  init(_ options: GeneratorOptions, horizon: Horizon) {
    for index in 0..<options.districts {
      let name = TashkentDistrict.all.first { $0.name == options.districtName } ?? TashkentDistrict.at(index)
      var layout = DistrictLayout(name, options: options, horizon: horizon, index: index)
      layout.add(to: &self)
    }
    groups.append(cityGuard)
  }

  /// The district that a beat lies in.
  func district(ofBeat beat: Int) -> DistrictReference {
    switch beats[beat].place {
    case .department(let department): departments[department.index].district
    case .district(let district): district
    case .city, .beat, .unknown: DistrictReference(stray: 0)
    }
  }

  /// National Guard dog patrols of the whole city, a week in one district and the next in another.
  private var cityGuard: RotaGroup {
    let posts = districts.indices.map { district in
      beats.indices.filter { beat in
        beats[beat].kind == .post && self.district(ofBeat: beat).index == district
      }
    }
    let perDistrict = [1, 3, 3]
    return RotaGroup(
      prefix: "city-g", force: .guard, home: .city, reach: .city, regime: .threeShift, postings: .roaming(posts),
      strength: perDistrict.map { $0 * districts.count }, profile: .residential, modes: [.canine], officers: 2...3)
  }
}

/// Units that are alike for planting: of one force, home, reach, regime and equipment, for the same beats.
struct RotaGroup {
  /// Where its units may stand.
  enum Postings {
    /// In each shift, by its index, on these beats: one unit for each entry, those first in the list first.
    case slots([[Int]])
    /// Week by week in another of these lists of beats, one list a district.
    case roaming([[Int]])
  }

  /// What the ids of its units begin with.
  var prefix: String
  var force: Force
  var home: Place
  var reach: Reach
  var regime: StandardRegime
  var postings: Postings
  /// How many units stand in each shift on an ordinary day, by the shift's index.
  var strength: [Int]
  var profile: LoadProfile
  /// How its units move, one entry for each equally likely unit.
  var modes: [Mode]
  /// What each of its units can do.
  var skills: [String] = []
  /// What some of its units can do besides, with the share of them in per cent.
  var extraSkills: [(skill: String, percent: Int)] = []
  /// The share of its units, in per cent, that may be posted in all of their district.
  var reachesDistrict = 0
  /// How many people a unit is.
  var officers: ClosedRange<Int>

  /// How many units it takes to stand there on every day of the horizon.
  func size(_ horizon: Horizon) -> Int {
    var thousandths = 0
    for day in 0..<horizon.dayCount {
      for (shift, count) in strength.enumerated() where count > 0 {
        thousandths += count * 10 * profile.percent(day: day, tile: LoadProfile.tile(ofShift: shift))
      }
    }
    let perUnit = regime.workingDaysPerThousandWeeks * horizon.weeks
    return max(1, (thousandths + perUnit / 2) / perUnit)
  }
}

/// How the units wanted in a place differ by weekday, tile and date, in per cent of an ordinary day.
struct LoadProfile {
  /// A date on which one tile wants more.
  struct Event {
    /// The day's index in the horizon.
    var day: Int
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
