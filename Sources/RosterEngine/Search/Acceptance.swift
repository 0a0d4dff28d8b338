import Glibc

/// The Metropolis rule as a threshold drawn before a move is judged: accept when its delta is at most `-T ln u`.
struct Acceptance: Sendable {
  private let scores: [Float]
  /// The temperature, in units of cost.
  var temperature: Float

  init(temperature: Float) {
    self.temperature = temperature
    scores = (0..<1024).map { -log((Float($0) + 0.5) / 1024) }
  }

  @inline(__always)
  func threshold(_ random: inout RandomSource) -> Int {
    Int(temperature * scores[random.below(1024)])
  }
}
