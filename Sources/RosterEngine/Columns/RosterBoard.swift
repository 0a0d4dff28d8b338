import Synchronization

/// What searches side by side share: the best roster, the best bound, and prices to begin from.
final class RosterBoard: Sendable {
  private struct Content: Sendable {
    var cost: Int
    var state: SearchState
    var bound: Int
    var prices: [Double] = []
    var whole: ColumnSearch?
  }

  private let content: Mutex<Content>

  init(cost: Int, state: SearchState, bound: Int) {
    content = Mutex(Content(cost: cost, state: state, bound: bound))
  }

  /// Takes a roster if it is better than the best; returns whether it was.
  func offer(cost: Int, _ state: SearchState) -> Bool {
    content.withLock { content in
      guard cost < content.cost else { return false }
      (content.cost, content.state) = (cost, state)
      return true
    }
  }

  func raise(_ bound: Int) { content.withLock { $0.bound = max($0.bound, bound) } }

  /// Leaves better prices, for others to begin from.
  func leave(_ prices: [Double]) { content.withLock { $0.prices = prices } }

  /// Leaves the programme of all rows, solved, for others to copy.
  func leave(_ whole: ColumnSearch) { content.withLock { $0.whole = whole } }

  var whole: ColumnSearch? { content.withLock { $0.whole } }
  var prices: [Double] { content.withLock { $0.prices } }
  var best: (cost: Int, state: SearchState) { content.withLock { ($0.cost, $0.state) } }
  var cost: Int { content.withLock { $0.cost } }
  var bound: Int { content.withLock { $0.bound } }
  var isProven: Bool { content.withLock { $0.cost <= $0.bound } }
}
