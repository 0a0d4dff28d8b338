import RosterModel

/// Asks the rules about units what a posting would break that is not broken without it.
///
/// Loaded with one unit at a time; its storage is used again for the next.
struct PostingProbe {
  private let grid: CoverageGrid
  private let dateRules: [Int]
  private let isAsked: (Severity) -> Bool
  private var before: [Violation] = []
  private var after: [Violation] = []
  private(set) var timeline: UnitTimeline

  /// A probe that asks the rules whose severity passes the test.
  init(_ grid: CoverageGrid, asking isAsked: @escaping (Severity) -> Bool) {
    self.grid = grid
    self.isAsked = isAsked
    timeline = UnitTimeline(grid.frame)
    // Under-hours can only get better by a posting.
    dateRules = UnitRules.ofDates.filter {
      isAsked(grid.frame.policy.strictest(of: UnitRules.all[$0].info)) && UnitRules.all[$0] != UnderHours.self
    }
  }

  /// Turns to a unit.
  ///
  /// - Parameter replaced: the slot of a posting that is taken away first; `nil` for none.
  mutating func load(_ unit: Int, without replaced: Int32? = nil) {
    timeline.load(unit, from: grid)
    if let replaced { timeline.drop(replaced) }
    before.removeAll(keepingCapacity: true)
    UnitRules.check(timeline, dateRules, into: &before)
  }

  /// What a posting of the unit would break by its date.
  mutating func breaks(day: Int, shift: Int, beat: Int) -> [Violation] {
    let position = timeline.consider(day: day, shift: shift, beat: beat, in: grid)
    after.removeAll(keepingCapacity: true)
    UnitRules.check(timeline, dateRules, into: &after)
    timeline.take(position)
    return after.filter { violation in
      isAsked(grid.frame.severity(of: violation)) && !grid.frame.isCovered(violation, by: before)
    }
  }

  /// Whether a posting of the unit would count and break nothing by its date.
  mutating func isLegal(day: Int, shift: Int, beat: Int) -> Bool {
    !grid.absences.isAbsent(timeline.unit, day, shift: shift, clock: grid.frame.clock)
      && breaks(day: day, shift: shift, beat: beat).isEmpty
  }
}
