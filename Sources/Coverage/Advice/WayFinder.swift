import RosterModel

/// Finds ways out for all that a cell lacks, and what a person could decide where there is none.
struct WayFinder {
  /// The most units that one way brings.
  private static let mostUnits = 12

  private let question: CellQuestion
  private let lack: CellLack
  private let beats: [Int]
  private let firm: FirmPostings
  private var grid: CoverageGrid
  private var judge: Judge
  /// The errors, by fingerprint, of rules about the whole roster that a way might break.
  private let errorsBefore: Set<String>?

  init(_ grid: CoverageGrid, _ question: CellQuestion, _ lack: CellLack) {
    self.grid = grid
    self.question = question
    self.lack = lack
    beats = grid.beats(of: question)
    firm = FirmPostings(grid)
    judge = Judge(grid.frame)
    errorsBefore = Self.wholeRules(grid.frame.policy).isEmpty ? nil : Self.errors(of: grid)
  }

  /// The ways, those that fill all before those that fill a part, best first.
  mutating func ways(_ most: Int) -> [WayOut] {
    var search = WaySearch(grid, judge, WaySearch.Options(enough: most))
    let firsts = search.ways(lack, beats: beats)
    judge = search.judge
    var ways: [WayOut] = []
    for first in firsts where ways.count < most {
      let way = first.closesAll ? first : completed(first)
      if isClean(way) { ways.append(way) }
    }
    return ways.filter(\.closesAll) + ways.filter { !$0.closesAll }
  }

  /// A way that brings one unit after the other, until nothing is lacking or no way is found.
  private mutating func completed(_ first: WayOut) -> WayOut {
    var way = first
    var search = WaySearch(grid, judge, WaySearch.Options())
    search.follow(first.edits)
    var applied = first.edits
    while way.moves.count < Self.mostUnits,
      let rest = CellLack(search.grid.squares(of: question), upTo: lack.level),
      let next = search.ways(rest, beats: beats).first
    {
      search.follow(next.edits)
      applied += next.edits
      way.moves += next.moves
    }
    way.closesAll = CellLack(search.grid.squares(of: question), upTo: lack.level) == nil
    judge = search.judge
    way.outcome = judge.judgement(of: applied, on: &grid)
    return way
  }

  /// Whether no rule about the roster as a whole that is an error is broken anew.
  private mutating func isClean(_ way: WayOut) -> Bool {
    guard let errorsBefore else { return true }
    grid.apply(way.edits)
    let errors = Self.errors(of: grid)
    grid.apply(way.edits.reversed().map(\.inverse))
    return errors.isSubset(of: errorsBefore)
  }

  /// The rules about squares, shares and loads that the roster has made errors; gaps are looked at by themselves.
  private static func wholeRules(_ policy: RulePolicy) -> [String] {
    RuleCatalogue.all.filter { ["COV", "EQL"].contains($0.family) && $0.id != CellBelowMinimum.info.id }
      .filter { policy.isHard($0) }.map(\.id)
  }

  private static func errors(of grid: CoverageGrid) -> Set<String> {
    var options = ValidationOptions()
    options.select = wholeRules(grid.frame.policy)
    return Set(
      Validator.validate(grid, options: options).findings.filter { $0.severity == .error }.map {
        "\($0.rule.id) \($0.subject)"
      })
  }
}

extension WayFinder {
  /// What a person could decide, what yields least first: at most two of a kind.
  mutating func decisions(_ candidates: [Candidate], _ most: Int) -> [Decision] {
    let barred = candidates.filter { !$0.isLegal && $0.reasons.count(where: \.isHard) <= 2 }
    var found = (barred + candidates.filter(\.isLegal)).compactMap { decision($0) }
    found.sort { Self.rank($0) < Self.rank($1) }
    var ofKind: [Int: Int] = [:]
    return Array(
      found.filter { decision in
        ofKind[Self.kind(decision), default: 0] += 1
        return ofKind[Self.kind(decision), default: 0] <= 2
      }.prefix(most))
  }

  private mutating func decision(_ candidate: Candidate) -> Decision? {
    guard let offset = grid.frame.offset(of: question.day) else { return nil }
    let own = grid.postings(of: candidate.unit.index, offset)
    guard own.count < 2, !own.contains(where: firm.isWorked), !firm.hasBegun(offset, shift: candidate.shift.index)
    else { return nil }
    let takes = Assignment(
      day: question.day, shift: candidate.shift, beat: candidate.beat, unit: candidate.unit)
    let move = WayOut.Move(leaves: own.first, takes: takes)
    var obstacles: [Decision.Obstacle] = []
    if let posting = own.first, posting.isLocked { obstacles.append(.locked(posting)) }
    if firm.published.contains(beat: candidate.beat.index, offset: offset)
      || own.contains(where: { !$0.isLocked && firm.published.contains($0) })
    {
      obstacles.append(.published)
    }
    var edits = move.edits
    if let absence = grid.absence(of: candidate.unit, day: question.day, shift: candidate.shift) {
      obstacles.append(.absence(absence))
      edits.insert(.removeAbsence(absence), at: 0)
    }
    let outcome = judge.judgement(of: edits, on: &grid)
    guard !outcome.opensGap, grid.lacking(lack, after: edits) < lack.units else { return nil }
    obstacles += outcome.breaks.filter(\.isHard).map { .rule($0) }
    guard (1...2).contains(obstacles.count) else { return nil }
    return Decision(move: move, obstacles: obstacles, outcome: outcome)
  }

  private static func rank(_ decision: Decision) -> (Int, Int, Int, Int32) {
    (decision.obstacles.count, kind(decision), decision.outcome.cost.total, decision.move.takes.unit.raw)
  }

  /// What is easiest to let yield first: a lock, what is published, a rule, somebody's leave.
  private static func kind(_ decision: Decision) -> Int {
    decision.obstacles.map { obstacle in
      switch obstacle {
      case .locked: 0
      case .published: 1
      case .rule: 2
      case .absence: 3
      }
    }.max() ?? 0
  }
}

/// Edits that put one more unit, or all that are missing, where something is asked about.
public struct WayOut: Hashable, Sendable {
  /// A unit that comes to stand somewhere, and what it leaves for that.
  public struct Move: Hashable, Sendable {
    /// The posting that it leaves, of the same day or of another; `nil` for none.
    public var leaves: Assignment?
    /// The posting that it takes.
    public var takes: Assignment

    /// A unit that takes a posting.
    public init(leaves: Assignment? = nil, takes: Assignment) {
      self.leaves = leaves
      self.takes = takes
    }

    /// The edits of the move.
    public var edits: [Edit] { (leaves.map { [.remove($0)] } ?? []) + [.add(takes)] }
  }

  /// The moves in an order in which no place is left before another unit stands there: the one asked about last.
  public var moves: [Move]
  /// What they do.
  public var outcome: Judgement
  /// Whether they close all that is missing.
  public var closesAll: Bool
  /// Postings that are left for none other.
  public var leaves: [Assignment] = []
  /// Whether the edits are to be made as one act, because a step may break what a later one mends.
  public var isOneAct = false

  /// The edits of all moves, in order.
  public var edits: [Edit] { leaves.map { .remove($0) } + moves.flatMap(\.edits) }
}

extension WayOut {
  /// A way that changes many postings as one act.
  ///
  /// - Parameters:
  ///   - removed: what is taken away.
  ///   - added: what is posted.
  ///   - outcome: what it does.
  public init(oneAct removed: [Assignment], _ added: [Assignment], outcome: Judgement, closesAll: Bool) {
    var left = removed
    var moves: [Move] = []
    for takes in added {
      let own = left.firstIndex { $0.unit == takes.unit && $0.day == takes.day }
      moves.append(Move(leaves: own.map { left.remove(at: $0) }, takes: takes))
    }
    let others = left
    self.init(moves: moves, outcome: outcome, closesAll: closesAll, leaves: others, isOneAct: true)
  }
}

/// What only a person can decide: a posting that planning leaves alone, or a rule that would have to yield.
public struct Decision: Hashable, Sendable {
  /// What stands in the way.
  public enum Obstacle: Hashable, Sendable {
    /// The posting is locked.
    case locked(Assignment)
    /// The days on which something changes are published.
    case published
    /// The unit is away.
    case absence(Absence)
    /// A hard rule forbids it.
    case rule(Break)
  }

  /// Who would stand there, and what it would leave.
  public var move: WayOut.Move
  /// What would have to yield, each at least.
  public var obstacles: [Obstacle]
  /// What it would do besides.
  public var outcome: Judgement
}
