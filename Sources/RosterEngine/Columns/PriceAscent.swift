/// Prices of cover that raise the Lagrangian bound, found with a mix of rows for each member.
///
/// The programme of all rows is solved by a method of multipliers: points charge a smooth price that leans on the last
/// one, and members move their mix towards their cheapest row, one after the other, as far as that pays
/// (block-coordinate Frank-Wolfe: S. Lacoste-Julien, M. Jaggi, M. Schmidt, P. Pletscher, 2013). No basis is kept, so a
/// round costs little beside its pricing however many points there are.
struct PriceAscent: Sendable {
  let points: [MasterPoint]
  let memberCount: Int
  /// The best prices, and what the bound is at them, times ``Pricer/scale``.
  private(set) var prices: [Double]
  private(set) var total = Int.min
  /// The prices that smooth ones lean on.
  private var centre: [Double]
  /// What one unit of lack adds to a price.
  private var pull: Double
  /// Counts of the mix, of all members and of each.
  private var counts: [Double]
  private var shares: [[Double]]
  private var costs: [Double]
  private var failures = 0

  /// Begins from rows, one a member.
  init(points: [MasterPoint], rows: [RowColumn]) {
    self.points = points
    memberCount = rows.count
    centre = Array(repeating: 0, count: points.count)
    prices = centre
    counts = centre
    shares = rows.map { row in
      var share = [Double](repeating: 0, count: points.count)
      for point in row.points { share[Int(point)] += 1 }
      return share
    }
    for share in shares {
      for index in counts.indices { counts[index] += share[index] }
    }
    costs = rows.map { Double($0.cost) }
    let weights = points.map { Double(max(1, $0.short > 0 ? $0.short : $0.missing)) }.sorted()
    pull = weights.isEmpty ? 1 : weights[weights.count / 2] * Self.firstPull
  }

  private static let firstPull = 0.2

  /// The prices to try next, times ``Pricer/scale``.
  var next: [Int] { Self.scaled(points.indices.map { price($0, counts[$0]) }) }

  static func scaled(_ prices: some Sequence<Double>) -> [Int] {
    prices.map { Int(($0 * Double(Pricer.scale)).rounded()) }
  }

  @inline(__always)
  private func price(_ point: Int, _ count: Double) -> Double {
    points[point].price(count, near: centre[point], pull: pull)
  }

  /// The Lagrangian bound of prices, times ``Pricer/scale``.
  ///
  /// - Parameter values: The least value of each member's row at the prices.
  static func total(_ values: [Int], _ prices: [Int], _ points: [MasterPoint], most: Int) -> Int {
    var total = values.reduce(0, +)
    for (point, price) in zip(points, prices) {
      total += point.least(price: price, scale: Pricer.scale, most: most)
    }
    return total
  }

  /// Learns from all members' best rows at ``next``.
  mutating func learn(_ offers: [Pricer.Offer]) {
    let tried = next
    let value = Self.total(offers.map(\.bound), tried, points, most: memberCount)
    centre = tried.map { Double($0) / Double(Pricer.scale) }
    if value > total {
      (total, prices) = (value, centre)
      failures = 0
    } else {
      failures += 1
      if failures >= 6 {
        failures = 0
        pull *= 0.7
      }
    }
    for offer in offers { mix(offer.column) }
  }

  /// Moves a member's mix towards a row as far as that pays at smooth prices.
  private mutating func mix(_ row: RowColumn) {
    let member = row.member
    var change = shares[member].map { -$0 }
    for point in row.points { change[Int(point)] += 1 }
    let moved = change.indices.filter { change[$0] != 0 }
    let cost = Double(row.cost) - costs[member]
    func slope(_ step: Double) -> Double {
      moved.reduce(cost) { $0 - price($1, counts[$1] + step * change[$1]) * change[$1] }
    }
    guard slope(0) < 0 else { return }
    var (low, high) = (0.0, 1.0)
    if slope(1) <= 0 {
      low = 1
    } else {
      for _ in 0..<8 {
        let middle = (low + high) / 2
        if slope(middle) < 0 { low = middle } else { high = middle }
      }
    }
    for point in moved {
      counts[point] += low * change[point]
      shares[member][point] += low * change[point]
    }
    costs[member] += low * cost
  }
}
