import RosterModel

/// Asks the rules about units what a posting would break that is not broken without it.
///
/// Loaded with one unit at a time; its storage is used again for the next.
struct PostingProbe {
  private let grid: CoverageGrid
  private let dateRules: [Int]
  private let isAsked: (Severity) -> Bool
  /// For each rule about units whether some override gives it another severity.
  private let varies: [Bool]
  private var before: [Violation] = []
  private var after: [Violation] = []
  private(set) var timeline: UnitTimeline

  /// A probe that asks the rules whose severity passes the test.
  init(_ grid: CoverageGrid, asking isAsked: @escaping (Severity) -> Bool) {
    self.grid = grid
    self.isAsked = isAsked
    varies = UnitRules.all.map { grid.frame.policy.grade(of: $0.info).varies }
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
      let severity = severity(of: violation, at: beat)
      return isAsked(severity)
        && !before.contains { violation.isCovered(by: $0) && self.severity(of: $0, at: beat) >= severity }
    }
  }

  /// How serious a break is where it is found; one that is found at no posting is found at the beat.
  private func severity(of violation: Violation, at beat: Int) -> Severity {
    let rule = UnitRules.all[violation.rule].info
    guard varies[violation.rule] else { return grid.frame.policy.severity(of: rule) }
    let frame = grid.frame
    let site = RuleSite(
      force: frame.roster.units[timeline.unit].force,
      district: frame.districtID(frame.places.districtOfBeat[violation.beat.map(Int.init) ?? beat]),
      day: violation.day.map { frame.day(Int($0)) })
    return frame.policy.severity(of: rule, at: site)
  }

  /// Whether a posting of the unit would count and break nothing by its date.
  mutating func isLegal(day: Int, shift: Int, beat: Int) -> Bool {
    !grid.absences.isAbsent(timeline.unit, day, shift: shift, clock: grid.frame.clock)
      && breaks(day: day, shift: shift, beat: beat).isEmpty
  }
}
