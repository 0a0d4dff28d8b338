import Glibc

/// How an annealing cools, and how the price of breaches rises.
struct AnnealingCooling: Sendable {
  /// Temperatures in units of cost.
  let hottest: Double
  let coldest: Double
  /// Weight of breaches to begin with, and the floor of it.
  let firstWeight: Double
  /// Moves, or seconds where there are none.
  let moves: Int?
  let seconds: Double

  static let thresholdCount = 4096

  /// What an annealing is for.
  enum Purpose: Sendable {
    /// A first roster that keeps the rules.
    case quick
    /// The best there is time for.
    case thorough
  }

  init(_ tables: AnnealingTables, _ purpose: Purpose, moves: Int? = nil, seconds: Double = 0) {
    // Between the dearest and the cheapest things a roster costs. Found best on both public sets among factors 0.3 to 4.
    hottest = (purpose == .quick ? 0.2 : 1) * (tables.scale * Double(tables.unit)).squareRoot()
    coldest = min(hottest, 0.25 * Double(tables.unit))
    firstWeight = 0.2 * tables.scale
    (self.moves, self.seconds) = (moves, seconds)
  }

  /// From 0 to 1.
  func progress(moves made: Int, seconds spent: Double) -> Double {
    if let moves { return moves == 0 ? 1 : Double(made) / Double(moves) }
    return seconds > 0 ? spent / seconds : 1
  }

  /// Draws of what a move may cost: `-T ln u` for evenly spread `u`.
  ///
  /// The rule of Metropolis et al. (1953), solved for the cost, so that a move can be given up before it is fully judged.
  func fill(_ thresholds: UnsafeMutablePointer<Int32>, _ progress: Double) {
    let temperature = temperature(progress)
    for place in 0..<Self.thresholdCount {
      let chance = (Double(place) + 0.5) / Double(Self.thresholdCount)
      thresholds[place] = Int32(-log(chance) * temperature)
    }
  }

  /// Falls exponentially, and is nothing over the last twentieth.
  func temperature(_ progress: Double) -> Double {
    progress > 0.95 ? 0 : hottest * pow(coldest / hottest, progress)
  }

  /// The least that a breach costs: it rises to six times the first weight over the last fifth.
  func floor(_ progress: Double) -> Double {
    let late = max(0, progress - 0.8) / 0.2
    return firstWeight * (0.1 + 5.9 * late)
  }
}
