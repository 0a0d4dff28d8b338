import Coverage
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

/// Postings that break a hard rule as the roster stands, and so stay as they are.
///
/// What is wrong is for a person to settle: taking such a posting away could break rules that it keeps, such as the
/// escort of someone locked. A posting during an absence is not among them: it counts nowhere, and the plan may take it
/// away.
struct WrongPostings: Sendable {
  private struct UnitDay: Hashable {
    var unit: String
    var day: Day
  }

  private struct Cell: Hashable {
    var beat: String
    var day: Day
  }

  /// The hard findings about units, before planning.
  let findings: [Finding]
  /// For each unit whether its days as a whole break a rule.
  private var isWrongRow: [Bool]
  private var isWrongDay: Set<Assignment> = []

  /// Finds what is wrong; O(assignments).
  init(_ roster: Roster, _ grid: CoverageGrid) {
    findings = PlanCheck.findings(in: grid)
    isWrongRow = [Bool](repeating: false, count: roster.units.count)
    let planned = Self.findingsAsPlanned(roster, grid)
    if findings.isEmpty, planned.isEmpty { return }
    let ofPosting = Set([ShiftsOfRegime.rule] + PlannedRules.postings.map { $0.rule })
    let harmless: Set = [AbsenceLimit.rule, OneShiftAtOnce.rule, OneShiftADay.rule]
    var rows: Set<String> = []
    var days: Set<UnitDay> = []
    var cells: Set<Cell> = []
    for finding in findings + planned where !harmless.contains(finding.rule.name) {
      switch finding.subject {
      case .unit(let id, let day?, _) where ofPosting.contains(finding.rule.name):
        days.insert(UnitDay(unit: id, day: day))
      case .unit(let id, _, _): rows.insert(id)
      case .cell(let beat, let day, _): cells.insert(Cell(beat: beat, day: day))
      case .square, .row: break
      }
    }
    for (index, unit) in roster.units.enumerated() where rows.contains(unit.id) { isWrongRow[index] = true }
    if days.isEmpty && cells.isEmpty { return }
    for assignment in roster.assignments
    where days.contains(UnitDay(unit: roster.id(assignment.unit), day: assignment.day))
      || cells.contains(Cell(beat: roster.id(assignment.beat), day: assignment.day))
    {
      isWrongDay.insert(assignment)
    }
  }

  /// What the roster breaks as it was planned, without what happened during shifts: the engine sees no more than that.
  private static func findingsAsPlanned(_ roster: Roster, _ grid: CoverageGrid) -> [Finding] {
    guard !roster.manoeuvres.isEmpty else { return [] }
    var planned = roster
    planned.manoeuvres = []
    return PlanCheck.findings(in: CoverageGrid(planned, frame: grid.frame))
  }

  /// Whether the unit's days as a whole break a rule; then none of them is planned.
  func isWrongRow(of unit: Int) -> Bool { isWrongRow[unit] }

  /// Whether the assignment breaks a rule by itself, or stands in a cell that breaks one.
  func contains(_ assignment: Assignment) -> Bool { isWrongDay.contains(assignment) }
}
