import RosterModel

/// Asks the rules about units and escorts before a step and after it.
///
/// It makes the step on the grid and takes it back, rather than on a copy: so its cost is that of what the step touches.
struct StepJudge {
  private let step: EditStep
  /// The edits that take something away, the half of the step that gives nothing yet.
  private let takes: EditStep
  /// Whose postings or absences the step changes, ascending.
  private let units: [Int]
  /// What the units break before the step, and with only `takes` made.
  private let was: [[Violation]]
  private let left: [[Violation]]
  private let changedCells: [Cell]
  /// How many units lack escorts before the step: by changed cell and rule of escort.
  private let lacked: [[Int]]

  /// A tile of a beat's day.
  private struct Cell: Hashable {
    var beat: Int
    var offset: Int
    var tile: Int
  }

  /// Looks at the grid before the step.
  ///
  /// - Parameter grid: holds the same rows afterwards; the step must apply to them.
  init(_ step: EditStep, on grid: inout CoverageGrid) {
    self.step = step
    takes = EditStep(name: step.name, edits: step.edits.compactMap(\.taking))
    let units = Set(step.edits.flatMap(\.units)).filter(\.isKnown).map(\.index).sorted()
    self.units = units
    var timelines = UnitBreaks(grid.frame)
    was = units.map { timelines.violations(of: $0, in: grid) }
    let cellsBefore = units.map { Self.cells(of: $0, in: grid) }
    grid.apply(takes)
    left = units.map { timelines.violations(of: $0, in: grid) }
    grid.apply(takes.inverse)
    guard !grid.frame.roster.settings.escorts.isEmpty else {
      changedCells = []
      lacked = []
      return
    }
    grid.apply(step)
    var cells: Set<Cell> = []
    for (unit, before) in zip(units, cellsBefore) {
      let after = Self.cells(of: unit, in: grid)
      cells.formUnion(before.keys.filter { before[$0] != after[$0] })
      cells.formUnion(after.keys.filter { before[$0] != after[$0] })
    }
    grid.apply(step.inverse)
    changedCells = cells.sorted { ($0.beat, $0.offset, $0.tile) < ($1.beat, $1.offset, $1.tile) }
    lacked = changedCells.map { cell in
      grid.frame.roster.settings.escorts.map {
        grid.check($0, beat: cell.beat, offset: cell.offset, tile: cell.tile).excess
      }
    }
  }

  /// Reports what the step breaks; the grid holds the same rows afterwards.
  func report(of grid: inout CoverageGrid, into collector: inout FindingCollector) {
    grid.apply(step)
    reportUnits(of: grid, into: &collector)
    reportEscorts(of: grid, into: &collector)
    grid.apply(step.inverse)
  }
}

extension StepJudge {
  /// Reports the units' breaks of rules that the step makes.
  ///
  /// What a posting that is given breaks is new where it was not broken without it. What is broken where only something
  /// was taken away, a run of days cut in two, is new only where the unit is further from keeping the rule than before. A
  /// break that is more serious where it is found now than where it was found before is new too.
  private func reportUnits(of after: CoverageGrid, into collector: inout FindingCollector) {
    let grades = UnitRules.all.map { after.frame.policy.grade(of: $0.info) }
    var timelines = UnitBreaks(after.frame)
    for (index, unit) in units.enumerated() {
      let now = timelines.violations(of: unit, in: after)
      for violation in now where !after.frame.isCovered(violation, by: was[index]) {
        guard
          !after.frame.isCovered(violation, by: left[index])
            || excess(violation.rule, now) > excess(violation.rule, was[index])
        else { continue }
        collector.begin(grades[violation.rule])
        collector.report(violation, of: after)
      }
    }
  }

  private func excess(_ rule: Int, _ violations: [Violation]) -> Int {
    violations.reduce(0) { $1.rule == rule ? $0 + $1.excess : $0 }
  }
}

extension StepJudge {
  /// Reports the cells that lack more escorts than before.
  private func reportEscorts(of after: CoverageGrid, into collector: inout FindingCollector) {
    let frame = after.frame
    let withoutEscort = frame.policy.grade(of: VolunteerWithoutEscort.info)
    let beyondEscort = frame.policy.grade(of: TooManyVolunteersPerEscort.info)
    for (cell, lacked) in zip(changedCells, lacked) {
      for (rule, lackedBefore) in zip(frame.roster.settings.escorts, lacked) {
        let now = after.check(rule, beat: cell.beat, offset: cell.offset, tile: cell.tile)
        guard now.excess > lackedBefore else { continue }
        collector.begin(now.isWithoutEscort ? withoutEscort : beyondEscort)
        collector.reportEscort(
          of: after, beat: cell.beat, offset: cell.offset, tile: cell.tile, now,
          now.isWithoutEscort ? VolunteerWithoutEscort.words(now) : TooManyVolunteersPerEscort.words(now))
      }
    }
  }

  /// How often a unit counts in each cell of the period.
  private static func cells(of unit: Int, in grid: CoverageGrid) -> [Cell: Int] {
    let frame = grid.frame
    var cells: [Cell: Int] = [:]
    var slot = grid.headOfUnit[unit]
    while slot >= 0 {
      let posting = grid.slots[Int(slot)]
      if grid.counting[Int(slot)], let offset = frame.offset(of: posting.day) {
        for tile in frame.clock.tilesOfShift[posting.shift.index] {
          cells[Cell(beat: posting.beat.index, offset: offset, tile: Int(tile)), default: 0] += 1
        }
      }
      slot = grid.nextOfUnit[Int(slot)]
    }
    return cells
  }
}

/// Asks the rules about units, one unit at a time.
private struct UnitBreaks {
  private let rules: [Int]
  private var timeline: UnitTimeline

  init(_ frame: RosterFrame) {
    rules = UnitRules.all.indices.filter { frame.policy.strictest(of: UnitRules.all[$0].info) != .off }
    timeline = UnitTimeline(frame)
  }

  mutating func violations(of unit: Int, in grid: CoverageGrid) -> [Violation] {
    var found: [Violation] = []
    timeline.load(unit, from: grid)
    UnitRules.check(timeline, rules, into: &found)
    return found
  }
}

extension Edit {
  /// The part of the edit that takes something away, or keeps a unit from its postings.
  fileprivate var taking: Edit? {
    switch self {
    case .remove, .addAbsence: self
    case .replace(let old, with: _): .remove(old)
    default: nil
    }
  }

  /// Whose postings or absences it is about.
  fileprivate var units: [UnitReference] {
    switch self {
    case .add(let posting), .remove(let posting): [posting.unit]
    case .replace(let old, let new): [old.unit, new.unit]
    case .addAbsence(let absence), .removeAbsence(let absence): [absence.unit]
    default: []
    }
  }
}
