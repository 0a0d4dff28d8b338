/// A unit's break of a rule, in numbers; words are made of it only where it is shown.
struct Violation: Hashable, Sendable {
  /// The position of the rule in `UnitRules.all`; set by whoever runs the rules.
  var rule = 0
  /// The unit.
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
