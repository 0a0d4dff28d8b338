/// A limit on the days of one shift in the period; see ``Contract/shiftCounts``.
struct ShiftCountRule: Sendable {
  let shift: Int32
  let isMaximum: Bool
  let limit: Int32

  /// Days beyond the limit.
  func excess(_ row: Row, _ model: Model) -> Int {
    let count = Int32(row.shiftCounts[Int(shift)])
    return Int(max(0, isMaximum ? count &- limit : limit &- count))
  }
}
