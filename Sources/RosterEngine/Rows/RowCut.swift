/// A limit on what a row may cost, by which nodes are left out that no row within it goes through.
struct RowCut: Sendable {
  /// By day, then state: the least of what comes after, sums and weekends priced.
  let completion: [Int32]
  let sumPrice: Int32
  let weekendPrice: Int32
  /// What a row may cost, and what prices of sums and weekends charge beyond the truth.
  let room: Int

  /// What a node may have cost by now, the price of its sum included.
  @inline(__always)
  func room(_ place: Int, weekends: Int) -> Int { room - Int(completion[place]) - Int(weekendPrice) * weekends }
}
