import RosterModel

/// Asks the rules about units and escorts before a step and after it.
struct StepJudge {
  private let before: CoverageGrid
  private let after: CoverageGrid
  /// What is left when the step has taken away what it takes, and given nothing yet.
  private let bare: CoverageGrid
  /// Whose postings or absences the step changes, ascending.
  private let units: [Int]

  private var frame: RosterFrame { before.frame }

  init(_ step: EditStep, on grid: CoverageGrid) {
    before = grid
    var after = grid
    after.apply(step)
    self.after = after
    var bare = grid
    var units: Set<Int> = []
    for edit in step.edits {
      switch edit {
      case .add(let posting): units.insert(posting.unit.index)
      case .remove(let posting):
        units.insert(posting.unit.index)
        bare.remove(posting)
      case .replace(let old, let new):
        units.formUnion([old.unit.index, new.unit.index])
        bare.remove(old)
      case .addAbsence(let absence):
        units.insert(absence.unit.index)
        bare.add(absence)
      case .removeAbsence(let absence): units.insert(absence.unit.index)
      case .addPublication, .removePublication, .addPublished, .removePublished: break
      }
    }
    self.bare = bare
    self.units = units.filter { $0 >= 0 }.sorted()
  }
}

extension StepJudge {
  /// Reports the units' breaks of rules that the step makes.
  ///
  /// What a posting that is given breaks is new where it was not broken without it. What is broken where only something
  /// was taken away, a run of days cut in two, is new only where the unit is further from keeping the rule than before.
  func reportUnits(into collector: inout FindingCollector) {
    let rules = UnitRules.all.indices.filter { frame.policy.strictest(of: UnitRules.all[$0].info) != .off }
    let grades = UnitRules.all.map { frame.policy.grade(of: $0.info) }
    var timeline = UnitTimeline(frame)
    func violations(of unit: Int, in grid: CoverageGrid) -> [Violation] {
      var found: [Violation] = []
      timeline.load(unit, from: grid)
      UnitRules.check(timeline, rules, into: &found)
      return found
    }
    for unit in units {
      let was = violations(of: unit, in: before)
      let left = violations(of: unit, in: bare)
      let now = violations(of: unit, in: after)
      for violation in now where !was.contains(where: violation.isCovered) {
        guard !left.contains(where: violation.isCovered) || excess(violation.rule, now) > excess(violation.rule, was)
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
  /// A tile of a beat's day.
  private struct Cell: Hashable {
    var beat: Int
    var offset: Int
    var tile: Int
  }

  /// Reports the cells that lack more escorts than before.
  func reportEscorts(into collector: inout FindingCollector) {
    let escorts = frame.roster.settings.escorts
    guard !escorts.isEmpty else { return }
    let withoutEscort = frame.policy.grade(of: VolunteerWithoutEscort.info)
    let beyondEscort = frame.policy.grade(of: TooManyVolunteersPerEscort.info)
    for cell in changedCells {
      for rule in escorts {
        let was = before.check(rule, beat: cell.beat, offset: cell.offset, tile: cell.tile)
        let now = after.check(rule, beat: cell.beat, offset: cell.offset, tile: cell.tile)
        guard now.excess > was.excess else { continue }
        collector.begin(now.isWithoutEscort ? withoutEscort : beyondEscort)
        collector.reportEscort(
          of: after, beat: cell.beat, offset: cell.offset, tile: cell.tile, now,
          now.isWithoutEscort ? VolunteerWithoutEscort.words(now) : TooManyVolunteersPerEscort.words(now))
      }
    }
  }

  /// The cells in which other units count than before, in the order of beats, days and tiles.
  private var changedCells: [Cell] {
    var cells: Set<Cell> = []
    for unit in units {
      let was = Self.cells(of: unit, in: before)
      let now = Self.cells(of: unit, in: after)
      cells.formUnion(was.keys.filter { was[$0] != now[$0] })
      cells.formUnion(now.keys.filter { was[$0] != now[$0] })
    }
    return cells.sorted { ($0.beat, $0.offset, $0.tile) < ($1.beat, $1.offset, $1.tile) }
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
