/// Another desk's cursor, where it is on the grid.
struct Visitor: Hashable, Sendable {
  /// Who.
  let person: String
  /// Where, in words.
  let words: String
  /// Its cell; `nil` where it is on no cell of the period.
  let cell: CellPlace?
}
