import Coverage
import RosterEngine
import RosterModel

/// A roster as the engine's problem, and the way back.
public struct CompiledPlan: Sendable {
  /// What the engine is to solve.
  public internal(set) var problem: Problem
  /// The roster's own postings that may be changed, in the layout of `Solution.assignments`.
  public let start: [RosterEngine.Assignment?]
  /// The unit of each staff member.
  public let units: [UnitReference]
  /// What is left as it is or cannot be used, and why.
  public let notes: [PlanNote]

  /// Whose loads are to be even.
  let fairness: FairnessGroups
  let roster: Roster
  let frame: RosterFrame
  /// What the roster breaks before it is planned.
  let findingsBefore: [Finding]
  /// The position in the roster's assignments of what may be changed in each cell; -1 for none.
  let freePositions: [Int32]
  /// For each cell whether it must stay.
  let isFixed: [Bool]

  init(_ problem: Problem, _ rows: StaffRows, _ context: PlanContext) {
    self.problem = problem
    start = rows.start
    units = rows.units.map { UnitReference($0) }
    notes = rows.notes
    fairness = FairnessGroups(rows, shifts: problem.shifts, context)
    roster = context.roster
    frame = context.frame
    findingsBefore = context.wrong.findings
    freePositions = rows.freePositions
    var isFixed = [Bool](repeating: false, count: rows.start.count)
    for cell in rows.fixed { isFixed[cell.staff * problem.dayCount + cell.day] = true }
    self.isFixed = isFixed
  }

  /// The change of the roster that makes an engine's roster of it: what stays is not touched.
  ///
  /// Removals come first; both are in the order of day, shift, beat and unit.
  ///
  /// - Parameter cells: a roster in the layout of `Solution.assignments`.
  public func change(to cells: [RosterEngine.Assignment?]) -> PlanChange {
    var change = PlanChange()
    for index in cells.indices where !isFixed[index] {
      let old = freePositions[index] < 0 ? nil : roster.assignments[Int(freePositions[index])]
      let new = cells[index].map { posting($0, at: index) }
      if let old, let new, old.isSamePosting(as: new) { continue }
      if old != nil { change.removed.append(Int(freePositions[index])) }
      if let new { change.added.append(new) }
    }
    change.removed.sort { PlanChange.precedes(roster.assignments[$0], roster.assignments[$1]) }
    change.added.sort(by: PlanChange.precedes)
    return change
  }

  private func posting(_ assignment: RosterEngine.Assignment, at index: Int) -> RosterModel.Assignment {
    RosterModel.Assignment(
      day: roster.settings.firstDay.advanced(by: index % problem.dayCount),
      shift: ShiftReference(assignment.shift), beat: BeatReference(assignment.post),
      unit: units[index / problem.dayCount])
  }
}
