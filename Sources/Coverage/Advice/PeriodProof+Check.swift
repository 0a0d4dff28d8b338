import RosterModel

extension PeriodProof {
  /// What a check of a proof finds wrong.
  public enum Fault: Hashable, Sendable {
    /// A square asked about is none, or nothing is wanted of those asked about.
    case notAboutTheSquares
    /// A square is to hold more than it is asked for, or than it holds now of its minimum.
    case wantsTooMuch(Square)
    /// More escorts are wanted than the units of the square want.
    case wantsTooManyEscorts(Square)
    /// A square or a unit is listed twice, so that it counts twice.
    case listedTwice
    /// Postings that no plan changes bring more than the proof says.
    case moreIsSettled
    /// The unit is listed with less than it could bring, or not at all.
    case unitCouldDoMore(UnitReference)
    /// The units could bring what the squares want.
    case enough
  }

  /// Checks the proof by plain counting; it shares nothing with the search that found it.
  ///
  /// The number beside a unit is that of its own best row of shifts. Whoever has the rows that a unit could work gives
  /// them, and they are held against it.
  ///
  /// O(squares² + squares × postings + the rows that are given).
  ///
  /// - Parameter rows: rows of postings that a unit could work; none are asked about where it gives none.
  /// - Returns: what is wrong; empty where the proof holds.
  public func faults(in grid: CoverageGrid, rows: (UnitReference) -> [[Assignment]] = { _ in [] }) -> [Fault] {
    var faults: [Fault] = []
    let fixed = grid.fixedPostings()
    if asked.isEmpty || !wants.contains(where: { want in asked.contains(want.square) }) && wants.isEmpty {
      faults.append(.notAboutTheSquares)
    }
    for want in wants {
      let state = grid.state(want.square.index)
      let held = min(state?.have ?? 0, want.square.minimum)
      let wanted = asked.contains(want.square) ? (level == .minimum ? want.square.minimum : want.square.target) : held
      if state?.square != want.square || !want.areEscorts && want.units > wanted {
        faults.append(.wantsTooMuch(want.square))
      }
      if want.areEscorts, want.units > escortsWanted(want.square, wanted, in: grid) {
        faults.append(.wantsTooManyEscorts(want.square))
      }
    }
    if Set(wants.map { [$0.square.index, $0.areEscorts ? 1 : 0] }).count < wants.count
      || Set(supplies.map(\.unit)).count < supplies.count
    {
      faults.append(.listedTwice)
    }
    let standing = wants.reduce(0) { sum, want in
      sum + want.weight * min(want.units, fixed.count { counts($0, in: want, grid) })
    }
    if standing > settled { faults.append(.moreIsSettled) }
    let listed = Dictionary(supplies.map { ($0.unit, $0.most) }) { first, _ in first }
    for unit in grid.frame.roster.units.indices.map({ UnitReference($0) }) {
      let most = rows(unit).map { row in
        row.filter { posting in !fixed.contains { $0.isSamePosting(as: posting) } }.reduce(0) { sum, posting in
          wants.reduce(sum) { $0 + (counts(posting, in: $1, grid) ? $1.weight : 0) }
        }
      }.max()
      if let most, most > listed[unit] ?? 0 { faults.append(.unitCouldDoMore(unit)) }
    }
    if wanted <= possible { faults.append(.enough) }
    return faults
  }

  /// The fewest escorts with which a square can have so many units.
  private func escortsWanted(_ square: Square, _ units: Int, in grid: CoverageGrid) -> Int {
    let most = grid.frame.roster.settings.escorts.map { escort in
      let beside = max(0, min(escort.atMost, 1000))
      // Where nobody who escorts counts in the square, all its units want escorts.
      let countsEscorts = grid.frame.roster.units.indices.contains { unit in
        escort.by.contains(grid.frame.roster.units[unit].force)
          && grid.frame.line(square.line, counts: unit, force: grid.frame.roster.units[unit].force.index)
      }
      let each = countsEscorts ? beside + 1 : beside
      return each > 0 ? (units + each - 1) / each : 0
    }
    return most.max() ?? 0
  }

  /// Whether a posting counts in what is wanted.
  private func counts(_ posting: Assignment, in want: Want, _ grid: CoverageGrid) -> Bool {
    let roster = grid.frame.roster
    guard posting.day == want.square.day, posting.unit.isKnown, posting.beat.isKnown, posting.shift.isKnown,
      roster.settings.shifts.tileNumbers[posting.shift.index].contains(want.square.tile),
      !grid.isAbsent(posting.unit, day: posting.day, shift: posting.shift)
    else { return false }
    if !want.areEscorts { return grid.lines(for: posting.unit, on: posting.beat).contains(want.square.line) }
    let force = roster.units[posting.unit.index].force
    return grid.lines(counting: posting.beat).contains(want.square.line)
      && roster.settings.escorts.contains { $0.by.contains(force) }
  }
}
