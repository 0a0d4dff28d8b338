import RosterModel

/// A unit's break of a rule, in numbers; words are made of it only where it is shown.
struct Violation: Hashable, Sendable {
  /// The position of the rule in `UnitRules.all`; set by whoever runs the rules.
  var rule = 0
  var unit: Int32
  /// The duty day it is found at, counted from the first of the period; `nil` for the period as a whole.
  var day: Int32?
  /// The shift it is found at; `nil` for none.
  var shift: Int32?
  /// The beat of the posting to blame; `nil` for none.
  var beat: Int32?
  /// The slot of the posting to blame; `nil` for none and for one that is only being considered.
  var slot: Int32?
  /// What tells this break from others of the same rule and unit while postings come and go.
  var anchor = 0
  /// What was found.
  var measured: Int
  /// What the rule allows.
  var bound: Int
  /// The day of the other posting it is about, or the Monday of the week.
  var otherDay: Int32?
  /// The shift of the other posting it is about.
  var otherShift: Int32?
  /// The line of the row that it is at odds with: another posting, or an absence; `nil` where that was not read.
  var otherLine: Int32?

  /// How far it is beyond the bound.
  var excess: Int { abs(measured - bound) }
}

extension Violation {
  /// A break found at a posting.
  init(
    at entry: UnitTimeline.Entry, of unit: Int, anchor: Int? = nil, measured: Int, bound: Int,
    otherDay: Int32? = nil, otherShift: Int32? = nil, otherLine: Int32? = nil
  ) {
    self.init(
      unit: Int32(unit), day: entry.day, shift: entry.shift, beat: entry.beat, slot: entry.slot,
      anchor: anchor ?? Int(entry.day), measured: measured, bound: bound, otherDay: otherDay, otherShift: otherShift,
      otherLine: otherLine)
  }

  /// Whether it is the same break as the other and at least as bad.
  func isCovered(by other: Violation) -> Bool {
    unit == other.unit && rule == other.rule && anchor == other.anchor && excess <= other.excess
  }
}

extension RosterFrame {
  /// Where a unit's break is found: in the district of the posting to blame, or else of the unit's home.
  func site(of violation: Violation) -> FindingCollector.Site {
    let unit = Int(violation.unit)
    return FindingCollector.Site(
      district: violation.beat.map { places.districtOfBeat[Int($0)] } ?? places.districtOfUnit[unit],
      force: roster.units[unit].force, days: violation.day.map { Int($0)...Int($0) })
  }

  /// How serious a unit's break is where it is found.
  func severity(of violation: Violation) -> Severity {
    let grade = policy.grade(of: UnitRules.all[violation.rule].info)
    return grade.varies ? policy.severity(of: grade.rule, at: site(site(of: violation))) : grade.severity
  }

  /// Whether a break is one of others: the same, and there at least as bad and as serious.
  func isCovered(_ violation: Violation, by others: [Violation]) -> Bool {
    guard others.contains(where: violation.isCovered) else { return false }
    let severity = severity(of: violation)
    return others.contains { violation.isCovered(by: $0) && self.severity(of: $0) >= severity }
  }
}

extension FindingCollector {
  /// Reports a unit's break of a rule, at the row of the posting to blame.
  mutating func report(_ violation: Violation, of grid: CoverageGrid) {
    let frame = grid.frame
    let posting = violation.slot.map { grid.slots[Int($0)] }
    let rule = UnitRules.all[violation.rule]
    report(
      frame.site(of: violation), frame.subject(of: violation),
      at: frame.location(of: violation, posting),
      data: frame.data(violation, posting), frame.message(violation, rule.text(of: violation, in: frame)))
  }
}

extension RosterFrame {
  /// The row of the posting to blame, or else of the unit.
  func location(of violation: Violation, _ posting: Assignment?) -> Location? {
    posting.map { Location.row(of: $0, UnitRules.all[violation.rule].column) }
      ?? .row("units.csv", roster.units[Int(violation.unit)].line, "id")
  }

  func subject(of violation: Violation) -> Subject {
    .unit(
      roster.units[Int(violation.unit)].id, day: violation.day.map { day(Int($0)) },
      shift: violation.shift.map { shiftID($0) })
  }

  func message(_ violation: Violation, _ text: String) -> String {
    var place = name(ofUnit: Int(violation.unit))
    if let number = violation.day { place += ", \(day(Int(number)))" }
    if let shift = violation.shift { place += " \(shiftID(shift))" }
    return "\(place): \(text)"
  }

  func data(_ violation: Violation, _ posting: Assignment?) -> [Finding.Datum] {
    var facts: [Finding.Datum] = [
      .init("unit", roster.units[Int(violation.unit)].id), .init("measured", violation.measured),
      .init("bound", violation.bound),
    ]
    if let posting { facts.append(.init("beat", roster.id(posting.beat))) }
    if let other = violation.otherDay { facts.append(.init("since", day(Int(other)).description)) }
    if let line = violation.otherLine { facts.append(.init("other_line", Int(line))) }
    return facts
  }
}
