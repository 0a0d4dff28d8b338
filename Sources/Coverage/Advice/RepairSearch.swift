import RosterModel

/// Closes the gaps of a roster with the fewest changes, then the fewest units disturbed, then the fewest changes of published
/// days, then at the least cost.
///
/// Each gap in turn is closed by the shortest chain of moves, those first that the fewest could close. Then parts of the
/// repair are taken back and mended again in another order, and what comes out is kept where it is better. It can be stopped
/// at any time and has the best so far.
struct RepairSearch {
  /// How a repair compares: what it leaves lacking, what it changes, and what it costs; the least is best.
  struct Score: Comparable {
    /// Units lacking of the minimum, and of the level asked for.
    var gap = 0
    var lacking = 0
    var changes = 0
    var units = 0
    var published = 0
    var cost = 0

    static func < (left: Score, right: Score) -> Bool {
      (left.gap, left.lacking, left.changes, left.units, left.published, left.cost)
        < (right.gap, right.lacking, right.changes, right.units, right.published, right.cost)
    }
  }

  /// A repair so far: chains in the order in which they were found.
  struct Draft {
    var chains: [Chain] = []
    var score = Score()
    /// The chains' edits without what they take back of each other.
    var net: [Edit] = []
    /// What it leaves lacking.
    var left: [Square] = []
  }

  /// The moves that close what one square lacks.
  struct Chain {
    var square: Square
    var way: WayOut
  }

  /// The most moves of a chain.
  private static let mostMoves = 4
  /// After how many rounds in which nothing was won it is given up: the more there is to take back, the longer.
  var mostIdleRounds: Int { min(120, 15 * max(1, best.chains.count)) }

  /// Whether nothing could be better: all is filled by one change.
  var isLeast: Bool { best.score.lacking == 0 && best.score.changes <= 1 }

  let wish: RepairWish
  /// The roster as it was given, with what is known of its units by now.
  private var start: WaySearch
  private var frame: RosterFrame { start.frame }
  /// What was lacking at first, worst first.
  let before: [SquareState]
  private var random: SeededRandom
  private(set) var best = Draft()

  init(_ grid: CoverageGrid, _ wish: RepairWish, seed: UInt64 = 1) {
    self.wish = wish
    var options = WaySearch.Options()
    options.units = wish.units.map { Set($0.map(\.index)) }
    options.yieldsPublished = wish.changesPublished
    options.disturbed = []
    start = WaySearch(grid, Judge(grid.frame), options)
    before = grid.lackingSquares(wish)
    random = SeededRandom(seed: seed)
  }

  /// Finds a first repair.
  mutating func mend(_ shouldStop: () -> Bool) {
    var search = start
    var draft = Draft()
    for level in levels {
      fill(&search, &draft, search.grid.lackingSquares(wish, upTo: level).map(\.square), level, shouldStop)
    }
    finish(&draft, search.grid)
    best = draft
  }

  /// Takes a part of the best repair back and mends it again, what is still lacking first; kept where it is no worse.
  mutating func improve(_ shouldStop: () -> Bool) {
    let stuck = best.left
    guard !best.chains.isEmpty, best.chains.count > 1 || !stuck.isEmpty else { return }
    let center = stuck.isEmpty || random.below(4) == 0 ? nil : random.pick(stuck)
    let victims = chosen(around: center)
    var draft = Draft()
    var search = start
    var squares = center.map { [$0] } ?? []
    for (number, chain) in best.chains.enumerated() {
      if victims.contains(number) {
        squares.append(chain.square)
        continue
      }
      guard search.grid.holds(chain.way.edits) else { return }
      search.follow(chain.way.edits)
      draft.chains.append(chain)
    }
    for level in levels { fill(&search, &draft, shuffled(squares), level, shouldStop) }
    finish(&draft, search.grid)
    if draft.score <= best.score { best = draft }
  }

  private var levels: [CellLack.Level] { wish.level == .target ? [.minimum, .target] : [.minimum] }

  /// What comes first stays first, as that is what the rest was taken back for.
  private mutating func shuffled(_ squares: [Square]) -> [Square] {
    var squares = squares
    guard squares.count > 2 else { return squares }
    for position in (2..<squares.count).reversed() {
      squares.swapAt(position, 1 + random.below(position))
    }
    return squares
  }

  /// The chains to be taken back: those nearest to a square, or to one of them, in days, or that share units with it.
  private mutating func chosen(around square: Square?) -> Set<Int> {
    guard !best.chains.isEmpty else { return [] }
    let long = best.chains.indices.filter { best.chains[$0].way.moves.count > 1 }
    let pool = long.isEmpty || random.below(3) == 0 ? Array(best.chains.indices) : long
    let center = best.chains[random.pick(pool)]
    let day = square?.day ?? center.square.day
    let units = square == nil ? Set(center.way.moves.map(\.takes.unit)) : []
    let near = best.chains.indices.map { number -> (distance: Int, order: UInt64, number: Int) in
      let moves = best.chains[number].way.moves
      let distance = moves.map { abs($0.takes.day.distance(to: day)) }.min() ?? 0
      return (moves.contains { units.contains($0.takes.unit) } ? 0 : distance, random.next(), number)
    }
    let count = random.within(2...6)
    return Set(near.sorted { ($0.distance, $0.order) < ($1.distance, $1.order) }.prefix(count).map(\.number))
  }
}

extension RepairSearch {
  /// Closes what squares lack up to a level, by the shortest chains that do.
  private mutating func fill(
    _ search: inout WaySearch, _ draft: inout Draft, _ squares: [Square], _ level: CellLack.Level,
    _ shouldStop: () -> Bool
  ) {
    search.options.disturbed = disturbed(by: draft.chains)
    var waiting = squares.filter { lacks($0, level, search.grid) }
    for moves in 1...Self.mostMoves where !waiting.isEmpty {
      search.options.mostMoves = moves
      var left: [Square] = []
      for square in waiting where !fill(&search, &draft, square, level, shouldStop) { left.append(square) }
      waiting = left
    }
  }

  /// Closes what one square lacks; whether nothing is lacking there any more.
  private mutating func fill(
    _ search: inout WaySearch, _ draft: inout Draft, _ square: Square, _ level: CellLack.Level,
    _ shouldStop: () -> Bool
  ) -> Bool {
    while let state = search.grid.state(square.index), let lack = CellLack([state], upTo: level) {
      if shouldStop() { return false }
      guard let way = search.ways(lack, beats: frame.beats(ofLine: square.line)).first, mayMake(way, after: draft)
      else { return false }
      search.follow(way.edits)
      draft.chains.append(Chain(square: square, way: way))
      for move in way.moves { search.options.disturbed?.insert(move.takes.unit.index) }
    }
    return true
  }

  /// Whether a way more keeps to the most changes that may be made.
  private func mayMake(_ way: WayOut, after draft: Draft) -> Bool {
    guard let most = wish.mostChanges else { return true }
    let net = Self.net(draft.chains.flatMap(\.way.edits) + way.edits)
    return PairedChange.pairs(net).postingCount <= most
  }

  private func disturbed(by chains: [Chain]) -> Set<Int> {
    Set(chains.flatMap { $0.way.moves.map { $0.takes.unit.index } })
  }

  private func lacks(_ square: Square, _ level: CellLack.Level, _ grid: CoverageGrid) -> Bool {
    (grid.state(square.index)?.lack(of: level) ?? 0) > 0
  }

  /// Works out what a draft comes to, judged as one act on the roster as it was given.
  private mutating func finish(_ draft: inout Draft, _ grid: CoverageGrid) {
    draft.net = Self.net(draft.chains.flatMap(\.way.edits))
    let judgement = start.judgement(of: draft.net)
    let changes = PairedChange.pairs(draft.net)
    var score = Score()
    score.changes = changes.postingCount
    score.units = Set(changes.flatMap(\.units)).count
    score.published = draft.net.count { $0.posting.map(start.firm.published.contains) == true }
    score.cost = judgement.cost.total
    let left = grid.lackingSquares(wish)
    draft.left = left.map(\.square)
    score.gap = left.reduce(0) { $0 + $1.gap }
    score.lacking = left.lacking(of: wish.level)
    // Two chains that are sound one after the other are so together; were they not, none of it is offered.
    if !judgement.isLegal || judgement.opensGap { score.gap = .max }
    draft.score = score
  }

  /// Edits without what they take back of each other.
  static func net(_ edits: [Edit]) -> [Edit] {
    var order: [Assignment] = []
    var balance: [Assignment: Int] = [:]
    for edit in edits {
      switch edit {
      case .add(let posting):
        if balance.updateValue((balance[posting] ?? 0) + 1, forKey: posting) == nil { order.append(posting) }
      case .remove(let posting):
        if balance.updateValue((balance[posting] ?? 0) - 1, forKey: posting) == nil { order.append(posting) }
      default: break
      }
    }
    return order.filter { balance[$0] == -1 }.map { .remove($0) }
      + order.filter { balance[$0] == 1 }.map { .add($0) }
  }

  /// The repair as it stands.
  mutating func repair() -> Repair {
    var after = start.grid
    after.apply(best.net)
    let left = after.lackingSquares(wish)
    let changes = PairedChange.pairs(best.net)
    let bound = RepairBound(start.grid, wish)
      .changes(closing: before, but: left, enough: changes.postingCount)
    return Repair(wish: wish, edits: best.net, changes: changes, bound: bound, before: before, left: left)
  }
}

extension CoverageGrid {
  /// The squares that a repair is asked to fill and that lack units, worst first.
  func lackingSquares(_ wish: RepairWish, upTo level: CellLack.Level? = nil) -> [SquareState] {
    squares(below: level ?? wish.level, askedBy: wish).filter { !hasBegun($0.square) }
  }

  /// How many units the squares that are asked about lack in shifts that have begun, where a repair brings nobody.
  public func lackingInShiftsBegun(_ wish: RepairWish) -> Int {
    squares(below: wish.level, askedBy: wish).filter { hasBegun($0.square) }.lacking(of: wish.level)
  }

  private func squares(below level: CellLack.Level, askedBy wish: RepairWish) -> [SquareState] {
    squaresBelowDemand().filter { $0.lack(of: level) > 0 && wish.asks(for: $0.square, in: frame) }
  }

  /// Whether edits apply: what they take away is there.
  func holds(_ edits: [Edit]) -> Bool {
    edits.allSatisfy { edit in
      if case .remove(let posting) = edit { return slot(of: posting) != nil }
      return true
    }
  }
}

extension Edit {
  /// The posting that it adds or takes away; `nil` for other edits.
  fileprivate var posting: Assignment? {
    switch self {
    case .add(let posting), .remove(let posting): posting
    default: nil
    }
  }
}

extension CoverageGrid {
  /// Mends a roster: closes what lacks units with the fewest changes that are found.
  ///
  /// The same roster, wish, seed and rounds give the same repair, unless it is stopped. What stands firm at the grid's `now`
  /// is left alone.
  ///
  /// - Parameters:
  ///   - rounds: how often a part is taken back and mended again; it ends sooner where nothing was won for long, or the
  ///     repair is the least there can be.
  ///   - shouldStop: asked often; once it says so, the best so far is given.
  public func repair(
    _ wish: RepairWish, seed: UInt64 = 1, rounds: Int? = nil, until shouldStop: () -> Bool
  ) -> Repair {
    var search = RepairSearch(self, wish, seed: seed)
    search.mend(shouldStop)
    var idle = 0
    var round = 0
    while round < rounds ?? .max, idle < rounds ?? search.mostIdleRounds, !search.isLeast, !shouldStop() {
      let before = search.best.score
      search.improve(shouldStop)
      idle = search.best.score < before ? 0 : idle + 1
      round += 1
    }
    return search.repair()
  }
}
