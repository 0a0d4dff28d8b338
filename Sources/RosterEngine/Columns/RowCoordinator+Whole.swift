extension RowCoordinator {
  /// Above this many rows of the master the whole programme is not solved: its inverse costs more than it brings.
  private static let mostMasterRows = 800
  /// Shares of the time: after the first the programme is left where its bound is far off still, after the second in any
  /// case; the third is what a dive from it may take.
  private static let hopefulShare = 0.22
  private static let wholeShare = 0.5
  private static let diveShare = 0.15
  /// A bound below this part of the master's value is far off.
  private static let hopefulBound = 0.9
  /// Rounds without a time limit, and rounds after each member settled.
  private static let untimedRounds = 30
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
