/// Column generation over the rows of one neighbourhood, and a dive to a whole roster.
///
/// After P. Strandmark, Y. Qu, T. Curtois, "First-order linear programming in a column generation based heuristic
/// approach to the nurse rostering problem" (2020), but with a simplex master and an exact row programme as pricing.
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

extension ColumnSearch {
  /// Whether nothing that costs `value` or more is of use.
  func isHopeless(_ value: Double) -> Bool { value > Double(startCost - unit) + 0.01 }

  /// Solves the master and adds rows until none helps, or for some rounds.
  ///
  /// Prices stay in a box around those of the best bound, which keeps them from swinging from round to round; where
  /// members were settled since, the bound is found anew first.
  ///
  /// - Parameter gap: Ends too where master and bound are no further apart.
  mutating func generate(
    rounds most: Int, gap: Double, _ pricer: inout Pricer, _ model: Model, isStopped: @escaping @Sendable () -> Bool
  ) -> Outcome {
    let free = settled.indices.filter { settled[$0] < 0 }
    let limits = (least: 0.3 * firstDistance, most: 10 * firstDistance)
    if !isSteady {
      centreTotal = .min
      guard let offers = offers(to: free, at: centre, &pricer, model, isStopped) else { return .open }
      if isHopeless { return .hopeless }
      take(offers)
      isSteady = true
    }
    for _ in 0..<most {
      rounds += 1
      master.hold(near: centre, within: distance)
      if !master.optimise(isStopped: isStopped) { return .open }
      let isHeld = master.isHeld(near: centre, within: distance)
      let before = centreTotal
      let prices = Array(master.prices[..<points.count])
      guard let offers = offers(to: free, at: prices, &pricer, model, isStopped) else { return .open }
      if isHopeless { return .hopeless }
      let added = take(offers)
      if !isHeld && (added == 0 || master.objective - Double(centreTotal) / Double(Pricer.scale) < gap) {
        return .solved
      }
      if added == 0 {
        centre = prices
        distance = min(limits.most, distance * 1.5)
      } else {
        let most = isHeld && free.count < settled.count ? limits.most : firstDistance
        distance = max(limits.least, min(most, distance * (centreTotal > before ? 1.5 : 0.7)))
      }
    }
    if master.isHeld(near: centre, within: distance) {
      // A mix that leans on the box is no guide: it is solved once more without.
      master.hold(near: centre, within: .infinity)
      _ = master.optimise(isStopped: isStopped)
    }
    return .open
  }

  /// Best rows of free members at prices, and what that says of the bound; `nil` if stopped.
  private mutating func offers(
    to free: [Int], at prices: [Double], _ pricer: inout Pricer, _ model: Model,
    _ isStopped: @escaping @Sendable () -> Bool
  ) -> [(member: Int, row: RowColumn)]? {
    var values = [Double](repeating: 0, count: pricer.points.count)
    for (index, price) in zip(outer, prices) { values[Int(index)] = price }
    let offers = pricer.offers(
      for: free.map { place.members[$0] }, prices: PriceAscent.scaled(values), on: place.days, of: roster, model,
      isStopped: isStopped)
    var rows: [(member: Int, row: RowColumn)] = []
    for (member, offer) in zip(free, offers) {
      guard let offer else { return nil }
      rows.append((member, offer.column))
    }
    raiseBound(offers.compactMap { $0?.bound }, prices)
    return rows
  }

  /// Adds the rows that gain at the master's prices; returns how many.
  @discardableResult
  private mutating func take(_ offers: [(member: Int, row: RowColumn)]) -> Int {
    var added = 0
    for (member, row) in offers where reducedCost(row, member: member) < -0.02 {
      add(row, member: member)
      added += 1
    }
    return added
  }

  /// Whether the best bound so far leaves no room for anything better.
  private var isHopeless: Bool { isHopeless((Double(centreTotal) / Double(Pricer.scale)).rounded(.up)) }

  private func reducedCost(_ row: RowColumn, member: Int) -> Double {
    var reduced = Double(row.cost) - master.price(ofMember: member)
    for point in row.points where inner[Int(point)] >= 0 { reduced -= master.prices[Int(inner[Int(point)])] }
    return reduced
  }

  /// The Lagrangian bound of prices, times ``Pricer/scale``: members' cheapest rows, and each point's cheapest count.
  private mutating func raiseBound(_ offers: [Int], _ prices: [Double]) {
    let exact = PriceAscent.scaled(prices)
    var values = offers
    for variable in settled where variable >= 0 {
      let row = column(variable)
      var value = row.cost * Pricer.scale
      for point in row.points where inner[Int(point)] >= 0 { value -= exact[Int(inner[Int(point)])] }
      values.append(value)
    }
    let total = PriceAscent.total(values, exact, points, most: place.members.count)
    if total > centreTotal { (centreTotal, centre) = (total, prices) }
    if !settled.contains(where: { $0 >= 0 }) { bound = max(bound, total) }
  }

  /// Settles members one by one, the most decided first, with rows added between; returns a row for each, or `nil`
  /// where that cannot be better than the rows to begin from.
  ///
  /// As long as settling costs nothing, more and more members are settled at once; with few left free, rounds are cheap
  /// and there are more of them.
  ///
  /// - Parameters:
  ///   - sure: From this value in the mix a row is as good as decided.
  ///   - seconds: Processor time for all of it, or `nil`: where steps take too long for it, more are settled in each.
  mutating func dive(
    rounds most: Int, gap: Double, sure: Double, seconds: Double?, _ pricer: inout Pricer, random: inout RandomSource,
    _ model: Model,
    isStopped: @escaping @Sendable () -> Bool
  ) -> [Int]? {
    var atOnce = 1
    var value = master.objective
    let begun = MonotonicClock.worked()
    var last = begun
    while true {
      for (member, variable) in mostDecided(sure: sure, atLeast: atOnce, &random) { settle(member, on: variable) }
      let free = settled.count { $0 < 0 }
      if free == 0 { return settled }
      let before = rounds
      let outcome = generate(
        rounds: max(most, 30 * most / free), gap: gap, &pricer, model, isStopped: isStopped)
      if isStopped() || outcome == .hopeless { return nil }
      if outcome == .solved && isHopeless(master.objective) { return nil }
      let isSmooth = outcome == .solved && master.objective < value + Double(unit)
      atOnce = isSmooth && rounds < before + 4 ? min(atOnce + 1, max(1, free / 8)) : max(1, atOnce / 2)
      value = master.objective
      if let seconds {
        let now = MonotonicClock.worked()
        let left = max(0.01, seconds - (now - begun))
        atOnce = max(atOnce, Int(Double(free) * (now - last) / left))
        last = now
      }
    }
  }

  /// Free members whose row is decided, and the one nearest to it.
  private func mostDecided(
    sure: Double, atLeast: Int, _ random: inout RandomSource
  ) -> [(member: Int, variable: Int)] {
    var tops: [(member: Int, variable: Int, value: Double)] = []
    for member in settled.indices where settled[member] < 0 {
      var top: (variable: Int, value: Double) = (start[member], -1)
      for variable in ofMember[member] {
        let value = master.value(of: variable) + Double(random.below(100)) * 1e-6
        if value > top.value { top = (variable, value) }
      }
      tops.append((member, top.variable, top.value))
    }
    tops.sort { ($1.value, $0.member) < ($0.value, $1.member) }
    let decided = tops.prefix { $0.value > sure }.count
    return tops.prefix(max(decided + 1, atLeast)).map { ($0.member, $0.variable) }
  }
}
