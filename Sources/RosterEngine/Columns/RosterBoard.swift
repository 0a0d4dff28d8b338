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

/// A roster as rows with their costs, kept beside its cells and counts.
struct RosterRows: Sendable {
  private(set) var state: SearchState
  /// By member.
  private(set) var rows: [RowColumn]
  private(set) var cost: Int

  /// `nil` if a row breaks a hard rule.
  init?(_ state: SearchState, _ pricer: Pricer, _ model: Model) {
    var rows: [RowColumn] = []
    for member in 0..<model.staffCount {
      guard let row = pricer.column(of: member, in: state, model) else { return nil }
      rows.append(row)
    }
    self.state = state
    self.rows = rows
    cost = rows.reduce(state.coverCost(model)) { $0 + $1.cost }
  }

  /// Puts rows in the place of their members' own.
  mutating func put(_ new: [RowColumn], _ model: Model) {
    for row in new {
      for day in 0..<model.dayCount
      where model.allowed[row.member * model.dayCount + day] != 0
        && (row.codes[day] != rows[row.member].codes[day] || row.options[day] != rows[row.member].options[day])
      {
        state.put(row.member, day + model.historyDays, row.codes[day], row.options[day], model)
      }
      rows[row.member] = row
    }
    cost = rows.reduce(state.coverCost(model)) { $0 + $1.cost }
  }

  /// Rows as they would be with the days of other rows; `nil` if one then breaks a hard rule.
  func graft(_ other: [RowColumn], on days: Range<Int>, _ pricer: Pricer, _ model: Model) -> [RowColumn]? {
    var grafted: [RowColumn] = []
    for row in other {
      var (codes, options) = (rows[row.member].codes, rows[row.member].options)
      for day in days { (codes[day], options[day]) = (row.codes[day], row.options[day]) }
      guard let column = pricer.column(row.member, codes, options, model) else { return nil }
      grafted.append(column)
    }
    return grafted
  }
}
