/// Large neighbourhoods around the best roster, each planned anew by a ``ColumnSearch``.
struct NeighbourhoodSearch: Sendable {
  private(set) var best: RosterRows
  private var pricer: Pricer
  private var pool: ColumnPool
  private var picker: NeighbourhoodPicker
  private var random: RandomSource
  private let unit: Int
  /// The programme of all rows, if it was solved.
  var whole: ColumnSearch?
  /// Prices of ``Pricer/points`` that neighbourhoods begin from.
  var prices: [Double]
  /// Whether sizes may follow the clock.
  private let isTimed: Bool

  /// Rounds of pricing for a whole neighbourhood, and after each member settled.
  private static let rounds = 150
  private static let roundsPerSettling = 8
  /// A neighbourhood is left after so many times its target.
  private static let longest = 3.0
  private static let rowsFromPool = 15
  private static let mostRowsOfWhole = 4000

  init(
    _ best: RosterRows, pricer: Pricer, pool: ColumnPool, prices: [Double], isTimed: Bool, random: RandomSource,
    _ model: Model
  ) {
    self.best = best
    self.pricer = pricer
    self.pool = pool
    self.prices = prices
    self.isTimed = isTimed
    self.random = random
    picker = NeighbourhoodPicker(model)
    unit = model.costUnit
  }

  /// Takes a roster that somebody else found better.
  mutating func take(_ state: SearchState, _ model: Model) {
    if let rows = RosterRows(state, pricer, model) { best = rows }
  }

  /// Plans one neighbourhood anew; returns its new rows if they make the roster better.
  mutating func attempt(
    _ model: Model, isStopped: @escaping @Sendable () -> Bool
  ) -> (place: Neighbourhood, rows: [RowColumn])? {
    let begun = isTimed ? MonotonicClock.worked() : 0
    let deadline = isTimed ? begun + Self.longest * NeighbourhoodPicker.target : .infinity
    let isOver: @Sendable () -> Bool = { isStopped() || deadline < .infinity && MonotonicClock.worked() > deadline }
    let place = picker.next(&random, isWholeKnown: whole != nil)
    var search = programme(of: place, model)
    let known = search.columns.count
    let gap = Double(unit)
    let outcome = search.generate(rounds: Self.rounds, gap: gap, &pricer, model, isStopped: isOver)
    var found: [Int]?
    let isSolved = outcome != .open
    if outcome == .open || outcome == .solved && !search.isHopeless(search.master.objective) {
      found = search.dive(
        rounds: Self.roundsPerSettling, gap: gap, sure: 0.9,
        seconds: isTimed
          ? max(0.1, begun + 0.8 * Self.longest * NeighbourhoodPicker.target - MonotonicClock.worked()) : nil,
        &pricer, random: &random, model, isStopped: isOver)
    }
    if search.place.members.count > place.members.count {
      whole?.learn(from: search, most: Self.mostRowsOfWhole)
    } else {
      for row in search.columns[known...] { pool.add(row) }
    }
    let cost = found.map { search.cost(of: $0) } ?? .max
    let seconds = isTimed ? MonotonicClock.worked() - begun : 0
    picker.learn(isSolved: isSolved || found != nil, isBetter: cost < search.startCost, seconds: seconds)
    guard let found, cost <= search.startCost else { return nil }
    let rows = found.map { search.column($0) }
    best.put(rows, model)
    return cost < search.startCost ? (place, rows) : nil
  }

  /// The programme of a neighbourhood, with rows from the pool; a copy of the whole one where all days are free.
  private mutating func programme(of place: Neighbourhood, _ model: Model) -> ColumnSearch {
    if let whole, place.days.count == model.dayCount { return whole.freeing(Set(place.members), around: best) }
    var search = ColumnSearch(
      place, around: best.state, rows: place.members.map { best.rows[$0] }, prices: prices, unit: unit, pricer,
      random: &random, model)
    if !prices.isEmpty {
      for (index, member) in place.members.enumerated() {
        for row in pool.best(of: best.rows[member], on: place.days, prices: prices, most: Self.rowsFromPool) {
          search.add(row, member: index)
        }
      }
    }
    search.restart()
    return search
  }

  /// Goes over to a better roster of somebody else, with one's own new rows where they still help.
  mutating func join(_ other: SearchState, with own: (place: Neighbourhood, rows: [RowColumn]), _ model: Model) {
    guard let rows = RosterRows(other, pricer, model) else { return }
    best = rows
    guard let grafted = best.graft(own.rows, on: own.place.days, pricer, model) else { return }
    var merged = best
    merged.put(grafted, model)
    if merged.cost < best.cost { best = merged }
  }
}
