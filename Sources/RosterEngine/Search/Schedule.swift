import Glibc

/// The cooling of a search: exponential, from a fifth of the cost of a missing unit down to where costs of one freeze.
struct Schedule: Sendable {
  private let hottest: Double
  private let coldest = 0.3

  init(_ problem: Problem) {
    let weights = problem.needWeights.flatMap { [$0.short, $0.missing] }.filter { $0 > 0 }
    hottest = max(1, Double(weights.min() ?? 100) / 5)
  }

  /// The temperature when a share `0...1` of the search is over.
  func temperature(_ share: Double) -> Float {
    Float(hottest * pow(coldest / hottest, share))
  }

  /// How many moves a round gives each staff member.
  func movesPerMember(_ share: Double, staff: Int, iterations: Int?) -> Int {
    guard let iterations else { return 400 }
    return min(400, max(20, iterations / staff / 60))
  }
}
