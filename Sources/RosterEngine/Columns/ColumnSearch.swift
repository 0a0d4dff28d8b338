/// Column generation over the rows of one neighbourhood, and a dive to a whole roster.
///
/// After P. Strandmark, Y. Qu, T. Curtois, "First-order linear programming in a column generation based heuristic approach
/// to the nurse rostering problem" (2020), but with a simplex master and an exact row programme as pricing.
struct ColumnSearch: Sendable {
  let place: Neighbourhood
  /// What stands around the neighbourhood.
  private(set) var roster: SearchState
  /// Points that rows of the neighbourhood can count in, less what the rest of the roster covers.
  let points: [MasterPoint]
  /// Their indices among ``Pricer/points``, and the other way round, -1 for points outside.
  let outer: [Int32]
  let inner: [Int32]
  var master: RestrictedMaster
  /// Rows known, by variable of the master less ``RestrictedMaster/firstRow``.
  private(set) var columns: [RowColumn] = []
  /// Variables of each member of the neighbourhood.
  private(set) var ofMember: [[Int]]
  /// The rows to begin from, and what they cost with the cover of ``points``.
  private(set) var start: [Int] = []
  private(set) var startCost = 0
  /// Costs are multiples of this.
  let unit: Int
  /// Rounds of pricing so far.
  var rounds = 0
  /// Members whose row is settled for the while; -1 for free ones.
  var settled: [Int]
  /// The prices that gave the best bound, by which the master's are steadied.
  var centre: [Double]
  var centreTotal = Int.min
  /// How far from ``centre`` prices may go in one round.
  var distance: Double
  let firstDistance: Double
  /// Whether no member was settled since the centre's bound was found.
  var isSteady = false
  /// No rows of the neighbourhood cost less, with the cover of ``points``.
  var bound = Int.min

  /// How far prices may go, of what a missing unit costs.
  private static let distanceShare = 0.05

  /// How generation ended.
  enum Outcome { case solved, hopeless, open }

  /// - Parameters:
  ///   - rows: The members' rows in the roster.
  ///   - prices: Prices of ``Pricer/points`` to begin from.
  init(
    _ place: Neighbourhood, around roster: SearchState, rows: [RowColumn], prices: [Double], unit: Int,
    _ pricer: Pricer, random: inout RandomSource, _ model: Model
  ) {
    self.place = place
    self.roster = roster
    self.unit = unit
    var inner = [Int32](repeating: -1, count: pricer.points.count)
    let classes = Set(place.members.map { Int(model.staffClass[$0]) })
    for staffClass in classes {
      for option in model.options.range(staffClass) {
        let entry = model.options.items[option]
        for day in place.days {
          for code in 1...model.shiftCount {
            pricer.forEachPoint(day, code, entry, model) { inner[Int($0)] = 0 }
          }
        }
      }
    }
    var own = [Int](repeating: 0, count: pricer.points.count)
    for row in rows {
      for point in row.points { own[Int(point)] += 1 }
    }
    var (points, outer): ([MasterPoint], [Int32]) = ([], [])
    for (index, point) in pricer.points.enumerated() where inner[index] >= 0 {
      inner[index] = Int32(points.count)
      outer.append(Int32(index))
      let outside = model.outside.isEmpty ? 0 : Int(model.outside[point.point])
      points.append(point.lessened(by: Int(roster.counts[point.point]) - outside - own[index]))
    }
    (self.points, self.outer, self.inner) = (points, outer, inner)
    master = RestrictedMaster(points: points, memberCount: place.members.count, random: &random)
    ofMember = Array(repeating: [], count: place.members.count)
    settled = Array(repeating: -1, count: place.members.count)
    let weights = points.map { Double($0.short > 0 ? $0.short : $0.missing) }.sorted()
    distance = weights.isEmpty ? 1 : max(1, weights[weights.count / 2] * Self.distanceShare)
    firstDistance = distance
    centre = outer.map { prices.isEmpty ? 0 : prices[Int($0)] }
    start = rows.enumerated().map { add($1, member: $0) }
    startCost = cost(of: start)
  }

  func column(_ variable: Int) -> RowColumn { columns[variable - master.firstRow] }

  /// What rows cost with the cover of ``points``.
  func cost(of variables: [Int]) -> Int {
    var counts = [Int](repeating: 0, count: points.count)
    var cost = 0
    for variable in variables {
      cost += column(variable).cost
      for point in column(variable).points where inner[Int(point)] >= 0 { counts[Int(inner[Int(point)])] += 1 }
    }
    for (point, count) in zip(points, counts) { cost += point.cost(count) }
    return cost
  }

  /// The variable of a row, a new one if the row is new.
  @discardableResult
  mutating func add(_ row: RowColumn, member: Int) -> Int {
    if let same = ofMember[member].first(where: { column($0).cost == row.cost && column($0).isSame(as: row) }) {
      return same
    }
    let entries = row.points.compactMap { inner[Int($0)] >= 0 ? inner[Int($0)] : nil }
    let variable = master.addRow(member: member, cost: row.cost, points: entries)
    columns.append(row)
    ofMember[member].append(variable)
    if settled[member] >= 0 { master.close(variable) }
    return variable
  }

  /// Makes the rows to begin from the basis of the programme.
  mutating func restart() { master.restart(from: start) }

  /// Prices of ``Pricer/points`` from those of ``points``.
  func spread(_ prices: [Double], over all: [Double]) -> [Double] {
    var all = all
    for (index, price) in zip(outer, prices) { all[Int(index)] = price }
    return all
  }

  /// The programme of all rows as it stands, begun from another roster with only some members free.
  func freeing(_ members: Set<Int>, around other: RosterRows) -> ColumnSearch {
    var copy = self
    copy.roster = other.state
    copy.start = other.rows.map { copy.add($0, member: $0.member) }
    copy.startCost = copy.cost(of: copy.start)
    for member in place.members where !members.contains(member) { copy.settle(member, on: copy.start[member]) }
    copy.isSteady = false
    return copy
  }

  /// Takes over rows that a copy has found.
  mutating func learn(from copy: ColumnSearch, most: Int) {
    for row in copy.columns[min(columns.count, copy.columns.count)...] where columns.count < most {
      add(row, member: row.member)
    }
  }

  /// Rules out a member's other rows for the while.
  mutating func settle(_ member: Int, on variable: Int) {
    settled[member] = variable
    isSteady = false
    for other in ofMember[member] where other != variable { master.close(other) }
  }
}
