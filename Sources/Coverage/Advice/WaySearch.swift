import RosterModel

/// Looks for ways to put one more unit where something is missing: a unit that is free comes; one comes from where
/// there is more than the minimum; or one comes and others take its place in turn, up to a chain of three.
///
/// A unit that only its other days keep away may leave one of those to another unit. Breadth first, each place that is
/// left looked at once; every way is tried on the roster as a whole before it counts. What planning leaves alone is
/// left alone: absences, history, locked and published postings.
struct WaySearch {
  /// A place that a unit would leave and that another must take, so that no square has a new gap.
  private struct Opening {
    /// The posting that is left.
    var posting: Assignment
    /// The squares that would have a gap.
    var squares: [Square]
    /// The moves so far, the first one into what is asked about.
    var moves: [WayOut.Move]
  }

  /// The most places that are looked at, and the most ways that are tried: so many that a district is looked at whole.
  private static let mostOpenings = 400
  private static let mostTrials = 1500
  /// The most moves for which an escort is sought.
  private static let mostUnescorted = 12

  private let lack: CellLack
  private var grid: CoverageGrid
  private let frame: RosterFrame
  private var judge: Judge
  private var days: UnitDays
  private var openings: [Opening] = []
  private var seen: Set<Assignment> = []
  private var trials = 0
  private var found: [WayOut] = []
  /// Moves that only lack an escort.
  private var unescorted: [[WayOut.Move]] = []
  private let hardBeatRules: [any BeatRule.Type]
  private let finder: CandidateFinder
  /// The units that waivers of rules about beats name: only the judge knows where these may stand.
  private let excepted: Set<Int>

  /// The cheapest ways to put one more unit, best first.
  ///
  /// - Parameters:
  ///   - judge: what fairness is measured by is worked out once for it, and kept for the searches after this one.
  ///   - enough: how many ways of one length there must be for longer chains not to be looked at.
  static func ways(
    _ lack: CellLack, beats: [Int], in grid: CoverageGrid, by judge: inout Judge, enough: Int
  ) -> [WayOut] {
    var search = WaySearch(lack, grid, judge)
    defer { judge = search.judge }
    search.lookForFirst(beats)
    if search.found.count < enough { search.lookForEscorts() }
    var depth = 1
    while depth < 3, search.found.count < enough, !search.openings.isEmpty {
      let now = search.openings.prefix(mostOpenings)
      search.openings = []
      for opening in now { search.fill(opening) }
      depth += 1
    }
    return search.found.sorted(by: precedes)
  }

  private init(_ lack: CellLack, _ grid: CoverageGrid, _ judge: Judge) {
    self.lack = lack
    self.grid = grid
    self.judge = judge
    frame = grid.frame
    days = UnitDays(grid)
    finder = CandidateFinder(grid)
    excepted = frame.unitsExceptedFromBeatRules
    let policy = grid.frame.policy
    hardBeatRules = UnitRules.ofBeats.filter { policy.isHard($0.info) }
  }

  /// Cheaper first, then shorter, then by who comes.
  private static func precedes(_ left: WayOut, _ right: WayOut) -> Bool {
    (left.outcome.cost.total, left.moves.count, key(left)) < (right.outcome.cost.total, right.moves.count, key(right))
  }

  private static func key(_ way: WayOut) -> Int32 { way.moves.last?.takes.unit.raw ?? 0 }
}

extension WaySearch {
  private mutating func lookForFirst(_ beats: [Int]) {
    guard let first = lack.squares.first?.square, let offset = frame.offset(of: first.day) else { return }
    for unit in frame.roster.units.indices {
      let wanting = lack.squares.map(\.square).filter { counts(unit, $0) }
      guard !wanting.isEmpty else { continue }
      for beat in finder.beatsWorthTrying(for: unit, beats).prefix(CandidateFinder.nearest)
      where !finder.published.contains(beat: beat, offset: offset) && wanting.contains(where: { isCounted(beat, $0) }) {
        for shift in frame.shifts(ofUnit: unit, inTile: first.tile) {
          consider(unit, beat: beat, offset, shift: shift, for: wanting, after: [])
        }
      }
    }
  }

  private mutating func fill(_ opening: Opening) {
    let posting = opening.posting
    let offset = frame.calendar.offset(of: posting.day)
    guard let tile = opening.squares.first?.tile, !finder.published.contains(beat: posting.beat.index, offset: offset)
    else { return }
    for unit in frame.roster.units.indices
    where !opening.moves.contains(where: { $0.takes.unit.index == unit })
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
    guard !hardBeatRules.contains(where: { forbids($0, unit, beat) }) else { return }
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
      if trials < Self.mostTrials { tryOut(all) }
    } else if let leaves = move.leaves, all.count < 3, openings.count < Self.mostOpenings, seen.insert(leaves).inserted
    {
      openings.append(Opening(posting: leaves, squares: left, moves: all))
    }
  }

  private mutating func tryOut(_ moves: [WayOut.Move]) {
    trials += 1
    let moves = Array(moves.reversed())
    let outcome = judge.judgement(of: moves.flatMap(\.edits), on: &grid)
    guard !outcome.opensGap else { return }
    // Nothing is won by one square below its target instead of another.
    if lack.level == .target, outcome.cost.shortfall >= 0 { return }
    let hard = outcome.breaks.filter(\.isHard)
    guard hard.isEmpty else {
      if hard.allSatisfy({ $0.unit == nil }), unescorted.count < Self.mostUnescorted { unescorted.append(moves) }
      return
    }
    let lacking = grid.lacking(lack, after: moves.flatMap(\.edits))
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
      for (unit, row) in frame.roster.units.enumerated() where by.contains(row.force) {
        let beat = escorted.beat.index
        if hardBeatRules.contains(where: { forbids($0, unit, beat) }) { continue }
        let choice = days.choice(unit, offset)
        for shift in choice.isOpen.indices
        where choice.isOpen[shift] && tiles.allSatisfy({ frame.clock.tilesOfShift[shift].contains($0) }) {
          let takes = Assignment(
            day: escorted.day, shift: ShiftReference(shift), beat: escorted.beat, unit: UnitReference(unit))
          let escort = WayOut.Move(leaves: choice.own.first, takes: takes)
          if choice.own.isEmpty || trials < Self.mostTrials { tryOut(moves.reversed() + [escort]) }
        }
      }
    }
  }

  /// The squares that have no more than their minimum of a posting that is left, and get nothing for it.
  private func squaresLeftShort(by posting: Assignment, taking other: Assignment) -> [Square] {
    let after = Set(grid.squares(counting: other).map(\.square.index))
    return grid.squares(counting: posting)
      .filter { $0.have <= $0.square.minimum && $0.square.minimum > 0 && !after.contains($0.square.index) }
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

/// Which shifts each unit could work on a day without breaking a hard rule by its date, once it has left the posting
/// that it has then; asked for when needed and kept.
struct UnitDays {
  /// What a unit does on a day and could do instead.
  struct Choice {
    /// Its postings of the day.
    var own: [Assignment]
    /// For each shift whether nothing hard is against it, the one posting of the day left; none where there are several
    /// or it may not be left.
    var isOpen: [Bool]
  }

  private struct Key: Hashable {
    var unit: Int
    var offset: Int
  }

  let grid: CoverageGrid
  private let published: PublishedDays
  private var probe: PostingProbe
  /// Where a rule is graded otherwise in some district, what may be done in any district counts as possible.
  private let classes: DistrictClasses
  private var known: [Key: Choice] = [:]

  init(_ grid: CoverageGrid) {
    self.grid = grid
    published = PublishedDays(grid.frame)
    probe = PostingProbe(grid, seeksHard: true)
    classes = DistrictClasses(grid.frame, of: UnitRules.ofDates.map { UnitRules.all[$0].info })
  }

  /// What a unit could do on a day of the period.
  mutating func choice(_ unit: Int, _ offset: Int) -> Choice {
    let key = Key(unit: unit, offset: offset)
    if let choice = known[key] { return choice }
    let own = grid.postings(of: unit, offset)
    var choice = Choice(own: own, isOpen: [Bool](repeating: false, count: grid.frame.clock.shiftCount))
    if own.count < 2, own.allSatisfy(published.mayMove) {
      probe.load(unit, leaving: own.first)
      for shift in choice.isOpen.indices { choice.isOpen[shift] = isLegal(offset, shift) }
    }
    known[key] = choice
    return choice
  }

  /// The postings of other days of which each alone, left, would let the unit work a shift of the day.
  ///
  /// O(postings² of the unit).
  mutating func reliefs(_ unit: Int, _ offset: Int, shift: Int) -> [Assignment] {
    let frame = grid.frame
    guard !grid.absences.isAbsent(unit, offset, shift: shift, clock: frame.clock) else { return [] }
    return grid.assignments(of: UnitReference(unit)).filter { posting in
      guard let day = frame.offset(of: posting.day), day != offset, posting.beat.isKnown, posting.shift.isKnown,
        published.mayMove(posting)
      else { return false }
      probe.load(unit, leaving: posting)
      return isLegal(offset, shift)
    }
  }

  /// Whether the unit in hand may work a shift of a day in some district.
  private mutating func isLegal(_ offset: Int, _ shift: Int) -> Bool {
    for beat in classes.beats where probe.isLegal(day: offset, shift: shift, beat: beat) { return true }
    return false
  }
}
