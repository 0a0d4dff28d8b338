import RosterModel

/// Looks for ways to put one more unit where something is missing: a unit that is free comes; one comes from where there is
/// more than is wanted; or one comes and others take its place in turn, in a chain.
///
/// A unit that only its other days keep away may leave one of those to another unit. Breadth first, each place that is
/// left looked at once; every way is tried on the roster as a whole before it counts. What stands firm is left alone.
///
/// It follows a roster that is being mended: what it knows of units is kept as far as the edits do not touch them.
struct WaySearch {
  /// What is looked for.
  struct Options {
    /// The most moves of a chain.
    var mostMoves = 3
    /// How many ways of one length there must be for longer chains not to be looked at.
    var enough = 1
    /// The units whose postings may change, by number; `nil` for all.
    var units: Set<Int>?
    /// Units that are disturbed already, by number: where it is given, ways with the fewest moves of the fewest others come
    /// first, and only as many are tried as are needed to tell the best; else the cheapest come first.
    var disturbed: Set<Int>?
    /// Whether published days may be changed.
    var yieldsPublished = false
  }

  /// A place that a unit would leave and that another must take, so that no square has a new gap.
  private struct Opening {
    /// The posting that is left.
    var posting: Assignment
    /// The squares that would have a gap.
    var squares: [Square]
    /// The moves so far, the first one into what is asked about.
    var moves: [WayOut.Move]
  }

  /// The most ways that are tried: so many that a district is looked at whole.
  private static let mostTrials = 1500
  /// The most places left that are looked at, of each length.
  private static let mostOpenings = 400
  /// The most moves for which an escort is sought.
  private static let mostUnescorted = 12
  /// How many ways that work are compared where few disturbed come first.
  private static let mostCompared = 6

  let frame: RosterFrame
  /// The roster as it stands.
  private(set) var grid: CoverageGrid
  /// What fairness is measured by is worked out once for it, and kept for the searches after this one.
  private(set) var judge: Judge
  let firm: FirmPostings
  var options: Options
  private var lack: CellLack
  private var days: UnitDays
  private var openings: [Opening] = []
  /// Chains that would close it, not yet tried.
  private var closers: [[WayOut.Move]] = []
  private var seen: Set<Assignment> = []
  private var trials = 0
  private var found: [WayOut] = []
  /// Moves that only lack an escort.
  private var unescorted: [[WayOut.Move]] = []
  private let hardBeatRules: [any BeatRule.Type]
  private let finder: CandidateFinder
  /// By line the units that it counts and where each could stand, and by beat the units that may stand there; worked out
  /// when first asked for, as both are the same however the roster is mended.
  private var takersOfLine: [Int: [(unit: Int, beats: [Int])]] = [:]
  private var unitsOfBeat: [Int: [Int]] = [:]
  /// The units that waivers of rules about beats name: only the judge knows where these may stand.
  private let excepted: Set<Int>

  /// A search in a roster as it stands.
  init(_ grid: CoverageGrid, _ judge: Judge, _ options: Options) {
    self.grid = grid
    self.judge = judge
    self.options = options
    lack = CellLack.none
    frame = grid.frame
    firm = FirmPostings(grid, yieldsPublished: options.yieldsPublished)
    days = UnitDays(grid, firm)
    finder = CandidateFinder(grid)
    excepted = frame.unitsExceptedFromBeatRules
    let policy = grid.frame.policy
    hardBeatRules = UnitRules.ofBeats.filter { policy.isHard($0.info) }
  }

  /// The ways to put one more unit into squares of one cell, best first.
  mutating func ways(_ lack: CellLack, beats: [Int]) -> [WayOut] {
    self.lack = lack
    openings = []
    closers = []
    seen = []
    trials = 0
    found = []
    unescorted = []
    lookForFirst(beats)
    tryClosers()
    if found.count < options.enough { lookForEscorts() }
    var length = 1
    while length < options.mostMoves, found.count < options.enough, !openings.isEmpty {
      let now = openings.prefix(Self.mostOpenings)
      openings = []
      for opening in now { fill(opening, length) }
      tryClosers()
      length += 1
    }
    return found.sorted { key($0).lexicographicallyPrecedes(key($1)) }
  }

  /// Makes edits, and goes on from there.
  mutating func follow(_ edits: [Edit]) {
    var units: Set<Int> = []
    for edit in edits {
      switch edit {
      case .add(let posting), .remove(let posting): units.insert(posting.unit.index)
      case .replace(let old, let new): units.formUnion([old.unit.index, new.unit.index])
      default: break
      }
    }
    grid.apply(edits)
    days.follow(grid, changed: units)
  }

  /// What edits would do to the roster as it stands now.
  mutating func judgement(of edits: [Edit]) -> Judgement { judge.judgement(of: edits, on: &grid) }
}

extension WaySearch {
  /// By cost, then length, then who comes; or, where few disturbed come first, by length, who is newly disturbed, published
  /// days and cost.
  private func key(_ way: WayOut) -> [Int] {
    let unit = way.moves.last.map { Int($0.takes.unit.raw) } ?? 0
    guard options.disturbed != nil else { return [way.outcome.cost.total, way.moves.count, unit] }
    return disturbance(way.moves) + [way.outcome.cost.total, unit]
  }

  /// How many moves, how many squares they leave below target, how much they fill, how many who are not disturbed yet,
  /// and how many published postings.
  private func disturbance(_ moves: [WayOut.Move]) -> [Int] {
    let disturbed = options.disturbed ?? []
    let new = Set(moves.map { $0.takes.unit.index }).subtracting(disturbed)
    let published = moves.reduce(0) { sum, move in
      sum + (firm.published.contains(move.takes) ? 1 : 0) + (move.leaves.map(firm.published.contains) == true ? 1 : 0)
    }
    return [moves.count, short(after: moves), -filled(by: moves), new.count, published]
  }

  /// How many squares that lose a unit for none get below their target.
  private func short(after moves: [WayOut.Move]) -> Int {
    let gets = Set(moves.flatMap { grid.squares(counting: $0.takes) }.map(\.square.index))
    return moves.compactMap(\.leaves).flatMap { grid.squares(counting: $0) }.count {
      $0.have <= $0.square.target && $0.square.target > 0 && !gets.contains($0.square.index)
    }
  }

  /// In how many squares that lack a unit, up to the level that is filled, the postings taken count.
  private func filled(by moves: [WayOut.Move]) -> Int {
    moves.reduce(0) { sum, move in
      sum + grid.squares(counting: move.takes).count { $0.lack(of: lack.level) > 0 }
    }
  }

  private func mayChange(_ unit: Int) -> Bool { options.units?.contains(unit) != false }

  private mutating func lookForFirst(_ beats: [Int]) {
    guard let first = lack.squares.first?.square, let offset = frame.offset(of: first.day) else { return }
    var seen: Set<Int> = []
    for square in lack.squares.map(\.square) {
      for taker in takers(of: square.line, beats) where seen.insert(taker.unit).inserted && mayChange(taker.unit) {
        let wanting = lack.squares.map(\.square).filter { counts(taker.unit, $0) }
        let shifts = frame.shifts(ofUnit: taker.unit, inTile: first.tile)
        for beat in taker.beats where wanting.contains(where: { isCounted(beat, $0) }) {
          for shift in shifts { consider(taker.unit, beat: beat, offset, shift: shift, for: wanting, after: []) }
        }
      }
    }
  }

  /// The units that a line counts, and the nearest of the beats that each may stand on.
  private mutating func takers(of line: Int, _ beats: [Int]) -> [(unit: Int, beats: [Int])] {
    if let known = takersOfLine[line] { return known }
    let takers = frame.roster.units.indices.compactMap { unit -> (unit: Int, beats: [Int])? in
      guard frame.line(line, counts: unit, force: frame.roster.units[unit].force.index) else { return nil }
      let open = finder.beatsWorthTrying(for: unit, beats).prefix(CandidateFinder.nearest)
        .filter { beat in !hardBeatRules.contains { forbids($0, unit, beat) } }
      return open.isEmpty ? nil : (unit, open)
    }
    takersOfLine[line] = takers
    return takers
  }

  /// The units that may stand on a beat.
  private mutating func units(of beat: Int) -> [Int] {
    if let known = unitsOfBeat[beat] { return known }
    let units = frame.roster.units.indices.filter { unit in
      !hardBeatRules.contains { forbids($0, unit, beat) }
    }
    unitsOfBeat[beat] = units
    return units
  }

  private mutating func fill(_ opening: Opening, _ length: Int) {
    let posting = opening.posting
    let offset = frame.calendar.offset(of: posting.day)
    guard let tile = opening.squares.first?.tile else { return }
    for unit in units(of: posting.beat.index)
    where mayChange(unit) && !opening.moves.contains(where: { $0.takes.unit.index == unit })
      && opening.squares.allSatisfy({ counts(unit, $0) })
    {
      for shift in frame.shifts(ofUnit: unit, inTile: tile)
      where opening.squares.allSatisfy({ frame.clock.tilesOfShift[shift].contains(Int32($0.tile)) }) {
        consider(unit, beat: posting.beat.index, offset, shift: shift, for: opening.squares, after: opening.moves)
      }
    }
  }

  /// Looks at one unit for one place, where no hard rule is against it or leaving one posting makes it so.
  private mutating func consider(
    _ unit: Int, beat: Int, _ offset: Int, shift: Int, for squares: [Square], after moves: [WayOut.Move]
  ) {
    guard firm.mayCome(to: beat, offset, shift: shift) else { return }
    let choice = days.choice(unit, offset)
    let takes = Assignment(
      day: frame.day(offset), shift: ShiftReference(shift), beat: BeatReference(beat), unit: UnitReference(unit))
    if choice.isOpen[shift] {
      guard !choice.own.contains(where: takes.isSamePosting) else { return }
      go(WayOut.Move(leaves: choice.own.first, takes: takes), for: squares, after: moves)
    } else if choice.own.isEmpty, moves.isEmpty || moves.count == 1 && moves[0].leaves?.day == takes.day {
      for posting in days.reliefs(unit, offset, shift: shift) {
        go(WayOut.Move(leaves: posting, takes: takes), for: squares, after: moves)
      }
    }
  }

  /// Follows a move: it is a way where nothing is left empty, and else what it leaves is to be filled.
  private mutating func go(_ move: WayOut.Move, for squares: [Square], after moves: [WayOut.Move]) {
    var left: [Square] = []
    if let leaves = move.leaves {
      left = squaresLeftShort(by: leaves, taking: move.takes)
      // A square that the move is to fill cannot be the one it leaves.
      if left.contains(where: { squares.contains($0) }) { return }
    }
    let all = moves + [move]
    if left.isEmpty {
      closers.append(all)
    } else if let leaves = move.leaves, all.count < options.mostMoves, openings.count < Self.mostOpenings,
      seen.insert(leaves).inserted
    {
      openings.append(Opening(posting: leaves, squares: left, moves: all))
    }
  }

  /// Tries the chains of one length.
  private mutating func tryClosers() {
    var waiting = closers
    closers = []
    guard options.disturbed != nil else {
      for moves in waiting where trials < Self.mostTrials { tryOut(moves) }
      return
    }
    // Few disturbed come first, so those are tried first, and no more than it takes to compare their costs.
    let keys = waiting.map { disturbance($0) + [distance($0), Int($0[0].takes.unit.raw)] }
    waiting = waiting.indices.sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) }.map { waiting[$0] }
    let enough = found.count + Self.mostCompared
    for moves in waiting where trials < Self.mostTrials && found.count < enough { tryOut(moves) }
  }

  private func distance(_ moves: [WayOut.Move]) -> Int {
    moves.reduce(0) { sum, move in
      sum
        + frame.roster.distance(
          from: frame.roster.units[move.takes.unit.index].home, to: frame.roster.beats[move.takes.beat.index])
    }
  }

  private mutating func tryOut(_ moves: [WayOut.Move]) {
    trials += 1
    let moves = Array(moves.reversed())
    let edits = moves.flatMap(\.edits)
    let outcome = judge.judgement(of: edits, on: &grid)
    guard !outcome.opensGap else { return }
    // Nothing is won by one square below its target instead of another.
    if lack.level == .target, outcome.cost.shortfall >= 0 { return }
    let hard = outcome.breaks.filter(\.isHard)
    guard hard.isEmpty else {
      if hard.allSatisfy({ $0.unit == nil }), unescorted.count < Self.mostUnescorted { unescorted.append(moves) }
      return
    }
    let lacking = grid.lacking(lack, after: edits)
    guard lacking < lack.units else { return }
    found.append(WayOut(moves: moves, outcome: outcome, closesAll: lacking == 0))
  }

  /// Posts an escort beside a unit that lacks nothing else.
  private mutating func lookForEscorts() {
    let waiting = unescorted
    unescorted = []
    for moves in waiting {
      guard let escorted = moves.last?.takes, let offset = frame.offset(of: escorted.day) else { continue }
      let force = frame.roster.units[escorted.unit.index].force
      let by = ForceSet(frame.roster.settings.escorts.filter { $0.force == force }.flatMap(\.by.forces))
      let tiles = frame.clock.tilesOfShift[escorted.shift.index]
      let beat = escorted.beat.index
      for unit in units(of: beat) where by.contains(frame.roster.units[unit].force) && mayChange(unit) {
        let choice = days.choice(unit, offset)
        for shift in choice.isOpen.indices
        where choice.isOpen[shift] && firm.mayCome(to: beat, offset, shift: shift)
          && tiles.allSatisfy({ frame.clock.tilesOfShift[shift].contains($0) })
        {
          let takes = Assignment(
            day: escorted.day, shift: ShiftReference(shift), beat: escorted.beat, unit: UnitReference(unit))
          let escort = WayOut.Move(leaves: choice.own.first, takes: takes)
          if choice.own.isEmpty || trials < Self.mostTrials { tryOut(moves.reversed() + [escort]) }
        }
      }
    }
  }

  /// The squares that have no more than is wanted of a posting that is left, and get nothing for it.
  ///
  /// Up to a target that is the target, and the minimum else.
  private func squaresLeftShort(by posting: Assignment, taking other: Assignment) -> [Square] {
    let after = Set(grid.squares(counting: other).map(\.square.index))
    return grid.squares(counting: posting)
      .filter {
        let wanted = $0.wanted(of: lack.level)
        return $0.have <= wanted && wanted > 0 && !after.contains($0.square.index)
      }
      .map(\.square)
  }

  private func counts(_ unit: Int, _ square: Square) -> Bool {
    frame.line(square.line, counts: unit, force: frame.roster.units[unit].force.index)
  }

  private func isCounted(_ beat: Int, _ square: Square) -> Bool {
    frame.plan.linesOfBeat[beat].contains(Int32(square.line))
  }

  private func forbids(_ rule: any BeatRule.Type, _ unit: Int, _ beat: Int) -> Bool {
    guard rule.forbids(unit, beat, in: frame), !excepted.contains(unit) else { return false }
    let site = RuleSite(
      force: frame.roster.units[unit].force, district: frame.districtID(frame.places.districtOfBeat[beat]))
    return frame.policy.strictest(of: rule.info, at: site) == .error
  }
}

extension CoverageGrid {
  /// The squares that a posting counts in.
  func squares(counting posting: Assignment) -> [SquareState] {
    guard doesCount(posting) else { return [] }
    return lines(for: posting.unit, on: posting.beat).flatMap { line in
      frame.clock.tilesOfShift[posting.shift.index].compactMap {
        state(line: line, day: posting.day, tile: Int($0))
      }
    }
  }
}
