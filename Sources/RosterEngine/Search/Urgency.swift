/// How much more than its weight it is worth to fill a point: the longer it has been short, the more.
///
/// Rosters of equal cost are many, and most of them are short where anyone can step in or where hardly anyone can. Urgency
/// tells them apart, as breakout weights do in satisfiability (Morris 1993) and multipliers in Lagrangian relaxation. It
/// sways what is proposed, not what is accepted.
struct Urgency: Sendable {
  /// By point.
  private(set) var values: [Int32]
  /// The points whose urgency the last round has changed.
  private(set) var changed: [Int32] = []
  /// Whether any point was short in the last round.
  private(set) var isShort = false

  /// Each round short adds so much, each round filled takes so much off; in units of cost.
  private static let (step, decay, most): (Int32, Int32, Int32) = (10, 3, 100)

  init(pointCount: Int) { values = Array(repeating: 0, count: pointCount) }

  /// Takes note of a round's roster.
  ///
  /// O(points).
  mutating func note(_ state: SearchState, _ model: Model) {
    changed.removeAll(keepingCapacity: true)
    isShort = false
    for point in values.indices {
      let before = values[point]
      if state.counts[point] < model.wanted[point] {
        isShort = true
        values[point] = min(Self.most, before + Self.step)
      } else if before > 0 {
        values[point] = max(0, before - Self.decay)
      }
      if values[point] != before { changed.append(Int32(point)) }
    }
  }
}
