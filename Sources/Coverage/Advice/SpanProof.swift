import RosterModel

/// A proof from a span of days that no plan fills a square without leaving another emptier.
///
/// A place needs more unit-shifts of a sort than its units can work by their hours, rests and absences, and the
/// difference is more than all that is missing there now besides the square asked about. It is a shortage of rule
/// CAP001, not-enough-units, which says how it is counted.
public struct SpanProof: Hashable, Sendable {
  /// The square that cannot be filled.
  public var asked: Square
  /// The place.
  public var place: Place
  /// The forces counted; all of them for any.
  public var forces: ForceSet
  /// The skill or mode counted; empty for any.
  public var skill: String
  /// The days.
  public var days: ClosedRange<Day>
  /// The tile; `nil` for all.
  public var tile: Int?
  /// The unit-shifts that the place needs at the least.
  public var needed: Int
  /// The unit-shifts that its units can work at the most.
  public var possible: Int
  /// The unit-shifts that its squares lack now, the square asked about left out.
  public var missingElsewhere: Int

  /// The first such proof for one of the squares; `nil` where there is none.
  static func proof(against squares: [SquareState], in grid: CoverageGrid) -> SpanProof? {
    let frame = grid.frame
    // The capacity proofs suppose that no unit breaks a hard rule already, nor may break one by a waiver.
    if !frame.waivers.isEmpty { return nil }
    var options = ValidationOptions()
    options.select = ["MIX", "RST", "DUP", "ABS", "RCH"]
    if Validator.validate(grid, options: options).findings.contains(where: { $0.severity == .error }) { return nil }
    let (shortages, kinds, tree) = CapacityProof.shortages(in: grid)
    guard !shortages.isEmpty else { return nil }
    let ofLine = StaffKinds(frame, BindingRules(frame.policy)).ofLine
    for state in squares {
      let offset = frame.calendar.offset(of: state.square.day)
      for shortage in shortages
      where shortage.days.contains(offset) && (shortage.tile ?? state.square.tile) == state.square.tile
        && (shortage.isSpan || shortage.days.count == 1)
        && ofLine[state.square.line].contains(where: { $0.kind == shortage.kind })
        && frame.roster.contains(tree.place(shortage.place), frame.plan.lines[state.square.line].place)
      {
        let missing = grid.missing(in: shortage, tree.place(shortage.place)) { line in
          ofLine[line].contains { $0.kind == shortage.kind }
        }
        guard shortage.needed - shortage.possible > missing - state.gap else { continue }
        return SpanProof(
          asked: state.square, place: tree.place(shortage.place), forces: kinds[shortage.kind].forces,
          skill: kinds[shortage.kind].skill,
          days: frame.day(shortage.days.lowerBound)...frame.day(shortage.days.upperBound), tile: shortage.tile,
          needed: shortage.needed, possible: shortage.possible, missingElsewhere: missing - state.gap)
      }
    }
    return nil
  }
}

extension CoverageGrid {
  /// What the squares of a place lack of their minima in the days and the tile of a shortage.
  fileprivate func missing(in shortage: Shortage, _ place: Place, where counts: (_ line: Int) -> Bool) -> Int {
    var missing = 0
    for line in frame.lines(inside: place) where counts(line) {
      for offset in shortage.days {
        for tile in 0..<frame.tiles where shortage.tile == nil || shortage.tile == tile {
          missing += state(line: line, day: frame.day(offset), tile: tile)?.gap ?? 0
        }
      }
    }
    return missing
  }
}
