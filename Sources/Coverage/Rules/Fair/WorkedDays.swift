/// On which days each unit has worked something of a sort, as bits.
///
/// Filled in one pass over the postings as they lie in memory, which walking from posting to posting of each unit is not.
struct WorkedDays {
  private let wordsOfUnit: Int
  private var bits: [UInt64]
  private var inPeriod: [Bool]

  /// The days of the postings that count.
  ///
  /// - Parameters:
  ///   - firstDay: the first day that is looked at, 0 or a day of history.
  ///   - key: the day that stands for what a posting is part of; `nil` for a posting of another sort.
  init(_ grid: CoverageGrid, from firstDay: Int, _ key: (_ day: Int, _ shift: Int) -> Int?) {
    let frame = grid.frame
    let shifts = frame.clock.shiftCount
    let keys = (firstDay..<frame.days).flatMap { day in (0..<shifts).map { key(day, $0) } }
    // A weekend that is cut begins before the first day.
    let earliest = min(firstDay, keys.lazy.compactMap { $0 }.min() ?? firstDay)
    wordsOfUnit = (frame.days - earliest + 63) / 64
    bits = [UInt64](repeating: 0, count: frame.roster.units.count * wordsOfUnit)
    inPeriod = [Bool](repeating: false, count: frame.roster.units.count)
    for slot in grid.slots.indices where grid.counting[slot] {
      let posting = grid.slots[slot]
      let day = frame.calendar.offset(of: posting.day)
      guard day >= firstDay, day < frame.days, let own = keys[(day - firstDay) * shifts + posting.shift.index]
      else { continue }
      let bit = own - earliest
      bits[posting.unit.index * wordsOfUnit + bit / 64] |= 1 << UInt64(bit % 64)
      if day >= 0 { inPeriod[posting.unit.index] = true }
    }
  }

  /// How many days of the sort the unit has worked.
  func count(_ unit: Int) -> Int {
    bits[unit * wordsOfUnit..<(unit + 1) * wordsOfUnit].reduce(0) { $0 + $1.nonzeroBitCount }
  }

  /// Whether some of its postings of the sort are in the period.
  func isInPeriod(_ unit: Int) -> Bool { inPeriod[unit] }
}
