import Synchronization
import Threads

extension RowCoordinator {
  /// With a number of moves in place of a time, one neighbourhood is searched for so many of them.
  private static let movesPerNeighbourhood = 100_000
  /// The share of the time after which prices are left as they are.
  private static let ascentShare = 0.12
  /// Rounds of an ascent, and of the whole programme, where there is no time limit.
  private static let untimedRounds = 30
  private static let mostPoolRows = 300
  /// Prices say little where their bound is below this part of the cost.
  private static let tellingShare = 0.25
  /// When annealing ends that goes on beside columns.
  private static let annealingEnd = 0.5

  var isTimed: Bool { limit < .infinity }

  /// Raises prices of cover, solves the programme of all rows on one thread, and searches neighbourhoods on all.
  ///
  /// Where prices say little by then, the programme of all rows is too hard for the time there is, and threads anneal
  /// on for a while before they search neighbourhoods.
  func generateColumns(_ board: RosterBoard, _ moves: inout Int) throws(SolveError) {
    let neighbourhoods = options.iterations.map { $0 / Self.movesPerNeighbourhood } ?? .max
    let (control, deadline) = (control, begun + limit)
    let isStopped: @Sendable () -> Bool = { control.isCancelled || MonotonicClock.now() >= deadline }
    var pricer = Pricer(
      rows: rows, programme: programme, points: MasterPoint.all(model), threads: options.threads, problem, model)
    guard neighbourhoods > 0, let start = RosterRows(board.best.state, pricer, model) else { return }
    var pool = ColumnPool(memberCount: model.staffCount, most: Self.mostPoolRows)
    let prices = ascend(start, &pricer, &pool, board, isStopped: isStopped)
    board.leave(prices)
    let single = pricer.single()
    let (shared, rows) = (self, pool)
    let isHard = isTimed && Double(board.bound) < Self.tellingShare * Double(board.cost)
    let annealed = Mutex<(moves: Int, fault: SolveError?)>((moves, nil))
    Threads.run(isTimed ? max(1, options.threads) : 1) { index in
      var own = RandomSource(seed: shared.options.seed, stream: UInt64(index) + 77)
      var pool = rows
      if isHard && (index > 0 || shared.options.threads == 1 || shared.isTooLarge(single)) {
        let outcome = shared.annealOn(board, turn: UInt64(index) + 1)
        annealed.withLock { $0 = ($0.moves + outcome.moves, $0.fault ?? outcome.fault) }
      } else if index == 0 {
        shared.solveWhole(start, single, &pool, board, &own, isStopped: isStopped)
      }
      var search = NeighbourhoodSearch(
        start, pricer: single, pool: pool, prices: board.prices, isTimed: shared.isTimed, random: own, shared.model)
      shared.searchNeighbourhoods(&search, board, most: neighbourhoods, isStopped: isStopped)
    }
    let outcome = annealed.withLock { $0 }
    moves = outcome.moves
    if let fault = outcome.fault { throw fault }
  }

  /// Anneals on one thread until half of the time is over.
  private func annealOn(_ board: RosterBoard, turn: UInt64) -> (moves: Int, fault: SolveError?) {
    if options.method == .columns { return (0, nil) }
    var moves = 0
    do throws(SolveError) {
      try anneal(until: limit * Self.annealingEnd, threads: 1, board, &moves, turn: turn)
    } catch {
      return (moves, error)
    }
    return (moves, nil)
  }

  /// Prices from the bound alone, every member's row priced in each round; the rows go to the pool.
  private func ascend(
    _ start: RosterRows, _ pricer: inout Pricer, _ pool: inout ColumnPool, _ board: RosterBoard,
    isStopped: @escaping @Sendable () -> Bool
  ) -> [Double] {
    var ascent = PriceAscent(points: pricer.points, rows: start.rows)
    let everyone = Neighbourhood(all: model)
    for row in start.rows { pool.add(row) }
    var round = 0
    while isTimed ? elapsed < limit * Self.ascentShare : round < Self.untimedRounds {
      let offers = pricer.offers(
        for: everyone.members, prices: ascent.next, on: everyone.days, of: start.state, model, isStopped: isStopped)
      let all = offers.compactMap { $0 }
      if all.count < offers.count { break }
      ascent.learn(all)
      for offer in all { pool.add(offer.column) }
      publish(bound: rounded(ascent.total), board)
      round += 1
    }
    return ascent.prices
  }

  /// A bound in whole units of cost.
  func rounded(_ total: Int) -> Int {
    let step = Pricer.scale * model.costUnit
    return total <= 0 ? 0 : (total + step - 1) / step * model.costUnit
  }

  private func searchNeighbourhoods(
    _ search: inout NeighbourhoodSearch, _ board: RosterBoard, most: Int, isStopped: @escaping @Sendable () -> Bool
  ) {
    var tried = 0
    while !isStopped() && !board.isProven && tried < most {
      if board.cost < search.best.cost { search.take(board.best.state, model) }
      search.prices = board.prices
      if search.whole == nil { search.whole = board.whole }
      if let own = search.attempt(model, isStopped: isStopped) {
        if board.cost < search.best.cost { search.join(board.best.state, with: own, model) }
        publish(search.best, board)
      }
      tried += 1
    }
  }

  func publish(_ roster: RosterRows, _ board: RosterBoard) {
    if roster.cost < board.cost { offer(roster.cost, roster.state, board, moves: 0) }
  }

  func publish(bound: Int, _ board: RosterBoard) {
    guard bound > board.bound else { return }
    board.raise(bound)
    guard var next = control.progress else { return }
    (next.bound, next.elapsed) = (board.bound, elapsed)
    control.publish(next)
  }

  /// Above this many rows of the master the whole programme is not solved: its inverse costs more than it brings.
  private static let mostMasterRows = 800
  /// Shares of the time: after the first the programme is left where its bound is far off still, after the second in
  /// any case; the third is what a dive from it may take.
  private static let hopefulShare = 0.22
  private static let wholeShare = 0.5
  private static let diveShare = 0.15
  /// A bound below this part of the master's value is far off.
  private static let hopefulBound = 0.9
  /// Rounds after each member settled.
  private static let roundsPerSettling = 6
  private static let sure = 0.95
  private static let rowsFromPool = 30

  private var gap: Double { 0.2 * Double(model.costUnit) }

  /// Whether the programme of all rows has too many rows to be solved.
  func isTooLarge(_ pricer: Pricer) -> Bool { pricer.points.count + model.staffCount > Self.mostMasterRows }

  /// Solves the programme of all rows and dives from there; the rows it finds go to the pool.
  func solveWhole(
    _ start: RosterRows, _ pricer: Pricer, _ pool: inout ColumnPool, _ board: RosterBoard, _ random: inout RandomSource,
    isStopped: @escaping @Sendable () -> Bool
  ) {
    if isTooLarge(pricer) || board.isProven { return }
    var pricer = pricer
    var search = ColumnSearch(
      Neighbourhood(all: model), around: start.state, rows: start.rows, prices: board.prices, unit: model.costUnit,
      pricer, random: &random, model)
    for (member, row) in start.rows.enumerated() {
      for other in pool.best(of: row, on: 0..<model.dayCount, prices: board.prices, most: Self.rowsFromPool) {
        search.add(other, member: member)
      }
    }
    let known = search.columns.count
    search.restart()
    if solve(&search, constant: start.cost - search.startCost, &pricer, board, isStopped: isStopped) {
      board.leave(search)
      let end = MonotonicClock.now() + 1.5 * limit * Self.diveShare
      let found = search.dive(
        rounds: Self.roundsPerSettling, gap: gap, sure: Self.sure, seconds: isTimed ? limit * Self.diveShare : nil,
        &pricer, random: &random, model,
        isStopped: { isStopped() || MonotonicClock.now() >= end })
      if let found, search.cost(of: found) < search.startCost {
        var roster = start
        roster.put(found.map { search.column($0) }, model)
        publish(roster, board)
      }
    }
    for row in search.columns[known...] { pool.add(row) }
  }

  /// Solves the programme of all rows, raising the bound and leaving better prices; returns whether it is solved.
  ///
  /// - Parameter constant: What points cost that no row counts in.
  private func solve(
    _ search: inout ColumnSearch, constant: Int, _ pricer: inout Pricer, _ board: RosterBoard,
    isStopped: @escaping @Sendable () -> Bool
  ) -> Bool {
    let end = begun + limit * Self.wholeShare
    let isOver: @Sendable () -> Bool = { isStopped() || MonotonicClock.now() >= end }
    var round = 0
    while isTimed ? !isOver() : round < Self.untimedRounds {
      let outcome = search.generate(rounds: 1, gap: gap, &pricer, model, isStopped: isOver)
      if search.bound > .min { publish(bound: rounded(search.bound + constant * Pricer.scale), board) }
      board.leave(search.spread(search.centre, over: board.prices))
      if outcome != .open { return outcome == .solved }
      let isFar = Double(search.bound) < Self.hopefulBound * search.master.objective * Double(Pricer.scale)
      if isFar && elapsed > limit * Self.hopefulShare { return false }
      round += 1
    }
    return false
  }
}
