import RosterModel

/// Fills a square of one day by augmenting paths, each other square keeping what it holds of its minimum.
///
/// A unit that is free comes, or one of another square, which another fills in turn. Where no path is left, the squares
/// that were reached are the proof.
///
/// Source: the augmenting paths of Ford and Fulkerson, 1956, found breadth first.
struct DayFlow {
  /// A square of the day.
  private struct Node {
    var square: Square
    /// Where units may stand to count in it.
    var beats: [Int]
    var district: Int32
    /// How many units it is to have, and has.
    var wanted: Int
    var held = 0
    /// From which square it was reached, and the unit that would go there.
    var reachedBy: (node: Int, unit: Int)?
    var isReached = false
  }

  private let tiles: Int
  private var nodes: [Node]
  private var staff: DayStaff
  /// For each unit and tile the square it fills; -1 for none.
  private var filled: [Int32]
  /// In how many tiles each unit fills a square.
  private var used: [Int]

  /// A proof that a square cannot be filled; `nil` where there is none of this kind.
  ///
  /// O(squares of the day × units near each) in the worst case, and that for each unit that the square lacks.
  static func proof(
    against asked: SquareState, level: CellLack.Level, in grid: CoverageGrid, fixed: CoverageGrid
  ) -> StaffingProof? {
    guard let offset = grid.frame.offset(of: asked.square.day),
      grid.frame.policy.binds(UnitTwiceInAShift.self),
      !grid.frame.waivers.concern(UnitTwiceInAShift.info)
    else { return nil }
    var flow = DayFlow(asked, level, grid, fixed: fixed, offset: offset)
    flow.holdWhatStands(offset)
    while flow.nodes[0].held < flow.nodes[0].wanted {
      switch flow.augment() {
      case .filled: continue
      case .unbounded: return nil
      case .cut: return flow.proof(asked, level)
      }
    }
    return nil
  }

  private init(
    _ asked: SquareState, _ level: CellLack.Level, _ grid: CoverageGrid, fixed: CoverageGrid, offset: Int
  ) {
    let frame = grid.frame
    tiles = frame.tiles
    staff = DayStaff(grid, fixed: fixed, offset: offset)
    nodes = DaySquares(grid, offset: offset).chosen(around: asked.square).compactMap { index in
      guard let state = grid.state(index) else { return nil }
      let isAsked = index == asked.square.index
      let wanted = isAsked ? asked.wanted(of: level) : min(state.have, state.square.minimum)
      guard wanted > 0 else { return nil }
      let line = state.square.line
      return Node(
        square: state.square, beats: frame.beats(ofLine: line),
        district: frame.plan.districtOfLine[line], wanted: wanted)
    }
    filled = [Int32](repeating: -1, count: frame.roster.units.count * tiles)
    used = [Int](repeating: 0, count: frame.roster.units.count)
  }

  /// Lets every posting of the day fill a square that counts it and is not full.
  private mutating func holdWhatStands(_ offset: Int) {
    let grid = staff.grid
    for node in nodes.indices {
      let square = nodes[node].square
      for beat in nodes[node].beats {
        for entry in grid.entries(beat: BeatReference(beat), day: square.day, tile: square.tile) where entry.counts {
          let unit = entry.assignment.unit.index
          guard nodes[node].held < nodes[node].wanted, filled[unit * tiles + square.tile] < 0,
            staff.couldStand(unit, in: square, on: nodes[node].beats), used[unit] < staff.offer(of: unit).most
          else { continue }
          put(unit, into: node)
        }
      }
    }
  }

  private enum Step {
    case filled, cut, unbounded
  }

  /// Brings one more unit into the square asked about, if there is a way.
  private mutating func augment() -> Step {
    for node in nodes.indices {
      nodes[node].isReached = false
      nodes[node].reachedBy = nil
    }
    nodes[0].isReached = true
    var queue = [0]
    var next = 0
    while next < queue.count {
      let node = queue[next]
      next += 1
      let square = nodes[node].square
      for unit in staff.units(near: nodes[node].district) {
        let standing = filled[unit * tiles + square.tile]
        let offer = staff.offer(of: unit)
        if Int(standing) == node, !offer.isUnbounded { continue }
        guard staff.couldStand(unit, in: square, on: nodes[node].beats) else { continue }
        if offer.isUnbounded { return .unbounded }
        if standing >= 0 {
          reach(Int(standing), by: unit, from: node, &queue)
        } else if used[unit] < offer.most {
          bring(unit, to: node)
          return .filled
        } else {
          for tile in 0..<tiles where filled[unit * tiles + tile] >= 0 {
            reach(Int(filled[unit * tiles + tile]), by: unit, from: node, &queue)
          }
        }
      }
    }
    return .cut
  }

  private mutating func reach(_ node: Int, by unit: Int, from other: Int, _ queue: inout [Int]) {
    guard !nodes[node].isReached else { return }
    nodes[node].isReached = true
    nodes[node].reachedBy = (other, unit)
    queue.append(node)
  }

  /// Puts a unit into a square, and each unit on the way from there to the square asked about one square on.
  private mutating func bring(_ unit: Int, to node: Int) {
    put(unit, into: node)
    var node = node
    while let (next, mover) = nodes[node].reachedBy {
      filled[mover * tiles + nodes[node].square.tile] = -1
      used[mover] -= 1
      nodes[node].held -= 1
      put(mover, into: next)
      node = next
    }
  }

  private mutating func put(_ unit: Int, into node: Int) {
    filled[unit * tiles + nodes[node].square.tile] = Int32(node)
    used[unit] += 1
    nodes[node].held += 1
  }

  /// What the squares that were reached prove.
  private mutating func proof(_ asked: SquareState, _ level: CellLack.Level) -> StaffingProof {
    let reached = nodes.filter(\.isReached)
    var supplies: [StaffingProof.Supply] = []
    for unit in staff.frame.roster.units.indices {
      var isOpen = [Bool](repeating: false, count: tiles)
      for node in reached where !isOpen[node.square.tile] {
        isOpen[node.square.tile] = staff.couldStand(unit, in: node.square, on: node.beats)
      }
      let most = min(isOpen.count(where: { $0 }), staff.offer(of: unit).most)
      if most > 0 { supplies.append(.init(unit: UnitReference(unit), most: most)) }
    }
    return StaffingProof(
      asked: asked.square, level: level,
      wants: reached.map { .init(square: $0.square, units: $0.wanted) }.sorted { $0.square.index < $1.square.index },
      supplies: supplies)
  }
}

extension RosterFrame {
  /// The beats on which a line counts units, ascending.
  func beats(ofLine line: Int) -> [Int] {
    places.beats(in: plan.lines[line].place).map(Int.init)
      .filter { plan.linesOfBeat[$0].contains(Int32(line)) }
  }
}

/// Squares of one duty day in no two of which a unit counts at once: as many as they want the most of, one of them
/// given.
///
/// From the beats upwards each place is represented by squares of its own or by those of the places in it, whichever
/// hold more units now; around the square that is given always by those in it.
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

  /// The ways in which squares of a place's own stand for it: of any force, of each force, or of one skill; of its
  /// beats of whichever kind, or of those of each kind.
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
