import Coverage
import RosterModel

extension Document {
  /// The hard rules that a posting would break, in words; `without` is a posting taken away at the same time.
  func objections(to posting: Assignment, without replaced: Assignment? = nil) -> [String] {
    grid.reasons(
      against: posting.unit, beat: posting.beat, day: posting.day, shift: posting.shift, replacing: replaced
    ).filter(\.isHard).map(\.message)
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
