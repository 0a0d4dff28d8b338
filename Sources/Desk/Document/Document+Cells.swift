import Coverage
import RosterModel

extension Document {
  /// Columns of the grid: the tiles of all duty days of the period.
  var columns: Int { frame.days * frame.tiles }

  /// The duty day of a column.
  func day(ofColumn column: Int) -> Day { frame.day(column / max(1, frame.tiles)) }
  /// The tile number of a column.
  func tile(ofColumn column: Int) -> Int { column % max(1, frame.tiles) }
  /// The column of a tile of a duty day; `nil` outside the period.
  func column(_ day: Day, tile: Int) -> Int? { frame.offset(of: day).map { $0 * frame.tiles + tile } }

  /// What a beat's cell has against the squares that ask for units at this beat alone.
  ///
  /// What it lacks is what `CoverageGrid.lacking` says; want is the larger of what squares of no force or skill ask for and
  /// of what those by force ask for together.
  func tally(beat: BeatReference, day: Day, tile: Int) -> Tally {
    var any = Tally()
    var byForce = Tally()
    var bySkill = Tally()
    for line in frame.plan.lines(of: .beat(beat)) {
      guard let state = grid.state(line: line, day: day, tile: tile) else { continue }
      let square = Tally(state)
      let asked = frame.plan.lines[line]
      if !asked.skill.isEmpty {
        bySkill.formMaximum(square)
      } else if asked.force == nil {
        any.formMaximum(square)
      } else {
        byForce += square
      }
    }
    any.formMaximum(byForce)
    any.formMaximum(bySkill)
    any.have = grid.count(beat: beat, day: day, tile: tile)
    return any
  }

  /// What a line of demand has against its square; `nil` where no row asks for anything.
  func tally(demand line: Int, day: Day, tile: Int) -> Tally? {
    grid.state(line: line, day: day, tile: tile).map { Tally($0) }
  }
}

extension Tally {
  init(_ state: SquareState) {
    self.init(
      have: state.have, minimum: state.square.minimum, target: state.square.target, maximum: state.square.maximum)
  }

  /// The larger of both in every figure.
  fileprivate mutating func formMaximum(_ other: Tally) {
    minimum = max(minimum, other.minimum)
    target = max(target, other.target)
    gap = max(gap, other.gap)
    shortfall = max(shortfall, other.shortfall)
    surplus = max(surplus, other.surplus)
  }
}
