import RosterModel

/// Every unit's assignments by day, as far as the problem can see.
struct PostingBook: Sendable {
  /// The assignments of one unit on one duty day.
  struct UnitDay: Sendable {
    /// The day as the engine counts it.
    var day: Int
    /// Positions in the roster's assignments, in the order of the table.
    var positions: ArraySlice<Int32>
  }

  private let starts: [Int]
  private let positions: [Int32]
  private let days: [Int32]

  /// The assignments of known units on the calendar's known days.
  ///
  /// O(assignments): counted into units, then sorted within each.
  init(_ roster: Roster, _ calendar: PlanCalendar) {
    let known = calendar.known
    var starts = [Int](repeating: 0, count: roster.units.count + 1)
    func unit(_ assignment: Assignment) -> Int? {
      guard assignment.unit.isKnown, known.contains(calendar.number(of: assignment.day)) else { return nil }
      return assignment.unit.index
    }
    for assignment in roster.assignments { if let unit = unit(assignment) { starts[unit + 1] += 1 } }
    for unit in roster.units.indices { starts[unit + 1] += starts[unit] }
    var next = starts
    var positions = [Int32](repeating: 0, count: starts[roster.units.count])
    for (position, assignment) in roster.assignments.enumerated() {
      guard let unit = unit(assignment) else { continue }
      positions[next[unit]] = Int32(position)
      next[unit] += 1
    }
    for unit in roster.units.indices where starts[unit + 1] - starts[unit] > 1 {
      positions[starts[unit]..<starts[unit + 1]].sort {
        (roster.assignments[Int($0)].day, $0) < (roster.assignments[Int($1)].day, $1)
      }
    }
    self.starts = starts
    self.positions = positions
    days = positions.map { Int32(calendar.number(of: roster.assignments[Int($0)].day)) }
  }

  /// The days on which a unit has assignments, earliest first.
  func days(of unit: Int) -> [UnitDay] {
    var found: [UnitDay] = []
    var from = starts[unit]
    while from < starts[unit + 1] {
      var end = from
      while end < starts[unit + 1], days[end] == days[from] { end += 1 }
      found.append(UnitDay(day: Int(days[from]), positions: positions[from..<end]))
      from = end
    }
    return found
  }
}
