/// What completing a row costs at least, from every day and state: the row programme without its sums and weekends.
///
/// Sum and weekends are priced in place of counted (a Lagrangian relaxation), so that for a row `s` of sum `n` and `w`
/// weekends, with end costs `E` and `W`,
///
///     cost(s) + E(n) + W(w)  >=  cost(s) + μn - max(μm - E(m)) + νw - max(νv - W(v))
///
/// whatever μ and ν (0 <= ν <= a soft weekend's weight). The right side is a shortest path over days and states alone.
struct RowGuide: Sendable {
  /// By day, then state: the least of what comes after, sums and weekends priced.
  private let completion: [Int32]
  private let sumPrice: Int32
  private let weekendPrice: Int32
  /// What the two maxima above come to.
  private let constant: Int
  /// No row costs less.
  let floor: Int

  /// Leaves out what no row of at most `limit` goes through.
  func cut(at limit: Int) -> RowCut {
    RowCut(completion: completion, sumPrice: sumPrice, weekendPrice: weekendPrice, room: limit + constant)
  }

  /// Searches for prices with a high floor, each in turn.
  ///
  /// Linear in days times states times groups, a dozen times over.
  init(_ relaxation: RowRelaxation) {
    var best = relaxation.point(0, 0)
    for (turn, tries) in Self.tries.enumerated() {
      if turn.isMultiple(of: 2) {
        best = Self.climb(best, tries, by: relaxation.mostPrice, lowest: .min, at: \.sumPrice, slope: \.sumSlope) {
          relaxation.point($0, best.weekendPrice)
        }
      } else {
        best = Self.climb(
          best, tries, by: relaxation.mostWeekendPrice, lowest: 0, at: \.weekendPrice, slope: \.weekendSlope
        ) { relaxation.point(best.sumPrice, $0) }
      }
    }
    completion = best.completion
    (sumPrice, weekendPrice) = (best.sumPrice, best.weekendPrice)
    (constant, floor) = (best.constant, best.floor)
  }

  private static let tries = [5, 4, 3]

  /// The best point met along one price: the next one is where the tangents of the last on either side meet, which for so
  /// few corners soon is the top.
  private static func climb(
    _ start: RowRelaxation.Point, _ tries: Int, by most: Int32, lowest: Int32,
    at price: KeyPath<RowRelaxation.Point, Int32>, slope: KeyPath<RowRelaxation.Point, Int>,
    point: (Int32) -> RowRelaxation.Point
  ) -> RowRelaxation.Point {
    let rise = start[keyPath: slope]
    if rise == 0 || most <= 0 || start.floor >= Int(RowProgramme.unreachable) { return start }
    let first = start[keyPath: price]
    let end = rise > 0 ? first + most : max(lowest, first - most)
    if end == first { return start }
    var best = start
    var (near, far) = (start, point(end))
    for _ in 0..<tries {
      if far.floor > best.floor { best = far }
      let (a, b) = (near[keyPath: slope], far[keyPath: slope])
      if b == 0 || (a > 0) == (b > 0) { break }
      // near.floor + a (p - near) = far.floor + b (p - far)
      let meeting =
        (far.floor - near.floor + a * Int(near[keyPath: price]) - b * Int(far[keyPath: price])) / (a - b)
      let next = Int32(clamping: meeting)
      if next == near[keyPath: price] || next == far[keyPath: price] { break }
      let middle = point(next)
      if middle.floor > best.floor { best = middle }
      if middle[keyPath: slope] == 0 { break }
      if (middle[keyPath: slope] > 0) == (a > 0) { near = middle } else { far = middle }
    }
    return best
  }
}
