/// A proof that demand cannot be met: more units, or tiles of work, are needed than there can be.
struct Shortage: Hashable {
  /// The position of the sort of unit.
  var kind: Int
  /// The number of the place.
  var place: Int
  /// The days, counted from the first of the period.
  var days: ClosedRange<Int>
  /// The tile; `nil` for all of them together.
  var tile: Int?
  /// Whether the days are taken together; otherwise each of them by itself, and the numbers are of the worst.
  var isSpan: Bool
  /// What is needed at the least.
  var needed: Int
  /// What there can be at the most.
  var possible: Int

  /// What is missing at the least.
  var missing: Int { needed - possible }

  /// The shortages with those of consecutive days made one, by sort, place, tile and day.
  static func merged(_ found: [Shortage]) -> [Shortage] {
    let sorted = found.sorted { $0.key < $1.key }
    return sorted.reduce(into: []) { merged, next in
      guard let last = merged.last, last.continues(with: next) else {
        merged.append(next)
        return
      }
      var longer = last.missing >= next.missing ? last : next
      longer.days = last.days.lowerBound...next.days.upperBound
      merged[merged.count - 1] = longer
    }
  }

  private var key: (Int, Int, Int, Int, Int) { (kind, place, tile ?? -1, isSpan ? 1 : 0, days.lowerBound) }

  private func continues(with next: Shortage) -> Bool {
    kind == next.kind && place == next.place && tile == next.tile && !isSpan && !next.isSpan
      && days.upperBound + 1 == next.days.lowerBound
  }
}
