import RosterModel

/// How many changes every repair needs that closes what is asked for: a proof that a repair has no more than it must.
///
/// A posting that is made counts on one day, in the squares of its beat and of the places around it. So squares of which no
/// posting counts in two need a change each for every unit that they lack. Where fewer units could come to a square than it
/// lacks, each leaving at most a posting that is not needed where it stands, some other posting has to be filled anew
/// besides: one more change at the least for so many squares as one posting counts in.
struct RepairBound {
  private let grid: CoverageGrid
  private let frame: RosterFrame
  private let wish: RepairWish
  private let firm: FirmPostings

  init(_ grid: CoverageGrid, _ wish: RepairWish) {
    self.grid = grid
    self.wish = wish
    frame = grid.frame
    firm = FirmPostings(grid, yieldsPublished: wish.changesPublished)
  }

  /// The fewest changes that close what squares lack, but for what is left of them.
  ///
  /// O(lacking squares² of a day + units × their days).
  ///
  /// - Parameter enough: what is to be reached; nothing is looked at beyond.
  func changes(closing squares: [SquareState], but left: [SquareState], enough: Int) -> Int {
    let leftOf = Dictionary(
      left.map { ($0.square.index, $0.lack(of: wish.level)) }, uniquingKeysWith: { one, _ in one })
    let closed = squares.compactMap { state -> (square: Square, units: Int)? in
      let units = state.lack(of: wish.level) - (leftOf[state.square.index] ?? 0)
      return units > 0 ? (state.square, units) : nil
    }
    guard !closed.isEmpty else { return 0 }
    let independent = independent(closed)
    let least = independent.reduce(0) { $0 + $1.units }
    if least >= enough { return least }
    let unmet = unmet(independent)
    return least + (unmet + mostSquaresOfAPosting - 1) / mostSquaresOfAPosting
  }

  /// Squares of which no posting counts in two, those of the fewest beats first.
  private func independent(_ closed: [(square: Square, units: Int)]) -> [(square: Square, units: Int)] {
    var beats: [Int: [Int]] = [:]
    for entry in closed where beats[entry.square.line] == nil {
      beats[entry.square.line] = frame.beats(ofLine: entry.square.line)
    }
    let order = closed.sorted {
      (beats[$0.square.line]?.count ?? 0, -$0.units, $0.square.index)
        < (beats[$1.square.line]?.count ?? 0, -$1.units, $1.square.index)
    }
    var chosen: [(square: Square, units: Int)] = []
    for entry in order {
      let own = Set(beats[entry.square.line] ?? [])
      let meets = chosen.contains { other in
        other.square.day == entry.square.day && mayCountTogether(other.square, entry.square)
          && (beats[other.square.line] ?? []).contains(where: own.contains)
      }
      if !meets { chosen.append(entry) }
    }
    return chosen
  }

  /// Whether a posting of one unit may count in two squares of one day, as far as their forces and tiles say.
  private func mayCountTogether(_ left: Square, _ right: Square) -> Bool {
    let forces = (frame.plan.forceOfLine[left.line], frame.plan.forceOfLine[right.line])
    if forces.0 >= 0, forces.1 >= 0, forces.0 != forces.1 { return false }
    guard left.tile != right.tile else { return true }
    return (0..<frame.clock.shiftCount).contains { shift in
      let tiles = frame.clock.tilesOfShift[shift]
      return tiles.contains(Int32(left.tile)) && tiles.contains(Int32(right.tile))
    }
  }

  /// In how many squares one posting counts at the most.
  private var mostSquaresOfAPosting: Int {
    let lines = frame.roster.beats.indices.map { frame.plan.linesOfBeat[$0].count }.max() ?? 1
    let tiles = (0..<frame.clock.shiftCount).map { frame.clock.tilesOfShift[$0].count }.max() ?? 1
    return max(1, lines * tiles)
  }

  /// By how many units fewer could come to the squares, with one change each, than they lack.
  private func unmet(_ squares: [(square: Square, units: Int)]) -> Int {
    let fixed = grid.holding(only: neededPostings())
    var staff: [Int: DayStaff] = [:]
    var unmet = 0
    for entry in squares {
      guard let offset = frame.offset(of: entry.square.day) else { continue }
      var day = staff[offset] ?? DayStaff(grid, fixed: fixed, offset: offset, firm: firm)
      let beats = frame.beats(ofLine: entry.square.line)
      var count = 0
      for unit in day.units(near: frame.plan.districtOfLine[entry.square.line])
      where wish.units?.contains(UnitReference(unit)) != false {
        if beats.contains(where: { grid.isPosted(unit, $0, offset, entry.square.tile) }) { continue }
        if day.couldStand(unit, in: entry.square, on: beats) { count += 1 }
        if count == entry.units { break }
      }
      staff[offset] = day
      unmet += entry.units - count
    }
    return unmet
  }

  /// The postings that no repair of that many changes takes away: what stands firm, and what is needed where it stands, that
  /// is, counts in a square that has no more than is wanted and gets nothing by what is filled.
  private func neededPostings() -> [Assignment] {
    let lacking = grid.lackingSquares(RepairWish.all(wish.level))
    let filled = Dictionary(grouping: lacking, by: { $0.square.day })
    return grid.assignments.filter { posting in
      guard frame.offset(of: posting.day) != nil, firm.mayMove(posting), wish.units?.contains(posting.unit) != false
      else { return true }
      if mayGrow(posting) { return false }
      return grid.squares(counting: posting).contains { state in
        guard state.have <= state.wanted(of: wish.level), state.wanted(of: wish.level) > 0 else { return false }
        let beats = Set(frame.beats(ofLine: state.square.line))
        return !(filled[posting.day] ?? []).contains { other in
          other.square.index != state.square.index && mayCountTogether(other.square, state.square)
            && frame.beats(ofLine: other.square.line).contains(where: beats.contains)
        }
      }
    }
  }
}

extension RepairBound {
  /// Whether a longer duty of the unit could stand for the posting, so that it would be left and yet not missed.
  private func mayGrow(_ posting: Assignment) -> Bool {
    guard posting.unit.isKnown, posting.shift.isKnown else { return true }
    let tiles = Set(frame.clock.tilesOfShift[posting.shift.index])
    guard let first = tiles.first else { return true }
    return frame.shifts(ofUnit: posting.unit.index, inTile: Int(first)).contains { shift in
      shift != posting.shift.index && tiles.isStrictSubset(of: frame.clock.tilesOfShift[shift])
    }
  }
}

extension RepairWish {
  /// All squares, up to a level.
  static func all(_ level: CellLack.Level) -> RepairWish {
    var wish = RepairWish()
    wish.level = level
    return wish
  }
}
