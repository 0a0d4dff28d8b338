/// A square with what it has.
public struct SquareState: Hashable, Sendable {
  /// The square.
  public var square: Square
  /// How many units count in it.
  public var have: Int

  /// A square and what it has.
  public init(square: Square, have: Int) {
    self.square = square
    self.have = have
  }

  /// How many units it is below its minimum.
  public var gap: Int { max(0, square.minimum - have) }

  /// How many units it is below its target, those below its minimum not counted.
  public var shortfall: Int { max(0, square.target - max(have, square.minimum)) }

  /// How many units it is above its maximum.
  public var surplus: Int { square.maximum.map { max(0, have - $0) } ?? 0 }
}
