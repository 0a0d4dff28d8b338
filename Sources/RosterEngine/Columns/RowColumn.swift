/// One row of one member, as the master knows it.
struct RowColumn: Sendable {
  let member: Int
  let codes: [UInt8]
  let options: [Int32]
  /// What it costs, cover apart.
  let cost: Int
  /// Its points, as indices of ``Pricer/points``, in rising order of day.
  let points: [Int32]

  /// Whether two rows of a member are the same.
  func isSame(as other: RowColumn) -> Bool { codes == other.codes && options == other.options }

  /// Whether two rows of a member are the same outside of a range of days.
  func agrees(with other: RowColumn, outside days: Range<Int>) -> Bool {
    for day in codes.indices
    where !days.contains(day) && (codes[day] != other.codes[day] || options[day] != other.options[day]) {
      return false
    }
    return true
  }

  /// What it costs less what its points are worth at prices.
  func reducedCost(_ prices: [Double]) -> Double {
    var reduced = Double(cost)
    for point in points { reduced -= prices[Int(point)] }
    return reduced
  }
}
