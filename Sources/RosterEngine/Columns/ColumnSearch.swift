/// Column generation over whole rows, with a careful dive and large neighbourhoods around the best roster.
///
/// After P. Strandmark, Y. Qu, T. Curtois, "First-order linear programming in a column generation based heuristic approach
/// to the nurse rostering problem" (2020), but with a simplex master and an exact row programme as pricing.
struct ColumnSearch: Sendable {
  let model: Model
  let memberCount: Int
  var pricer: Pricer
  var master: RestrictedMaster
  /// Rows known, by variable of the master less ``RestrictedMaster/firstRow``.
  private(set) var columns: [RowColumn] = []
  private(set) var ofMember: [[Int]]
  private var known: Set<[UInt8]> = []
  var random: RandomSource
  /// The best roster's columns, by member.
  private(set) var best: [Int]
  private(set) var bestCost: Int
  /// No roster costs less.
  private(set) var bound = 0
  private var boundPrices: [Int] = []
  private var boundTotal = Int.min
  /// The largest share of the members that a neighbourhood frees.
  private var widest = 0.8
  /// Members whose row is settled for the while, by member; -1 for free ones.
  private var settled: [Int]
  let isStopped: @Sendable () -> Bool

  private static let settledPenalty = 1e6

  /// `nil` if the roster to start from breaks a hard rule.
  init?(
    pricer: Pricer, start: SearchState, random: RandomSource, _ model: Model,
    isStopped: @escaping @Sendable () -> Bool
  ) {
    var random = random
    self.model = model
    self.pricer = pricer
    memberCount = model.staffCount
    master = RestrictedMaster(points: pricer.points, memberCount: memberCount, random: &random)
    self.random = random
    ofMember = Array(repeating: [], count: memberCount)
    settled = Array(repeating: -1, count: memberCount)
    best = []
    bestCost = .max
    self.isStopped = isStopped
    guard take(start) != nil else { return nil }
    master.restart(from: best)
  }

  /// Adds a roster's rows and returns its cost; it becomes the best if it costs less.
  @discardableResult
  mutating func take(_ roster: SearchState) -> Int? {
    var variables: [Int] = []
    for member in 0..<memberCount {
      guard let column = pricer.column(of: member, in: roster, model) else { return nil }
      variables.append(add(column))
    }
    return take(variables)
  }

  private mutating func take(_ variables: [Int]) -> Int {
    let cost = cost(of: variables)
    if cost < bestCost {
      bestCost = cost
      best = variables
    }
    return cost
  }

  private func column(_ variable: Int) -> RowColumn { columns[variable - master.firstRow] }

  private func cost(of variables: [Int]) -> Int {
    var counts = [Int](repeating: 0, count: pricer.points.count)
    var cost = 0
    for variable in variables {
      cost += column(variable).cost
      for point in column(variable).points { counts[Int(point)] += 1 }
    }
    for (point, count) in zip(pricer.points, counts) { cost += point.cost(count) }
    return cost
  }

  /// The variable of a row, a new one if the row is new.
  private mutating func add(_ column: RowColumn) -> Int {
    let key = column.codes + column.options.map { UInt8(truncatingIfNeeded: $0) }
    if !known.insert(key + [UInt8(column.member & 255), UInt8(column.member >> 8 & 255)]).inserted,
      let same = ofMember[column.member].first(where: {
        self.column($0).codes == column.codes && self.column($0).options == column.options
      })
    {
      return same
    }
    let variable = master.addRow(member: column.member, cost: column.cost, points: column.points)
    columns.append(column)
    ofMember[column.member].append(variable)
    return variable
  }

  /// The best roster.
  func bestState(_ empty: SearchState) -> SearchState { state(of: best, empty) }

  private func state(of variables: [Int], _ empty: SearchState) -> SearchState {
    var state = empty
    for variable in variables {
      let column = column(variable)
      for day in 0..<model.dayCount where model.allowed[column.member * model.dayCount + day] != 0 {
        state.put(column.member, day + model.historyDays, column.codes[day], column.options[day], model)
      }
    }
    return state
  }

  // MARK: Pricing

  private func scaled(_ prices: some Sequence<Double>) -> [Int] {
    prices.map { Int(($0 * Double(Pricer.scale)).rounded()) }
  }

  /// Solves the master and adds rows until none helps, or for some rounds; returns whether none helps.
  mutating func generate(rounds: Int, target: Double = 0) -> Bool {
    let free = (0..<memberCount).filter { settled[$0] < 0 }
    let isWhole = free.count == memberCount
    for _ in 0..<rounds {
      guard master.optimise(isStopped: isStopped) else { return false }
      if isWhole && master.objective - Double(bound) < max(0.5, target * master.objective) { return true }
      let exact = scaled(master.prices[..<master.pointCount])
      if isWhole && !boundPrices.isEmpty {
        // Near the prices of the best bound first, which keeps them from swinging (P. Wentges, 1997).
        let between = zip(exact, boundPrices).map { ($0 + $1) / 2 }
        guard let added = price(free, at: between, isWhole) else { return false }
        if added > 0 { continue }
      }
      guard let added = price(free, at: exact, isWhole) else { return false }
      if added == 0 { return true }
    }
    return false
  }

  /// Adds each free member's best row at the prices if it would gain at the master's; returns how many, `nil` if stopped.
  private mutating func price(_ free: [Int], at prices: [Int], _ isWhole: Bool) -> Int? {
    let offers = pricer.offers(for: free, prices: prices, model, isStopped: isStopped)
    if offers.contains(where: { $0 == nil }) { return nil }
    if isWhole { raiseBound(offers.compactMap { $0?.bound }, prices) }
    var added = 0
    for case let offer? in offers {
      let column = offer.column
      var reduced = Double(column.cost) - master.price(ofMember: column.member)
      for point in column.points { reduced -= master.prices[Int(point)] }
      if reduced < -0.02 {
        _ = add(column)
        added += 1
      }
    }
    return added
  }

  /// The Lagrangian bound of prices: members' cheapest rows, and each point's cheapest count, apart.
  @discardableResult
  private mutating func raiseBound(_ values: [Int], _ prices: [Int]) -> Int {
    var total = values.reduce(0, +)
    for (point, price) in zip(pricer.points, prices) {
      total += point.least(price: price, scale: Pricer.scale, most: memberCount)
    }
    let value = total <= 0 ? 0 : (total + Pricer.scale - 1) / Pricer.scale
    bound = max(bound, value)
    if total > boundTotal || boundPrices.isEmpty {
      boundTotal = total
      boundPrices = prices
    }
    return total
  }

  // MARK: Dive

  private mutating func settle(_ member: Int, on variable: Int) {
    settled[member] = variable
    for other in ofMember[member] {
      master.setCost(other, Double(column(other).cost) + (other == variable ? 0 : Self.settledPenalty))
    }
  }

  private mutating func release() {
    for member in 0..<memberCount where settled[member] >= 0 {
      settled[member] = -1
      for other in ofMember[member] { master.setCost(other, Double(column(other).cost)) }
    }
  }

  /// Whether the programme as it stands, solved, holds nothing better than the best roster; costs are whole numbers.
  private var isHopeless: Bool { master.objective > Double(bestCost) - 0.99 }

  /// Settles members one by one, the most decided first, with rows added between; returns a whole roster.
  mutating func dive(rounds: Int) -> [Int]? {
    while let next = mostDecided() {
      for (member, variable) in next { settle(member, on: variable) }
      if settled.allSatisfy({ $0 >= 0 }) { break }
      let isSolved = generate(rounds: rounds)
      if isStopped() || isSolved && isHopeless { return nil }
    }
    return settled
  }

  /// Free members whose row is decided, or else the one nearest to it.
  private mutating func mostDecided() -> [(member: Int, variable: Int)]? {
    var decided: [(member: Int, variable: Int)] = []
    var nearest: (member: Int, variable: Int, value: Double)?
    for member in 0..<memberCount where settled[member] < 0 {
      var top: (variable: Int, value: Double) = (-1, -1)
      for variable in ofMember[member] {
        let value = master.value(of: variable) + Double(random.below(100)) * 1e-6
        if value > top.value { top = (variable, value) }
      }
      guard top.variable >= 0 else { continue }
      if top.value > 0.95 {
        decided.append((member, top.variable))
      } else if top.value > nearest?.value ?? -1 {
        nearest = (member, top.variable, top.value)
      }
    }
    if let nearest { decided.append((nearest.member, nearest.variable)) }
    return decided.isEmpty ? nil : decided
  }

  /// Dives from the programme as it stands; returns the roster's cost.
  mutating func tryDive(rounds: Int) -> Int? {
    defer { release() }
    return dive(rounds: rounds).map { take($0) }
  }

  /// Begins again from the best roster.
  mutating func restart() { master.restart(from: best) }

  mutating func raiseBound(to value: Int) { bound = max(bound, value) }

  /// Frees some members around the best roster and dives again; returns the roster's cost.
  mutating func tryNeighbourhood(rounds: Int) -> Int? {
    let share = widest * (0.65 + 0.35 * Double(random.below(100)) / 100)
    var order = Array(0..<memberCount)
    for last in stride(from: order.count - 1, to: 0, by: -1) { order.swapAt(last, random.below(last + 1)) }
    let freed = max(2, Int(Double(memberCount) * share))
    for member in order.dropFirst(freed) { settle(member, on: best[member]) }
    defer { release() }
    master.restart(from: best)
    let isSolved = generate(rounds: rounds)
    // Where the programme is not solved in the rounds it has, a dive is blind: fewer members next time.
    widest = isSolved ? min(0.8, widest * 1.05) : max(0.05, widest * 0.85)
    if isStopped() || isSolved && isHopeless { return nil }
    return dive(rounds: rounds).map { take($0) }
  }
}
