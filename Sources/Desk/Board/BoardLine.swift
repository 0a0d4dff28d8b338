import RosterModel

/// A line of the grid.
enum BoardLine: Hashable, Sendable {
  /// The heading of the city, a district or a department; sums up the beats in it.
  case group(Place)
  /// The squares of a line of demand that is not of a single beat, by its number in the demand plan.
  case demand(Int)
  /// The cells of a beat.
  case beat(BeatReference)
}
