/// Rows met during a search, by member, the latest ones kept.
struct ColumnPool: Sendable {
  private var rows: [[RowColumn]]
  /// Where the next row of a member goes once its list is full.
  private var oldest: [Int]
  private let most: Int

  init(memberCount: Int, most: Int) {
    rows = Array(repeating: [], count: memberCount)
    oldest = Array(repeating: 0, count: memberCount)
    self.most = most
  }

  /// Keeps a row, in place of the member's oldest one if there are too many; linear in the rows of the member.
  mutating func add(_ row: RowColumn) {
    let member = row.member
    if rows[member].contains(where: { $0.cost == row.cost && $0.isSame(as: row) }) { return }
    if rows[member].count < most {
      rows[member].append(row)
    } else {
      rows[member][oldest[member]] = row
      oldest[member] = (oldest[member] + 1) % most
    }
  }

  /// The rows of a member that promise most at prices, best first, among those that are as a given one outside of days.
  func best(of row: RowColumn, on days: Range<Int>, prices: [Double], most: Int) -> [RowColumn] {
    let own = rows[row.member]
    var found: [(reduced: Double, index: Int)] = []
    for (index, other) in own.enumerated() where other.agrees(with: row, outside: days) {
      found.append((other.reducedCost(prices), index))
    }
    found.sort { ($0.reduced, $0.index) < ($1.reduced, $1.index) }
    return found.prefix(most).map { own[$0.index] }
  }
}

/// One row of one member, as the master knows it.
struct RowColumn: Sendable {
  let member: Int
  let codes: [UInt8]
  let options: [Int32]
  /// What it costs, cover apart.
  let cost: Int
  /// Its points, as indices of ``Pricer/points``, in rising order of day.
  let points: [Int32]

  /// Whether two rows of a member are the same.
  func isSame(as other: RowColumn) -> Bool { codes == other.codes && options == other.options }

  /// Whether two rows of a member are the same outside of a range of days.
  func agrees(with other: RowColumn, outside days: Range<Int>) -> Bool {
    for day in codes.indices
    where !days.contains(day) && (codes[day] != other.codes[day] || options[day] != other.options[day]) {
      return false
    }
    return true
  }

  /// What it costs less what its points are worth at prices.
  func reducedCost(_ prices: [Double]) -> Double {
    var reduced = Double(cost)
    for point in points { reduced -= prices[Int(point)] }
    return reduced
  }
}
