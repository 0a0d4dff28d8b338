import RosterModel

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
  init?(_ squares: [SquareState], upTo level: Level) {
    let lacking = squares.filter { $0.lack(of: level) > 0 }
    guard !lacking.isEmpty else { return nil }
    self.init(squares: lacking, level: level)
  }

  private init(squares: [SquareState], level: Level) {
    self.squares = squares
    self.level = level
  }

  /// How many units the squares lack, summed over them.
  public var units: Int { squares.reduce(0) { $0 + $1.lack(of: level) } }
}

extension SquareState {
  /// How many units it is to have.
  public func wanted(of level: CellLack.Level) -> Int { level == .minimum ? square.minimum : square.target }

  /// How many units it lacks.
  public func lack(of level: CellLack.Level) -> Int { max(0, wanted(of: level) - have) }
}

extension CoverageGrid {
  /// Follows edits, in their order.
  mutating func apply(_ edits: [Edit]) { for edit in edits { apply(edit) } }

  /// What would be lacking after edits of what is lacking now, at the same level; the grid holds the same rows afterwards.
  mutating func lacking(_ lack: CellLack, after edits: [Edit]) -> Int {
    apply(edits)
    let lacking = lack.squares.reduce(0) { $0 + (state($1.square.index)?.lack(of: lack.level) ?? 0) }
    apply(edits.reversed().map(\.inverse))
    return lacking
  }
}
