import RosterModel

/// Why a cell is short, the ways out, and the proof where there is none.
public struct CellWhy: Sendable {
  /// What can be said of filling it.
  public enum Verdict: Hashable, Sendable {
    /// All squares have their target.
    case met
    /// Some way fills it.
    case canBeFilled
    /// No plan fills it.
    case cannotBeFilled(Proof)
    /// No way was found, and no proof.
    case notShown
  }

  /// Why no plan fills it.
  public enum Proof: Hashable, Sendable {
    /// Too few units could stand there on that day.
    case ofTheDay(StaffingProof)
    /// Too few hours of work in a span of days.
    case ofASpan(SpanProof)
    /// Too little that the units could work in the whole period.
    case ofThePeriod(PeriodProof)
  }

  /// What was asked.
  public let question: CellQuestion
  /// Its squares with what they have.
  public let squares: [SquareState]
  /// What they lack; `nil` where nothing.
  public let lack: CellLack?
  /// Who was considered and why not.
  public let ruledOut: RuledOut
  /// The verdict.
  public var verdict: Verdict
  /// Ways out, best first: those that fill it before those that fill a part.
  public var ways: [WayOut]
  /// What a person could decide where planning has no way.
  public let decisions: [Decision]
}

extension CoverageGrid {
  /// Why a cell is short; `nil` where there is no such square.
  ///
  /// - Parameter most: how many ways out are told.
  public func why(_ question: CellQuestion, most: Int = 3) -> CellWhy? {
    let squares = squares(of: question)
    guard !squares.isEmpty else { return nil }
    let appraisals = appraisals(for: question, squares)
    let ruledOut = ruledOut(appraisals, for: question, squares)
    func answer(_ verdict: CellWhy.Verdict, _ ways: [WayOut] = [], _ decisions: [Decision] = []) -> CellWhy {
      CellWhy(
        question: question, squares: squares, lack: CellLack(squares), ruledOut: ruledOut, verdict: verdict, ways: ways,
        decisions: decisions)
    }
    guard let lack = CellLack(squares) else { return answer(.met) }
    var finder = WayFinder(self, question, lack)
    let ways = finder.ways(most)
    if ways.contains(where: \.closesAll) { return answer(.canBeFilled, ways) }
    let decisions = finder.decisions(appraisals.map(\.asItStands), most)
    guard let proof = proof(against: lack) else { return answer(.notShown, ways, decisions) }
    return answer(.cannotBeFilled(proof), ways, decisions)
  }

  /// The proof that one of the squares cannot be filled; of the day where there is one, else of a span of days.
  func proof(against lack: CellLack) -> CellWhy.Proof? {
    let fixed = CoverageGrid.fixed(self)
    for square in lack.squares {
      if let proof = DayFlow.proof(against: square, level: lack.level, in: self, fixed: fixed) {
        return .ofTheDay(proof)
      }
    }
    guard lack.level == .minimum else { return nil }
    return SpanProof.proof(against: lack.squares, in: self).map { .ofASpan($0) }
  }

  /// The roster with nothing but what no plan changes.
  private static func fixed(_ grid: CoverageGrid) -> CoverageGrid { grid.holding(only: grid.fixedPostings()) }

  /// The same roster with nothing but these postings.
  func holding(only postings: [Assignment]) -> CoverageGrid {
    var roster = frame.roster
    roster.assignments = postings
    return CoverageGrid(roster, frame: frame, now: now)
  }
}

/// A cell that is asked about: a place's squares on one duty day in one tile, or some of them.
public struct CellQuestion: Hashable, Sendable {
  /// Which squares by force.
  public enum ForceAsked: Hashable, Sendable {
    /// Whatever force they ask for.
    case whichever
    /// Those that ask for no force in particular.
    case none
    /// Those that ask for this force.
    case force(Force)
  }

  /// The place whose own demand is asked about, not that of the places in it.
  public var place: Place
  /// The duty day.
  public var day: Day
  /// The tile number.
  public var tile: Int
  /// Which squares by force.
  public var force: ForceAsked
  /// Which squares by skill or mode: the empty one for those that ask for none, `nil` for all.
  public var skill: String?

  /// A cell, or some of its squares.
  public init(place: Place, day: Day, tile: Int, force: ForceAsked = .whichever, skill: String? = nil) {
    self.place = place
    self.day = day
    self.tile = tile
    self.force = force
    self.skill = skill
  }

  /// Whether it asks about the squares of a line of its place.
  public func asks(about line: DemandLine) -> Bool {
    if let skill, skill != line.skill { return false }
    return switch force {
    case .whichever: true
    case .none: line.force == nil
    case .force(let force): line.force == force
    }
  }
}

extension CoverageGrid {
  /// The squares that a question is about, with what they have; in the order of their lines.
  public func squares(of question: CellQuestion) -> [SquareState] {
    frame.plan.lines(of: question.place).filter { question.asks(about: frame.plan.lines[$0]) }
      .compactMap { state(line: $0, day: question.day, tile: question.tile) }
  }

  /// The beats on which a unit could stand for a question: those that its squares count, or else those of its place.
  func beats(of question: CellQuestion) -> [Int] {
    let all = frame.places.beats(in: question.place).map(Int.init)
    let lines = squares(of: question).map { Int32($0.square.line) }
    return lines.isEmpty ? all : all.filter { beat in frame.plan.linesOfBeat[beat].contains(where: lines.contains) }
  }

  /// Whether some square of a question counts the unit; where it has no square, the force and skill it names decide.
  func counts(_ unit: Int, for question: CellQuestion, _ squares: [SquareState]) -> Bool {
    let row = frame.roster.units[unit]
    if squares.isEmpty {
      if case .force(let force) = question.force, force != row.force { return false }
      return question.skill.map { $0.isEmpty || row.has($0) } ?? true
    }
    return squares.contains { frame.line($0.square.line, counts: unit, force: row.force.index) }
  }
}

/// What the squares of a question lack, and up to where they are to be filled.
public struct CellLack: Hashable, Sendable {
  /// Up to where squares are filled.
  public enum Level: String, Hashable, Sendable {
    case minimum, target
  }

  /// The squares that are below it.
  public var squares: [SquareState]
  /// Minimum while some square is below it, else target.
  public var level: Level

  /// What squares lack; `nil` where all have their target.
  init?(_ squares: [SquareState]) {
    self.init(squares, upTo: squares.contains { $0.gap > 0 } ? .minimum : .target)
  }

  /// What squares lack up to a level; `nil` where all have it.
  public init?(_ squares: [SquareState], upTo level: Level) {
    let lacking = squares.filter { $0.lack(of: level) > 0 }
    guard !lacking.isEmpty else { return nil }
    self.init(squares: lacking, level: level)
  }

  /// Of no square.
  static let none = CellLack(squares: [], level: .minimum)

  private init(squares: [SquareState], level: Level) {
    self.squares = squares
    self.level = level
  }

  /// How many units the squares lack, summed over them.
  public var units: Int { squares.lacking(of: level) }
}

extension SquareState {
  /// How many units it is to have.
  public func wanted(of level: CellLack.Level) -> Int { level == .minimum ? square.minimum : square.target }

  /// How many units it lacks.
  public func lack(of level: CellLack.Level) -> Int { max(0, wanted(of: level) - have) }
}

extension [SquareState] {
  /// How many units the squares lack, summed over them.
  public func lacking(of level: CellLack.Level) -> Int { reduce(0) { $0 + $1.lack(of: level) } }
}

extension CoverageGrid {
  /// Follows edits, in their order.
  mutating func apply(_ edits: [Edit]) { for edit in edits { apply(edit) } }

  /// What would be lacking after edits of what is lacking now, at the same level; the grid holds the same rows
  /// afterwards.
  mutating func lacking(_ lack: CellLack, after edits: [Edit]) -> Int {
    apply(edits)
    let lacking = lack.squares.reduce(0) { $0 + (state($1.square.index)?.lack(of: lack.level) ?? 0) }
    apply(edits.reversed().map(\.inverse))
    return lacking
  }
}

/// Who was considered for what is asked about, and why not.
public struct RuledOut: Hashable, Sendable {
  /// A rule and how many units it rules out.
  public struct ByRule: Hashable, Sendable {
    /// The rule.
    public var rule: RuleInfo
    /// Units that it rules out and no rule before it in the list of `order`; over all rules these add up to the units.
    public var first: Int
    /// Units that it rules out, whatever else does.
    public var all: Int
  }

  /// How many units the roster has.
  public var units: Int
  /// How many are of another force or without the skill.
  public var notAskedFor: Int
  /// How many stand there.
  public var standing: Int
  /// How many could be posted there besides what they do.
  public var free: Int
  /// How many of those ruled out could be posted there once they leave another post of the day.
  public var byLeaving: Int
  /// The units that cannot, by number, each with what speaks against it.
  public var ruledOut: [Candidate]
  /// The rules by how many units they rule out first, most first.
  public var rules: [ByRule]

  /// The families in which a unit is ruled out first: what the unit is, then where it is, then what it does.
  static let order = ["MIX", "RCH", "ABS", "DUP", "RST"]
}

extension CoverageGrid {
  /// Every unit that counts in what is asked about and does not stand there, by number; none is priced.
  func appraisals(for question: CellQuestion, _ squares: [SquareState]) -> [CandidateFinder.Appraisal] {
    guard let offset = frame.offset(of: question.day) else { return [] }
    let beats = beats(of: question)
    let finder = CandidateFinder(self)
    var probe = PostingProbe(self)
    return frame.roster.units.indices.filter { counts($0, for: question, squares) }.compactMap {
      finder.appraisal($0, beats, offset, question.tile, &probe)
    }
  }

  /// Who was considered for a question and why not; a unit is told as it stands, because what keeps it there is what
  /// rules it out.
  func ruledOut(
    _ appraisals: [CandidateFinder.Appraisal], for question: CellQuestion, _ squares: [SquareState]
  ) -> RuledOut {
    let counted = frame.roster.units.indices.count { counts($0, for: question, squares) }
    let barred = appraisals.filter { !$0.asItStands.isLegal }
    let illegal = barred.map(\.asItStands)
    var first: [RuleInfo: Int] = [:]
    var all: [RuleInfo: Int] = [:]
    for candidate in illegal {
      let rules = Set(candidate.reasons.filter(\.isHard).map(\.rule)).sorted { Self.rank($0) < Self.rank($1) }
      if let rule = rules.first { first[rule, default: 0] += 1 }
      for rule in rules { all[rule, default: 0] += 1 }
    }
    let rules = all.map { RuledOut.ByRule(rule: $0.key, first: first[$0.key] ?? 0, all: $0.value) }
      .sorted { ($1.first, $1.all, $0.rule.id) < ($0.first, $0.all, $1.rule.id) }
    return RuledOut(
      units: frame.roster.units.count, notAskedFor: frame.roster.units.count - counted,
      standing: counted - appraisals.count, free: appraisals.count - barred.count,
      byLeaving: barred.count { $0.leaving?.isLegal == true }, ruledOut: illegal, rules: rules)
  }

  private static func rank(_ rule: RuleInfo) -> (Int, String) {
    (RuledOut.order.firstIndex(of: rule.family) ?? RuledOut.order.count, rule.id)
  }
}
