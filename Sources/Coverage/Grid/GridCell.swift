/// A tile of a beat's day, by numbers.
struct GridCell: Hashable, Sendable {
  var beat: Int
  /// The duty day, counted from the first of the period.
  var offset: Int
  var tile: Int
}
