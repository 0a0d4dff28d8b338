/// What was searched for, where it was found, and which place was gone to last.
struct Search: Hashable, Sendable {
  /// A place that was found; a name of a line has no column.
  struct Place: Hashable, Sendable {
    let line: Int
    let column: Int?
  }

  var text = ""
  var places: [Place] = []
  var position = 0
}
