/// Where an annealing stands: what the roster costs, how much it breaks, and what was done.
package struct AnnealingTally: Equatable, Sendable {
  /// Cost of the roster, breaches apart.
  package var soft = 0
  /// Breaches of hard rules, all classes together.
  package var broken = 0
  /// Cost of the cheapest roster without a breach.
  package var best = Int.max
  /// Whether the roster is the cheapest and has not been copied yet.
  package var isBest = false
  package var accepted = 0
  /// Made of every accepted move, so that two runs can be told apart.
  package var checksum: UInt64 = 0
}
