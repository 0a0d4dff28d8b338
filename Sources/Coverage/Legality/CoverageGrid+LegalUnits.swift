import RosterModel

extension CoverageGrid {
  /// How many units could legally fill one more place of each square, in the order given.
  ///
  /// A unit counts once for a square, whichever of its beats and shifts it could take. O(units × days × shifts) for the
  /// dates, and O(units) a square.
  public func legalUnitCounts(of squares: [Square]) -> [Int] {
    let legal = LegalUnits(self, days: Set(squares.map { frame.calendar.offset(of: $0.day) }))
    var positions: [Int: [Int]] = [:]
    for (position, square) in squares.enumerated() { positions[square.line, default: []].append(position) }
    var counts = [Int](repeating: 0, count: squares.count)
    for line in positions.keys.sorted() {
      let own = positions[line] ?? []
      for (position, count) in zip(own, legal.counts(line: line, own.map { squares[$0] })) {
        counts[position] = count
      }
    }
    return counts
  }

  /// How many units could legally fill one more place of a square.
  public func legalUnitCount(of square: Square) -> Int { legalUnitCounts(of: [square])[0] }
}
