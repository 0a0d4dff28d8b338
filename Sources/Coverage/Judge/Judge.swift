import RosterModel

/// The one judge of edits: what they break, leave empty and cost in a roster as it stands.
///
/// Every way in asks it, the desk, the verbs, the journal, an import, the ways out of `why`, so all give one answer. It
/// makes the edits on the grid it is given and takes them back, rather than on a copy: so it costs what the edits
/// touch.
///
///     var judge = Judge(grid.frame)
///     let judgement = judge.judgement(of: [.remove(old), .add(new)], on: &grid)
///     if judgement.isLegal { ... }
///
/// What is new: a break is one that the roster did not have, or that is further from keeping the rule or more serious
/// than before. What is broken only because something was taken away, a run of days off cut in two, is new only where
/// the unit is further from keeping the rule over all: a day taken out of a run that is too long makes nothing worse.
public struct Judge {
  let frame: RosterFrame
  private let rules: [Int]
  private var timeline: UnitTimeline
  /// What units have of nights and weekends, and what they asked for; made when a cost is first asked for.
  private var costs: EditCosts?

  /// A judge of rosters of a frame; O(rules).
  public init(_ frame: RosterFrame) {
    self.frame = frame
    rules = UnitRules.all.indices.filter { frame.policy.strictest(of: UnitRules.all[$0].info) != .off }
    timeline = UnitTimeline(frame)
  }

  /// What edits would do.
  ///
  /// O(postings of the units + squares of the beats' days that are touched); the first time also O(assignments +
  /// requests).
  ///
  /// - Parameters:
  ///   - edits: in their order; they must apply.
  ///   - grid: the roster as it stands; it holds the same rows afterwards.
  ///   - listsStanding: whether what was broken before is listed too.
  public mutating func judgement(
    of edits: [Edit], on grid: inout CoverageGrid, listsStanding: Bool = false
  ) -> Judgement {
    if costs == nil { costs = EditCosts(grid) }
    let touched = TouchedParts(edits, grid)
    let then = look(at: touched, of: grid, countsCost: true)
    let (breaks, standing, now) = compare(
      edits, touched, then, on: &grid, countsCost: true, listsStanding: listsStanding)
    var judgement = Judgement(breaks: breaks, standing: standing, gaps: [], cost: now.cost - then.cost)
    judgement.cost.rules = breaks.reduce(0) { $0 + weight(of: $1) }
    for (after, before) in zip(now.squares, then.squares) where after.gap != before.gap {
      judgement.gaps.append(.init(square: after.square, have: after.have, more: after.gap - before.gap))
    }
    return judgement
  }

  /// What edits would break, as `judgement` says it, without what they cost.
  ///
  /// O(postings of the units + cells that are touched).
  public mutating func breaks(of edits: [Edit], on grid: inout CoverageGrid) -> [Break] {
    let touched = TouchedParts(edits, grid)
    let then = look(at: touched, of: grid, countsCost: false)
    return compare(edits, touched, then, on: &grid, countsCost: false).breaks
  }

  /// What planning counts for a break of a rule that is less than an error.
  private func weight(of broken: Break) -> Int {
    guard broken.severity == .warning, !broken.isWaived else { return 0 }
    return EditCost.clamped(frame.roster.settings.weights.rules[broken.rule.name] ?? Weights.defaultForRule)
  }
}

extension Judge {
  /// What is to be compared before and after.
  private struct Look {
    /// By unit.
    var violations: [[Violation]] = []
    /// By cell, tile and rule of escort.
    var escorts: [EscortCheck] = []
    var squares: [SquareState] = []
    var cost = EditCost()
  }

  private mutating func look(at touched: TouchedParts, of grid: CoverageGrid, countsCost: Bool) -> Look {
    var look = Look()
    look.violations = touched.units.map { unit in
      timeline.load(unit, from: grid)
      if countsCost { costs?.add(timeline, to: &look.cost) }
      var found: [Violation] = []
      UnitRules.check(timeline, rules, into: &found)
      return found
    }
    if countsCost {
      look.squares = touched.squares(in: frame).compactMap { grid.state($0) }
      for state in look.squares { EditCosts.add(state, frame.roster.settings.weights, to: &look.cost) }
    }
    for cell in touched.cells {
      for rule in frame.roster.settings.escorts {
        look.escorts.append(grid.check(rule, beat: cell.beat, offset: cell.offset, tile: cell.tile))
      }
    }
    return look
  }

  /// Makes the edits, compares, and takes them back.
  private mutating func compare(
    _ edits: [Edit], _ touched: TouchedParts, _ then: Look, on grid: inout CoverageGrid, countsCost: Bool,
    listsStanding: Bool = false
  ) -> (breaks: [Break], standing: [Break], now: Look) {
    let left = violationsLeft(by: edits, touched, then, on: &grid)
    for edit in edits { grid.apply(edit) }
    let now = look(at: touched, of: grid, countsCost: countsCost)
    var breaks: [Break] = []
    var standing: [Break] = []
    for index in touched.units.indices {
      for violation in now.violations[index] where frame.severity(of: violation) != .off {
        let isNew = frame.isNew(
          violation, was: then.violations[index], left: left[index], now: now.violations[index])
        guard isNew || listsStanding else { continue }
        let posting = violation.slot.map { grid.slots[Int($0)] }
        let broken = frame.makeBreak(violation, posting, isNew: isNew)
        if isNew { breaks.append(broken) } else { standing.append(broken) }
      }
    }
    let escorts = frame.roster.settings.escorts.count
    for position in now.escorts.indices where now.escorts[position].excess > 0 {
      let cell = touched.cells[position / escorts]
      let isNew = frame.isWorse(now.escorts[position], than: then.escorts[position], in: cell)
      guard isNew || listsStanding else { continue }
      let posting = grid.firstPosting(of: now.escorts[position].rule.force, in: cell)
      guard let broken = frame.makeBreak(cell, now.escorts[position], posting, isNew: isNew) else { continue }
      if isNew { breaks.append(broken) } else { standing.append(broken) }
    }
    for edit in edits.reversed() { grid.apply(edit.inverse) }
    return (breaks.filter(\.isHard) + breaks.filter { !$0.isHard }, standing, now)
  }

  /// What the units break with only that half of the edits made that takes something away.
  private mutating func violationsLeft(
    by edits: [Edit], _ touched: TouchedParts, _ then: Look, on grid: inout CoverageGrid
  ) -> [[Violation]] {
    let takes = edits.compactMap(\.taking)
    // Where nothing is taken away, nothing has changed yet.
    if takes.isEmpty { return then.violations }
    var made: [Edit] = []
    for edit in takes {
      // What an earlier edit of the same step has put there is not there yet.
      if case .remove(let posting) = edit, grid.slot(of: posting) == nil { continue }
      grid.apply(edit)
      made.append(edit)
    }
    let left = look(at: TouchedParts(units: touched.units), of: grid, countsCost: false).violations
    for edit in made.reversed() { grid.apply(edit.inverse) }
    return left
  }
}

extension RosterFrame {
  /// Whether a unit's break is one that edits make, of all that the unit breaks after them.
  ///
  /// - Parameters:
  ///   - was: what the unit broke before.
  ///   - left: what it broke with only that made which takes something away.
  ///   - now: what it breaks afterwards.
  func isNew(_ violation: Violation, was: [Violation], left: [Violation], now: [Violation]) -> Bool {
    if isCovered(violation, by: was) { return false }
    return !isCovered(violation, by: left) || Self.excess(violation.rule, now) > Self.excess(violation.rule, was)
  }

  private static func excess(_ rule: Int, _ violations: [Violation]) -> Int {
    violations.reduce(0) { $1.rule == rule ? $0 + $1.excess : $0 }
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
}

/// What edits would do to a roster.
public struct Judgement: Hashable, Sendable {
  /// A square whose gap would change.
  public struct GapChange: Hashable, Sendable {
    /// The square.
    public var square: Square
    /// What it would have.
    public var have: Int
    /// By how many units its gap would grow; negative where it closes.
    public var more: Int
  }

  /// What the edits would break or make worse, hard ones first; rules that are off are left out.
  public var breaks: [Break]
  /// What the units and cells they touch break already, and would break still; empty where it was not asked for.
  public var standing: [Break]
  /// The squares whose gap would change, by number.
  public var gaps: [GapChange]
  /// What planning would count for it.
  public var cost: EditCost

  /// Whether nothing would be broken that planning never breaks.
  public var isLegal: Bool { !breaks.contains(where: \.isHard) }

  /// Whether some square would have more of a gap than now.
  public var opensGap: Bool { gaps.contains { $0.more > 0 } }
}

extension CoverageGrid {
  /// What a posting would break that is not broken without it, hard breaks first; empty where nothing speaks against
  /// it.
  ///
  /// A posting outside the period, or of something unknown, is judged by no rule.
  ///
  /// - Parameter leaving: a posting of the unit that would be taken away at the same time, for a move.
  public func breaks(of posting: Assignment, leaving: Assignment? = nil) -> [Break] {
    guard posting.unit.isKnown, posting.beat.isKnown, posting.shift.isKnown, let offset = frame.offset(of: posting.day)
    else { return [] }
    var probe = PostingProbe(self)
    probe.load(posting.unit.index, leaving: leaving)
    return probe.judge(day: offset, shift: posting.shift.index, beat: posting.beat.index)
  }

  /// What a posting that stands breaks: what would not be broken, or less so, were it not there; hard breaks first.
  public func breaks(madeBy posting: Assignment) -> [Break] {
    guard posting.unit.isKnown, posting.beat.isKnown, posting.shift.isKnown, let offset = frame.offset(of: posting.day)
    else { return [] }
    var probe = PostingProbe(self)
    probe.load(posting.unit.index, without: posting)
    return probe.judge(day: offset, shift: posting.shift.index, beat: posting.beat.index)
  }

  /// What a step breaks that is not broken without it, by the rules about units and escorts; findings of severity error
  /// are what planning never does and people do only by force.
  ///
  /// These are the findings that the validator has after the step, those that a waiver accepts left out.
  /// O(assignments); what judges many steps has `judge(_:)` look at its own grid.
  public func findings(madeBy step: EditStep) -> [Finding] {
    var grid = self
    return grid.judge(step)
  }

  /// What a step breaks, as `findings(madeBy:)` says it, at the cost of what the step touches.
  ///
  /// The grid holds the same rows afterwards. The step must apply to them.
  public mutating func judge(_ step: EditStep) -> [Finding] {
    var judge = Judge(frame)
    let breaks = judge.breaks(of: step.edits, on: &self).filter { !$0.isWaived }
    return Finding.sorted(breaks.map(frame.finding))
  }
}

/// The units and cells that edits of a roster touch.
struct TouchedParts {
  /// By number, each once.
  let units: [Int]
  /// By beat, day and tile, each once; whole days of beats.
  let cells: [GridCell]

  /// Only these units.
  init(units: [Int]) {
    self.units = units
    cells = []
  }

  /// What edits touch in a roster as it stands.
  init(_ edits: [Edit], _ grid: CoverageGrid) {
    struct BeatDay: Hashable {
      var beat: Int
      var offset: Int
    }
    let frame = grid.frame
    var units: Set<Int> = []
    var days: Set<BeatDay> = []
    func touch(_ assignment: Assignment) {
      if assignment.unit.isKnown { units.insert(assignment.unit.index) }
      guard assignment.beat.isKnown, let offset = frame.offset(of: assignment.day) else { return }
      days.insert(BeatDay(beat: assignment.beat.index, offset: offset))
    }
    for edit in edits {
      switch edit {
      case .add(let assignment), .remove(let assignment): touch(assignment)
      case .replace(let old, let new):
        touch(old)
        touch(new)
      case .addAbsence(let absence), .removeAbsence(let absence):
        if absence.unit.isKnown { units.insert(absence.unit.index) }
        // Its postings on those days begin or cease to count.
        for posting in grid.assignments(of: absence.unit) where absence.days.contains(posting.day) { touch(posting) }
      case .addManoeuvre(let manoeuvre), .removeManoeuvre(let manoeuvre):
        if manoeuvre.unit.isKnown { units.insert(manoeuvre.unit.index) }
      // What is published, and a call, counts in no square and weighs on no unit.
      case .addPublication, .removePublication, .addPublished, .removePublished, .addCall, .removeCall: break
      }
    }
    self.units = units.sorted()
    cells = days.sorted { ($0.beat, $0.offset) < ($1.beat, $1.offset) }.flatMap { day in
      (0..<frame.tiles).map { GridCell(beat: day.beat, offset: day.offset, tile: $0) }
    }
  }

  /// The numbers of the squares that those cells count in, ascending, each once.
  func squares(in frame: RosterFrame) -> [Int] {
    var squares: Set<Int> = []
    for cell in cells {
      for line in frame.plan.linesOfBeat[cell.beat] {
        let slot = frame.plan.slot(line: Int(line), offset: cell.offset, tile: cell.tile)
        if slot >= 0, frame.plan.row[slot] >= 0 { squares.insert(slot) }
      }
    }
    return squares.sorted()
  }
}
