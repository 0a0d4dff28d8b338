import RosterModel

/// A cell of the grid: a beat, a duty day and a tile.
struct CellPlace: Hashable, Sendable {
  let beat: BeatReference
  let day: Day
  let tile: Int
}
