import RosterModel

/// What the `roster.toml` of a generated roster says, as values.
enum StandardSettings {
  /// Volunteer units beside one escorting unit.
  static let volunteersPerEscort = 2

  /// The settings of these options.
  static func settings(_ options: GeneratorOptions) -> RosterSettings {
    RosterSettings(
      title: title(options), timeZone: "Asia/Tashkent", zone: ZoneOffsets(initialOffset: 5 * 60),
      firstDay: options.firstDay, days: options.days, shifts: StandardShift.plan,
      regimes: StandardRegime.allCases.map(\.regime),
      escorts: [EscortRule(force: .volunteer, by: ForceSet([.police, .guard]), atMost: volunteersPerEscort)])
  }

  private static func title(_ options: GeneratorOptions) -> String {
    let place =
      if options.districts > 1 {
        "Tashkent, \(options.districts) districts"
      } else {
        "\(options.districtName ?? TashkentDistrict.at(0).name) district"
      }
    return "\(place), \(options.firstDay) to \(options.firstDay.advanced(by: options.days - 1))"
  }
}

/// The shifts of a generated roster; the raw value is the index in its shift plan.
enum StandardShift: Int, CaseIterable {
  case day, evening, night
  /// The 24-hour duty of the 24/72 crews.
  case dayAndNight
  /// The volunteers' evening from 18:00 to 22:00.
  case volunteerEvening

  /// The shift as the roster holds it.
  var shift: Shift {
    switch self {
    case .day: Shift(id: "A", name: "Day", start: ClockTime(minutes: 8 * 60), minutes: 8 * 60)
    case .evening: Shift(id: "B", name: "Evening", start: ClockTime(minutes: 16 * 60), minutes: 8 * 60)
    case .night: Shift(id: "C", name: "Night", start: ClockTime(minutes: 24 * 60), minutes: 8 * 60, isNight: true)
    case .dayAndNight:
      Shift(
        id: "D", name: "Day and night", start: ClockTime(minutes: 8 * 60), minutes: 24 * 60, isNight: true,
        covers: [Self.day.reference, Self.evening.reference, Self.night.reference])
    case .volunteerEvening:
      Shift(
        id: "E", name: "Volunteers' evening", start: ClockTime(minutes: 18 * 60), minutes: 4 * 60,
        covers: [Self.evening.reference])
    }
  }

  /// The reference to it.
  var reference: ShiftReference { ShiftReference(rawValue) }

  /// All of them as a plan.
  static var plan: ShiftPlan { ShiftPlan(allCases.map(\.shift)) }
}

/// The regimes of a generated roster; the raw value is the index among its regimes, which are in the order of names.
enum StandardRegime: Int, CaseIterable {
  case twentyFourSeventyTwo, day, threeShift, volunteer

  /// The reference to it.
  var reference: RegimeReference { RegimeReference(rawValue) }

  /// The regime as the roster holds it.
  var regime: Regime {
    switch self {
    case .twentyFourSeventyTwo: Self.twentyFourSeventyTwoRules
    case .day: Self.dayRules
    case .threeShift: Self.threeShiftRules
    case .volunteer: Self.volunteerRules
    }
  }

  /// How many days a week a unit works, one entry for each equally likely week.
  ///
  /// The means leave room under every limit over 28 days and above every minimum.
  var workingDays: [Int] {
    switch self {
    case .twentyFourSeventyTwo: [2, 2, 2, 2, 2, 2, 2, 2, 2, 1]
    case .day: [5, 5, 5, 5, 4]
    case .threeShift: [5, 5, 5, 5, 5, 5, 5, 4, 4, 4]
    case .volunteer: [2, 2, 1]
    }
  }

  /// The days a thousand weeks of a unit have work on; a 24/72 crew cannot have more than one in four.
  var workingDaysPerThousandWeeks: Int {
    if self == .twentyFourSeventyTwo { return 1700 }
    return workingDays.reduce(0, +) * 1000 / workingDays.count
  }
}

extension StandardRegime {
  private static var twentyFourSeventyTwoRules: Regime {
    var regime = Regime(name: "24-72", shifts: [StandardShift.dayAndNight.reference])
    regime.restMinutes = 72 * 60
    regime.weeklyRestMinutes = 42 * 60
    regime.maxConsecutiveDays = 1
    regime.maxConsecutiveNights = 1
    regime.minConsecutiveDaysOff = 3
    regime.maxMinutesPerWeek = 48 * 60
    regime.minMinutes = 96 * 60
    regime.maxMinutes = 192 * 60
    regime.maxWeekends = 4
    regime.maxShifts = [Regime.ShiftLimit(shift: StandardShift.dayAndNight.reference, most: 8)]
    regime.sources = [
      .restHours: "The pattern itself: 24 hours of duty, 72 hours of rest", .weeklyRestHours: weeklyRest,
    ]
    return regime
  }

  private static var dayRules: Regime {
    var regime = Regime(name: "day", shifts: [StandardShift.day.reference])
    regime.restMinutes = 12 * 60
    regime.weeklyRestMinutes = 42 * 60
    regime.maxConsecutiveDays = 5
    regime.minConsecutiveDaysOff = 1
    regime.maxMinutesPerWeek = 40 * 60
    regime.minMinutes = 96 * 60
    regime.maxMinutes = 168 * 60
    regime.maxWeekends = 4
    regime.sources = [.restHours: rest, .weeklyRestHours: weeklyRest, .maxHoursPerWeek: weeklyHours]
    return regime
  }

  private static var threeShiftRules: Regime {
    let tiles = [StandardShift.day, .evening, .night].map(\.reference)
    var regime = Regime(name: "three-shift", shifts: tiles)
    regime.restMinutes = 12 * 60
    regime.weeklyRestMinutes = 42 * 60
    regime.maxConsecutiveDays = 6
    regime.maxConsecutiveNights = 3
    regime.minConsecutiveDaysOff = 1
    regime.maxMinutesPerWeek = 48 * 60
    regime.minMinutes = 120 * 60
    regime.maxMinutes = 168 * 60
    regime.maxWeekends = 3
    regime.maxShifts = [Regime.ShiftLimit(shift: StandardShift.night.reference, most: 9)]
    regime.sources = [.restHours: rest, .weeklyRestHours: weeklyRest]
    return regime
  }

  private static var volunteerRules: Regime {
    var regime = Regime(name: "volunteer", shifts: [StandardShift.volunteerEvening.reference])
    regime.restMinutes = 12 * 60
    regime.weeklyRestMinutes = 42 * 60
    regime.maxConsecutiveDays = 2
    regime.minConsecutiveDaysOff = 1
    regime.maxMinutesPerWeek = 12 * 60
    regime.minMinutes = 12 * 60
    regime.maxMinutes = 40 * 60
    regime.maxWeekends = 3
    regime.maxShifts = [Regime.ShiftLimit(shift: StandardShift.volunteerEvening.reference, most: 10)]
    return regime
  }

  private static let rest = "Labour Code: at least 12 h between shifts; two shifts in a row prohibited"
  private static let weeklyRest = "Labour Code: weekly uninterrupted rest of at least 42 h"
  private static let weeklyHours = "Labour Code: normal working time of at most 40 h a week"
}
