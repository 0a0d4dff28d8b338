import RosterModel

/// Who is away when; kept up to date as absences are added and taken away.
struct AbsenceIndex: Sendable {
  private static let present: UInt8 = 0
  private static let wholeDay: UInt8 = 1
  private static let someShift: UInt8 = 2

  private let calendar: DutyCalendar
  private var ofUnit: [[Absence]]
  /// The days at hand: those of the period, and those of the history before it as far as memory is bounded.
  private let atHand: Range<Int>
  /// For each unit and day at hand what its absences say.
  private var codes: [UInt8]
  /// How many days of the period each unit is away whole.
  private var daysAway: [Int32]

  /// The absences of a roster; O(absences × their days).
  init(_ roster: Roster, calendar: DutyCalendar) {
    self.calendar = calendar
    ofUnit = [[Absence]](repeating: [], count: roster.units.count)
    let room = RosterFrame.mostCells / max(1, roster.units.count) - calendar.days
    atHand = -min(Regime.daysOfLimits, max(0, room))..<calendar.days
    codes = [UInt8](repeating: Self.present, count: roster.units.count * atHand.count)
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
    for offset in atHand { codes[code(unit, offset)] = Self.present }
    daysAway[unit] = 0
    for other in ofUnit[unit] { mark(other) }
  }

  /// Whether the unit cannot work the shift on the day, counted from the first of the period.
  @inline(__always)
  func isAbsent(_ unit: Int, _ offset: Int, shift: Int, clock: @autoclosure () -> ShiftClock) -> Bool {
    if atHand.contains(offset) {
      let said = codes[code(unit, offset)]
      if said != Self.someShift { return said == Self.wholeDay }
    }
    return absence(of: unit, offset, shift: shift, clock: clock()) != nil
  }

  /// The absence that keeps the unit from the shift; a whole day before a shift.
  func absence(of unit: Int, _ offset: Int, shift: Int, clock: ShiftClock) -> Absence? {
    guard !ofUnit[unit].isEmpty else { return nil }
    let day = calendar.firstDay.advanced(by: offset)
    var ofShift: Absence?
    for absence in ofUnit[unit] where absence.days.contains(day) {
      guard let reference = absence.shift else { return absence }
      if ofShift == nil, reference.index == shift || clock.meet(reference.index, shift) { ofShift = absence }
    }
    return ofShift
  }

  /// Whether the unit is away the whole of a day of the period.
  func isAwayAllDay(_ unit: Int, _ offset: Int) -> Bool { codes[code(unit, offset)] == Self.wholeDay }

  /// Whether nothing keeps the unit from any shift of a day of the period.
  func isPresentAllDay(_ unit: Int, _ offset: Int) -> Bool { codes[code(unit, offset)] == Self.present }

  /// Whether no absence of the unit is known.
  func isNeverAway(_ unit: Int) -> Bool { ofUnit[unit].isEmpty }

  /// How many days of the period the unit is away whole.
  func daysAway(_ unit: Int) -> Int { Int(daysAway[unit]) }

  /// How many days of history the unit is away whole, from a day on that is counted from the first of the period.
  func historyAway(_ unit: Int, from firstDay: Int) -> Int {
    guard firstDay < 0, !ofUnit[unit].isEmpty else { return 0 }
    return (firstDay..<0).count { offset in
      if atHand.contains(offset) { return codes[code(unit, offset)] == Self.wholeDay }
      let day = calendar.firstDay.advanced(by: offset)
      return ofUnit[unit].contains { $0.shift == nil && $0.days.contains(day) }
    }
  }

  private static func says(_ absence: Absence) -> Bool { absence.unit.isKnown && absence.shift?.isKnown != false }

  private mutating func mark(_ absence: Absence) {
    let unit = absence.unit.index
    for term in absence.days.terms {
      for offset in window(of: term) where codes[code(unit, offset)] != Self.wholeDay {
        guard term.contains(calendar.firstDay.advanced(by: offset)) else { continue }
        guard absence.shift == nil else {
          codes[code(unit, offset)] = Self.someShift
          continue
        }
        codes[code(unit, offset)] = Self.wholeDay
        if offset >= 0 { daysAway[unit] += 1 }
      }
    }
  }

  /// The days at hand that a term may name; all of them for one that is not of dates.
  private func window(of term: DayPattern.Term) -> Range<Int> {
    guard case .dates(let first, let last) = term else { return atHand }
    return atHand.clamped(to: calendar.offset(of: first)..<calendar.offset(of: max(first, last)) + 1)
  }

  @inline(__always)
  private func code(_ unit: Int, _ offset: Int) -> Int { unit * atHand.count + offset - atHand.lowerBound }
}

extension CoverageGrid {
  /// The absence that keeps the unit from the shift on the day, one of the whole day before one of a shift; `nil` where
  /// the unit is there.
  public func absence(of unit: UnitReference, day: Day, shift: ShiftReference) -> Absence? {
    guard unit.isKnown, shift.isKnown else { return nil }
    return absences.absence(
      of: unit.index, frame.calendar.offset(of: day), shift: shift.index, clock: frame.clock)
  }

  /// The unit's postings of the period, on the days of an absence, for which it is absent or would be.
  public func postings(during absence: Absence) -> [Assignment] {
    var grid = self
    grid.add(absence)
    return assignments(of: absence.unit).filter {
      frame.offset(of: $0.day) != nil && absence.days.contains($0.day)
        && grid.isAbsent(absence.unit, day: $0.day, shift: $0.shift)
    }
  }
}
