/// One unit's week: for each day from Monday a shift or none.
struct WeekPattern {
  /// The index of the shift of each day, or `off`.
  var shifts: [Int8]
  /// How many days have a shift.
  var workingDays: Int
  /// Whether Saturday and Sunday are free.
  var hasFreeWeekend: Bool

  /// A day without a shift.
  static let off: Int8 = -1

  /// The week of these shifts.
  init(_ shifts: [Int8]) {
    self.shifts = shifts
    workingDays = shifts.count { $0 != Self.off }
    hasFreeWeekend = shifts[5] == Self.off && shifts[6] == Self.off
  }
}
