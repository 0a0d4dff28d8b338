import RosterModel

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
