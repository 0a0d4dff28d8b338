/// What breaches of hard rules cost while annealing, one weight for each class.
///
/// A weight grows while its class is broken and shrinks while it is not, so that the search stays near the border of what
/// is right, where the best rosters are; towards the end a rising floor drives it inside.
struct AnnealingWeights: Sendable {
  private(set) var values: [Double]

  private static let growth = 1.02
  private static let decay = 0.99
  private static let most = 1e6

  init(first: Double) {
    values = Array(repeating: first, count: BreachClass.allCases.count + 1)
  }

  /// Adapts each weight to whether its class is broken.
  mutating func adapt(_ broken: [Bool], floor: Double) {
    for place in values.indices {
      values[place] *= broken[place] ? Self.growth : Self.decay
      values[place] = min(max(values[place], floor), Self.most)
    }
  }

  /// The weight as a cost.
  func cost(_ place: Int) -> Int { Int(values[place].rounded()) }
}
