import RosterModel

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
