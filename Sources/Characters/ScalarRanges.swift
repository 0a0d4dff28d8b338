/// Sorted ranges of Unicode scalar values, searched by halving.
struct ScalarRanges: Sendable {
  /// First and last value of each range, in ascending order.
  private let bounds: [UInt32]

  init(_ bounds: [UInt32]) {
    self.bounds = bounds
  }

  /// Whether `value` lies in one of the ranges.
  func contains(_ value: UInt32) -> Bool {
    var low = 0
    var high = bounds.count / 2
    while low < high {
      let middle = (low + high) / 2
      if value > bounds[2 * middle + 1] {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < bounds.count / 2 && bounds[2 * low] <= value
  }
}
