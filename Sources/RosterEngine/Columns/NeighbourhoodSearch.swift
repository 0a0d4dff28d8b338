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

/// The part of a roster that is planned anew while the rest stands: some members' rows on some days.
struct Neighbourhood: Sendable {
  let members: [Int]
  /// Days of the period.
  let days: Range<Int>

  /// The whole roster.
  init(all model: Model) {
    members = Array(0..<model.staffCount)
    days = 0..<model.dayCount
  }

  init(members: [Int], days: Range<Int>) {
    self.members = members
    self.days = days
  }
}

/// Chooses which members' rows to plan anew, on which days: kinds of neighbourhoods that grow while they are solved in
/// time, and are taken the more often the more they bring.
struct NeighbourhoodPicker: Sendable {
  /// Neighbourhoods of one length.
  private struct Kind {
    let days: Int
    /// Members in one.
    var size: Double
    /// The share of attempts, of late, that made the roster better, and what one took.
    var rate = 0.5
    var seconds = 0.3
  }

  private var kinds: [Kind]
  private var latest = 0
  private let staffCount: Int
  private let dayCount: Int

  /// Cells of a neighbourhood to begin with, and the least members.
  private static let firstCells = 420
  private static let fewest = 2.0
  /// Seconds that a neighbourhood may take before it is thought too large.
  static let target = 0.8
  /// A kind that brings nothing is tried as if it brought something so often, and one that takes no time as if it took
  /// this.
  private static let leastRate = 0.05
  private static let shortest = 0.05
  private static let memory = 0.15

  init(_ model: Model) {
    staffCount = model.staffCount
    dayCount = model.dayCount
    let dayCount = dayCount
    let lengths = [7, 14, 28, 56].filter { $0 * 4 <= dayCount * 3 }.suffix(3) + [dayCount]
    kinds = lengths.map { days in
      let first = days == dayCount ? 0.6 * Double(model.staffCount) : Double(Self.firstCells) / Double(days)
      return Kind(days: days, size: min(Double(model.staffCount), max(Self.fewest, first)))
    }
  }

  /// The next neighbourhood; all days only where the programme of all rows is there to begin from, or for want of
  /// others.
  mutating func next(_ random: inout RandomSource, isWholeKnown: Bool) -> Neighbourhood {
    latest = chooseKind(&random, of: isWholeKnown ? kinds.count : max(1, kinds.count - 1))
    let kind = kinds[latest]
    var order = Array(0..<staffCount)
    let count = min(staffCount, max(1, Int(kind.size)))
    for index in 0..<count { order.swapAt(index, index + random.below(staffCount - index)) }
    // Windows may hang over the ends, so that the first and last days are planned as often as others.
    let begin = random.below(dayCount - kind.days / 2 + 1) - kind.days / 4
    let first = min(dayCount - kind.days, max(0, begin))
    return Neighbourhood(members: Array(order[..<count]).sorted(), days: first..<(first + kind.days))
  }

  private func chooseKind(_ random: inout RandomSource, of count: Int) -> Int {
    let weights = kinds.prefix(count).map { (Self.leastRate + $0.rate) / max(Self.shortest, $0.seconds) }
    var left = Double(random.below(1 << 20)) / Double(1 << 20) * weights.reduce(0, +)
    for (index, weight) in weights.enumerated() {
      left -= weight
      if left < 0 { return index }
    }
    return count - 1
  }

  /// Learns from what the latest neighbourhood came to: one that brings nothing is to be larger next time, one that
  /// takes too long smaller.
  ///
  /// - Parameter seconds: How long it took; 0 where time must not matter.
  mutating func learn(isSolved: Bool, isBetter: Bool, seconds: Double) {
    var kind = kinds[latest]
    kind.rate += Self.memory * ((isBetter ? 1 : 0) - kind.rate)
    kind.seconds += Self.memory * (seconds - kind.seconds)
    if seconds > 2 * Self.target {
      kind.size *= 0.8
    } else if !isSolved || seconds > Self.target {
      kind.size *= 0.92
    } else if !isBetter {
      kind.size *= 1.05
    }
    kind.size = min(Double(staffCount), max(Self.fewest, kind.size))
    kinds[latest] = kind
  }
}
