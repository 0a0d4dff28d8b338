import Coverage
import RosterModel

extension Document {
  /// The hard rules that a posting would break, in words; `leaving` is a posting taken away at the same time.
  func objections(to posting: Assignment, leaving: Assignment? = nil) -> [String] {
    grid.breaks(of: posting, leaving: leaving).filter(\.isHard).map(\.message)
  }

  /// What edits would do together.
  func judgement(of edits: [Edit]) -> Judgement {
    var grid = grid
    var judge = Judge(frame)
    return judge.judgement(of: edits, on: &grid)
  }

  /// The hard rules that a posting breaks where it stands, in words.
  func objections(toStanding posting: Assignment) -> [String] {
    grid.breaks(madeBy: posting).filter(\.isHard).map(\.message)
  }

  /// The shifts in which a unit could stand in a tile, the tile itself first.
  func shifts(of unit: UnitReference, covering tile: Int) -> [ShiftReference] {
    let regime = base.units[unit.index].regime
    guard regime.isKnown else { return [] }
    let own = settings.shifts.tiles[tile]
    return settings.regimes[regime.index].shifts
      .filter { $0.isKnown && settings.shifts.tileNumbers[$0.index].contains(tile) }
      .sorted { ($0 == own ? 0 : 1, $0.raw) < ($1 == own ? 0 : 1, $1.raw) }
  }

  /// The shift in which a unit that is moved stands in a tile: the one it has if that covers it, else its first.
  func shift(like shift: ShiftReference, of unit: UnitReference, covering tile: Int) -> ShiftReference? {
    guard unit.isKnown else { return nil }
    if shift.isKnown, settings.shifts.tileNumbers[shift.index].contains(tile) { return shift }
    return shifts(of: unit, covering: tile).first
  }
}
