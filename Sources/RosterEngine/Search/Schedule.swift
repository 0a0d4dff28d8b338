import Glibc

/// The cooling of a search: exponential, down to where costs of one freeze.
///
/// It begins at a thirtieth of the least cost of a missing unit: in a large problem that is hot enough, since there is
/// always somebody else who can step in, and hotter wastes moves. A small problem begins hotter, up to a third.
///
/// Rounds are short, because staff of wide reach change blocks between them: 50 moves each find in a tenth of the moves
/// what 400 find.
struct Schedule: Sendable {
  private let hottest: Double
  private let coldest = 0.3

  /// With `hottest`, it begins there.
  init(_ problem: Problem, hottest: Double? = nil) {
    let weights = problem.needWeights.flatMap { [$0.short, $0.missing] }.filter { $0 > 0 }
    let cells = problem.staff.count * problem.dayCount
    self.hottest = hottest ?? max(0.5, Double(weights.min() ?? 100) / Double(min(30, max(3, cells / 40))))
  }

  /// The temperature when a share `0...1` of the search is over.
  func temperature(_ share: Double) -> Float {
    Float(hottest * pow(coldest / hottest, share))
  }

  /// How many moves a round gives each staff member; few beside rows made anew, which fill more in the same time.
  func movesPerMember(_ share: Double, staff: Int, iterations: Int?, beside renewals: Bool) -> Int {
    if renewals { return 10 }
    guard let iterations else { return 50 }
    return min(50, max(10, iterations / staff / 60))
  }
}
