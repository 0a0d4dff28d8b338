import Coverage
import RosterModel

/// Postings that break a hard rule as the roster stands, and so stay as they are.
///
/// What is wrong is for a person to settle: taking such a posting away could break rules that it keeps, such as the escort
/// of someone locked. A posting during an absence is not among them: it counts nowhere, and the plan may take it away.
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
    if findings.isEmpty { return }
    let ofPosting = Set([ShiftsOfRegime.rule] + PlannedRules.postings.map { $0.rule })
    let harmless: Set = [AbsenceLimit.rule, OneShiftAtOnce.rule, OneShiftADay.rule]
    var rows: Set<String> = []
    var days: Set<UnitDay> = []
    var cells: Set<Cell> = []
    for finding in findings where !harmless.contains(finding.rule.name) {
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

  /// Whether the unit's days as a whole break a rule; then none of them is planned.
  func isWrongRow(of unit: Int) -> Bool { isWrongRow[unit] }

  /// Whether the assignment breaks a rule by itself, or stands in a cell that breaks one.
  func contains(_ assignment: Assignment) -> Bool { isWrongDay.contains(assignment) }
}
