import Coverage
import RosterEngine
import RosterModel

/// Says a patrol roster to the rostering engine.
///
/// Units become staff, beats posts, tiles slots, squares needs, regimes contracts. All days of the period are days of
/// the problem; what is not to be changed is fixed, and what is not planned counts as cover from outside.
///
/// O(assignments + units × days + classes of units × the beats within their reach).
public enum ProblemCompiler {
  /// Compiles what the scope lets planning change.
  ///
  /// - Throws: `PlanError` where the roster has no tiles or too many shifts, or the scope holds nothing.
  public static func compile(_ roster: Roster, scope: PlanScope = PlanScope()) throws(PlanError) -> CompiledPlan {
    let plan = roster.settings.shifts
    guard !plan.tiles.isEmpty, plan.shifts.count <= ShiftTable.most else {
      throw .unusableShifts(shifts: plan.shifts.count, tiles: plan.tileCount, most: ShiftTable.most)
    }
    let context = PlanContext(roster, scope: scope)
    if !context.isPlannedDay.contains(true), context.holdsDays { throw .allBegun(scope) }
    guard context.isPlannedDay.contains(true), context.isPlanned.contains(true) else { throw .emptyScope(scope) }
    return compile(context)
  }

  private static func compile(_ context: PlanContext) -> CompiledPlan {
    let roster = context.roster
    let beats = BeatsByPlace(context)
    let classes = UnitClasses(roster)
    let options = classes.representatives.map { ClassOptions(UnitReference($0), context, beats: beats) }
    let rows = StaffRows(context) { options[classes.ofUnit[$0]] }

    var standingRoster = roster
    standingRoster.assignments = roster.assignments.indices.filter { !rows.isRepresented[$0] }
      .map { roster.assignments[$0] }
    let standing = CoverageGrid(standingRoster, frame: context.frame)
    var cover = CoverTable(context, beats: beats, standing: standing)
    let escorts = EscortRatios(context, beats: beats, standing: standing, &cover)
    let published = PublishedDays(context, &cover)

    var problem = Problem(
      dayCount: context.calendar.dayCount, historyDayCount: context.calendar.historyDayCount,
      slotCount: roster.settings.shifts.tileCount, postCount: roster.beats.count + 1)
    problem.classes = zip(options, classes.representatives).map { options, unit in
      let force = roster.units[unit].force
      let own = options.options.map { option in
        PostOption(
          post: option.beat,
          lines: cover.lines(of: option.demandLines) + escorts.lines(of: option.beat, force: force)
            + [published.line(of: option.beat)].compactMap { $0 },
          cost: option.cost)
      }
      return StaffClass(options: own + [StaffRows.voidOption(of: roster)])
    }
    var contracts = ContractTable(context)
    problem.staff = rows.units.enumerated().map { staff, unit in
      contracts.staff(unit, staffClass: classes.ofUnit[unit], hidden: rows.hiddenShifts[staff])
    }
    problem.contracts = contracts.contracts
    addDays(of: rows, context, to: &problem)
    problem.lineCount = cover.lineCount
    problem.needs = cover.needs
    problem.needWeights = CoverTable.weights(roster.settings.weights)
    problem.outsideCover = cover.outside
    problem.ratios = cover.ratios
    problem.continuityWeight = PlanWeights.clamped(roster.settings.weights.continuity)
    return CompiledPlan(problem, rows, cover, context)
  }

  /// Times, history, what is fixed, absences, wishes, and the roster as it is.
  private static func addDays(of rows: StaffRows, _ context: PlanContext, to problem: inout Problem) {
    let roster = context.roster
    problem.shifts = rows.shifts.shifts
    problem.times = rows.shifts.times(context.calendar, roster.settings)
    problem.weeks = context.calendar.weeks
    problem.weekends = context.calendar.weekends
    problem.history = rows.history
    problem.fixed = rows.fixed

    var staffOfUnit = [Int](repeating: -1, count: roster.units.count)
    for (staff, unit) in rows.units.enumerated() { staffOfUnit[unit] = staff }
    var isFixed = [Bool](repeating: false, count: rows.start.count)
    for cell in rows.fixed { isFixed[cell.staff * context.calendar.dayCount + cell.day] = true }
    var hasAbsence = [Bool](repeating: false, count: roster.units.count)
    for absence in roster.absences where absence.unit.isKnown { hasAbsence[absence.unit.index] = true }
    let isClosed = context.isOpen.contains { $0.contains(false) }
    problem.unavailable = rows.units.enumerated().flatMap { staff, unit -> [Unavailability] in
      guard hasAbsence[unit] || isClosed else { return [] }
      return AbsenceLimit.unavailable(UnitReference(unit), staff: staff, context) { day in
        isFixed[staff * context.calendar.dayCount + day]
      }
    }
    problem.requests = Wishes.requests(context, staffOfUnit: staffOfUnit, isFixed: isFixed)
    if rows.start.contains(where: { $0 != nil }) {
      problem.reference = rows.start
      for cell in rows.fixed {
        problem.reference[cell.staff * context.calendar.dayCount + cell.day] = cell.assignment
      }
      problem.changeWeight = PlanWeights.clamped(roster.settings.weights.change)
    }
  }
}

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

  /// The engine's line of each line of the demand plan; -1 where the scope does not touch it.
  let lineOfDemand: [Int]
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

  init(_ problem: Problem, _ rows: StaffRows, _ cover: CoverTable, _ context: PlanContext) {
    self.problem = problem
    lineOfDemand = cover.lineOfDemand
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
