import RosterModel

/// Squares of one duty day in no two of which a unit counts at once: as many as they want the most of, one of them given.
///
/// From the beats upwards each place is represented by squares of its own or by those of the places in it, whichever hold
/// more units now; around the square that is given always by those in it.
struct DaySquares {
  /// Squares that stand for a place, and what they hold of their minima.
  private struct Choice {
    var squares: [Int] = []
    var held = 0
  }

  private let grid: CoverageGrid
  private let frame: RosterFrame
  private let tree: PlaceTree
  private let offset: Int

  init(_ grid: CoverageGrid, offset: Int) {
    self.grid = grid
    self.offset = offset
    frame = grid.frame
    tree = PlaceTree(frame.roster)
  }

  /// The numbers of the squares: the one asked about first, the others by tile and place.
  ///
  /// O(places × tiles + lines × tiles).
  func chosen(around asked: Square) -> [Int] {
    var around: Set<Int> = []
    var place = tree.number(of: frame.plan.lines[asked.line].place) ?? -1
    while place >= 0 {
      around.insert(place)
      place = tree.parents[place]
    }
    let own = tree.number(of: frame.plan.lines[asked.line].place)
    let chosen = (0..<frame.tiles).flatMap { tile in
      squares(inTile: tile, around: tile == asked.tile ? around : []) { place in
        tile == asked.tile && place == own ? choice(with: asked) : nil
      }
    }
    return [asked.index] + chosen.filter { $0 != asked.index }
  }

  private func squares(inTile tile: Int, around: Set<Int>, given: (Int) -> Choice?) -> [Int] {
    var inside = [Choice](repeating: Choice(), count: tree.count)
    for place in 0..<tree.count {
      var best = inside[place]
      if let given = given(place) {
        best = given
      } else if !around.contains(place) {
        for choice in choices(of: place, tile) where choice.held > best.held { best = choice }
      }
      guard tree.parents[place] >= 0 else { return best.squares }
      inside[tree.parents[place]].squares += best.squares
      inside[tree.parents[place]].held += best.held
    }
    return []
  }

  /// The ways in which squares of a place's own stand for it: of any force, of each force, or of one skill; of its beats
  /// of whichever kind, or of those of each kind.
  private func choices(of place: Int, _ tile: Int) -> [Choice] {
    let own = frame.plan.lines(of: tree.place(place)).filter { line in
      frame.plan.index(line: line, day: frame.day(offset), tile: tile) != nil
    }
    guard !own.isEmpty else { return [] }
    let ofAnyKind = best(of: own.filter { frame.plan.lines[$0].kind == nil }, tile)
    let byKind = BeatKind.allCases.map { kind in best(of: own.filter { frame.plan.lines[$0].kind == kind }, tile) }
    return [
      ofAnyKind,
      Choice(squares: byKind.flatMap(\.squares), held: byKind.reduce(0) { $0 + $1.held }),
    ]
  }

  /// The best of lines of one kind of beats.
  private func best(of lines: [Int], _ tile: Int) -> Choice {
    let plain = lines.filter { frame.plan.lines[$0].skill.isEmpty }
    let sets =
      [plain.filter { frame.plan.lines[$0].force != nil }]
      + plain.filter { frame.plan.lines[$0].force == nil }.map { [$0] }
      + lines.filter { !frame.plan.lines[$0].skill.isEmpty }.map { [$0] }
    return sets.map { choice(of: $0, tile) }.reduce(Choice()) { $1.held > $0.held ? $1 : $0 }
  }

  /// The square asked about, and those of the other forces beside it where it is of one.
  private func choice(with asked: Square) -> Choice {
    let line = frame.plan.lines[asked.line]
    guard line.force != nil, line.skill.isEmpty else { return Choice(squares: [asked.index]) }
    return choice(
      of: frame.plan.lines(of: line.place).filter {
        let other = frame.plan.lines[$0]
        return other.force != nil && other.skill.isEmpty && other.kind == line.kind
      }, asked.tile)
  }

  private func choice(of lines: [Int], _ tile: Int) -> Choice {
    var choice = Choice()
    for line in lines {
      guard let state = grid.state(line: line, day: frame.day(offset), tile: tile) else { continue }
      choice.squares.append(state.square.index)
      choice.held += min(state.have, state.square.minimum)
    }
    return choice
  }
}
