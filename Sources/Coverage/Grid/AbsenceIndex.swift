import RosterModel

/// Who is away when; kept up to date as absences are added and taken away.
struct AbsenceIndex: Sendable {
  private static let present: UInt8 = 0
  private static let wholeDay: UInt8 = 1
  private static let someShift: UInt8 = 2

  private let calendar: DutyCalendar
  private var ofUnit: [[Absence]]
  /// For each unit and day of the period what its absences say.
  private var codes: [UInt8]
  /// How many days of the period each unit is away whole.
  private var daysAway: [Int32]

  /// The absences of a roster; O(absences × their days).
  init(_ roster: Roster, calendar: DutyCalendar) {
    self.calendar = calendar
    ofUnit = [[Absence]](repeating: [], count: roster.units.count)
    codes = [UInt8](repeating: Self.present, count: roster.units.count * calendar.days)
    daysAway = [Int32](repeating: 0, count: roster.units.count)
    for absence in roster.absences { add(absence) }
  }

  /// Adds an absence; one of an unknown unit or shift says nothing.
  mutating func add(_ absence: Absence) {
    guard Self.says(absence) else { return }
    ofUnit[absence.unit.index].append(absence)
    mark(absence)
  }

  /// Takes an absence away; one that is not there changes nothing.
  mutating func remove(_ absence: Absence) {
    guard Self.says(absence), let position = ofUnit[absence.unit.index].lastIndex(of: absence) else { return }
    let unit = absence.unit.index
    ofUnit[unit].remove(at: position)
    for offset in 0..<calendar.days { codes[unit * calendar.days + offset] = Self.present }
    daysAway[unit] = 0
    for other in ofUnit[unit] { mark(other) }
  }

  /// Whether the unit cannot work the shift on the day, counted from the first of the period.
  func isAbsent(_ unit: Int, _ offset: Int, shift: Int, clock: ShiftClock) -> Bool {
    if offset >= 0, offset < calendar.days {
      let code = codes[unit * calendar.days + offset]
      if code != Self.someShift { return code == Self.wholeDay }
    }
    return absence(of: unit, offset, shift: shift, clock: clock) != nil
  }

  /// The absence that keeps the unit from the shift; a whole day before a shift.
  func absence(of unit: Int, _ offset: Int, shift: Int, clock: ShiftClock) -> Absence? {
    guard !ofUnit[unit].isEmpty else { return nil }
    let day = calendar.firstDay.advanced(by: offset)
    let matching = ofUnit[unit].filter { absence in
      guard absence.days.contains(day) else { return false }
      return absence.shift.map { $0.index == shift || clock.meet($0.index, shift) } ?? true
    }
    return matching.first { $0.shift == nil } ?? matching.first
  }

  /// Whether the unit is away the whole of a day of the period.
  func isAwayAllDay(_ unit: Int, _ offset: Int) -> Bool { codes[unit * calendar.days + offset] == Self.wholeDay }

  /// Whether nothing keeps the unit from any shift of a day of the period.
  func isPresentAllDay(_ unit: Int, _ offset: Int) -> Bool { codes[unit * calendar.days + offset] == Self.present }

  /// Whether no absence of the unit is known.
  func isNeverAway(_ unit: Int) -> Bool { ofUnit[unit].isEmpty }

  /// How many days of the period the unit is away whole.
  func daysAway(_ unit: Int) -> Int { Int(daysAway[unit]) }

  /// How many days of history the unit is away whole, from a day on that is counted from the first of the period.
  func historyAway(_ unit: Int, from firstDay: Int) -> Int {
    guard firstDay < 0, !ofUnit[unit].isEmpty else { return 0 }
    return (firstDay..<0).count { offset in
      let day = calendar.firstDay.advanced(by: offset)
      return ofUnit[unit].contains { $0.shift == nil && $0.days.contains(day) }
    }
  }

  private static func says(_ absence: Absence) -> Bool { absence.unit.isKnown && absence.shift?.isKnown != false }

  private mutating func mark(_ absence: Absence) {
    let base = absence.unit.index * calendar.days
    for term in absence.days.terms {
      for offset in offsets(of: term) where codes[base + offset] != Self.wholeDay {
        if absence.shift == nil {
          codes[base + offset] = Self.wholeDay
          daysAway[absence.unit.index] += 1
        } else {
          codes[base + offset] = Self.someShift
        }
      }
    }
  }

  private func offsets(of term: DayPattern.Term) -> [Int] {
    switch term {
    case .daily: Array(0..<calendar.days)
    case .dates(let first, let last):
      Array((0..<calendar.days).clamped(to: calendar.offset(of: first)..<calendar.offset(of: max(first, last)) + 1))
    case .weekdays: (0..<calendar.days).filter { term.contains(calendar.firstDay.advanced(by: $0)) }
    }
  }
}
