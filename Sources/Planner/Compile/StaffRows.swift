import Coverage
import RosterEngine
import RosterModel

/// The units that are planned and what stands in their rows already: history, what is fixed, what may be changed.
struct StaffRows {
  /// The unit of each staff member.
  private(set) var units: [Int] = []
  /// What each staff member's regime limits once more, because some of its shifts are hidden in joined ones.
  private(set) var hiddenShifts: [[Int: Int]] = []
  /// The engine's history.
  private(set) var history: [DatedAssignment] = []
  /// Days that are not to be changed.
  private(set) var fixed: [FixedCell] = []
  /// The roster's own postings that may be changed, in the layout of `Solution.assignments`.
  private(set) var start: [RosterEngine.Assignment?] = []
  /// The position in the roster's assignments of what may be changed in each cell; -1 for none.
  private(set) var freePositions: [Int32] = []
  /// For each of the roster's assignments whether a cell of the problem stands for it.
  private(set) var isRepresented: [Bool]
  /// The engine's shifts.
  private(set) var shifts: ShiftTable
  /// What could not be planned and why.
  private(set) var notes: [PlanNote] = []

  private let context: PlanContext
  private let void: Int

  /// - Parameter optionsOfUnit: for each unit the beats it may hold.
  init(_ context: PlanContext, optionsOfUnit: (Int) -> ClassOptions) {
    self.context = context
    void = context.roster.beats.count
    shifts = ShiftTable(context.roster.settings.shifts)
    isRepresented = [Bool](repeating: false, count: context.roster.assignments.count)
    let book = PostingBook(context.roster, context.calendar)
    for (index, unit) in context.roster.units.enumerated() {
      guard unit.regime.isKnown else {
        notes.append(.unknownRegime(UnitReference(index)))
        continue
      }
      if context.wrong.isWrongRow(of: index) {
        notes.append(.breaksRules(UnitReference(index)))
        continue
      }
      let options = optionsOfUnit(index)
      if options.options.isEmpty {
        if context.scope.districts == nil { notes.append(.noBeat(UnitReference(index))) }
      } else if !addRow(of: index, book.days(of: index), options) {
        notes.append(.tooManyDoublePostings(UnitReference(index)))
      }
    }
  }

  /// The void post: work that is done and counts in no line of the problem.
  static func voidOption(of roster: Roster) -> PostOption {
    PostOption(post: roster.beats.count, lines: [], isAssignable: false)
  }

  private struct Row {
    var history: [DatedAssignment] = []
    var fixed: [Int: RosterEngine.Assignment?] = [:]
    var start: [Int: RosterEngine.Assignment] = [:]
    var free: [Int: Int32] = [:]
    var represented: [Int32] = []
    var hiddenShifts: [Int: Int] = [:]
    var doubleDays: [Int] = []
  }

  /// Adds the unit's row; `false` where the engine has no shift for what it was posted to on one day.
  private mutating func addRow(of unit: Int, _ days: [PostingBook.UnitDay], _ options: ClassOptions) -> Bool {
    var row = Row()
    for unitDay in days {
      guard read(unitDay, unit, options, into: &row) else { return false }
    }
    let staff = units.count
    units.append(unit)
    hiddenShifts.append(row.hiddenShifts)
    history += row.history.map { DatedAssignment(staff: staff, day: $0.day, assignment: $0.assignment) }
    for position in row.represented { isRepresented[Int(position)] = true }
    for day in context.calendar.period {
      if let assignment = row.fixed[day] {
        fixed.append(FixedCell(staff: staff, day: day, assignment: assignment))
      } else if !context.isPlannedDay[day] || row.free[day] == nil && context.isKept(unit, day) {
        fixed.append(FixedCell(staff: staff, day: day, assignment: nil))
      }
      start.append(row.start[day])
      freePositions.append(row.free[day] ?? -1)
    }
    notes += row.doubleDays.map { .doublePosting(UnitReference(unit), context.calendar.day($0)) }
    return true
  }

  /// Reads what a unit was given on one day; `false` where the engine has no shift for it.
  private mutating func read(
    _ unitDay: PostingBook.UnitDay, _ unit: Int, _ options: ClassOptions, into row: inout Row
  ) -> Bool {
    let day = unitDay.day
    let assignments = context.roster.assignments
    let counting = unitDay.positions.filter { position in
      let assignment = assignments[Int(position)]
      return assignment.beat.isKnown && assignment.shift.isKnown
        && !context.isAbsent(assignment.unit, day, assignment.shift)
    }
    let first = counting.first.map { assignments[Int($0)] }
    if day >= 0, unitDay.positions.count == 1, let position = unitDay.positions.first,
      context.isFree(assignments[Int(position)])
    {
      row.free[day] = position
      row.represented.append(position)
      if let first, options.contains(first.beat.index) {
        row.start[day] = RosterEngine.Assignment(shift: first.shift.index, post: first.beat.index)
      }
      return true
    }
    if day >= 0, unitDay.positions.count > 1 { row.doubleDays.append(day) }
    guard let first else {
      if day >= 0 { row.fixed[day] = .some(nil) }
      return true
    }
    guard let shift = shifts.number(of: counting.map { assignments[Int($0)].shift.index }) else { return false }
    if day < 0 {
      let post = counting.count == 1 ? first.beat.index : RosterEngine.Assignment.unknownPost
      row.history.append(
        DatedAssignment(staff: 0, day: day, assignment: RosterEngine.Assignment(shift: shift, post: post)))
      return true
    }
    if counting.count == 1, options.contains(first.beat.index), !context.isPublished(first.beat, day) {
      row.fixed[day] = RosterEngine.Assignment(shift: shift, post: first.beat.index)
      row.represented += counting
    } else {
      row.fixed[day] = RosterEngine.Assignment(shift: shift, post: void)
      if counting.count > 1 {
        for position in counting { row.hiddenShifts[assignments[Int(position)].shift.index, default: 0] += 1 }
      }
    }
    return true
  }
}

/// The requests of planned units, day by day.
enum Wishes {
  /// The engine's requests for the cells that may be changed.
  static func requests(_ context: PlanContext, staffOfUnit: [Int], isFixed: [Bool]) -> [RosterEngine.Request] {
    let weight = context.roster.settings.weights.request
    return context.roster.requests.flatMap { request -> [RosterEngine.Request] in
      guard request.unit.isKnown, let subject = subject(of: request.matter) else { return [] }
      let staff = staffOfUnit[request.unit.index]
      guard staff >= 0 else { return [] }
      return context.calendar.period.compactMap { day in
        guard !isFixed[staff * context.calendar.dayCount + day], request.days.contains(context.calendar.day(day))
        else { return nil }
        return RosterEngine.Request(
          staff: staff, day: day, subject: subject, isWanted: request.wish == .want,
          weight: PlanWeights.product(request.weight, weight))
      }
    }
  }

  private static func subject(of matter: RosterModel.Request.Matter) -> RosterEngine.Request.Subject? {
    switch matter {
    case .off: .off
    case .anyShift: .anyShift
    case .shift(let shift): shift.isKnown ? .shift(shift.index) : nil
    }
  }
}
