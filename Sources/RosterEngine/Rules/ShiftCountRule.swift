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

extension ShiftCountRule {
  /// The rule as what is left of it; `nil` for a minimum.
  func counter(codes: [UInt8], _ model: Model) -> DiagramCounter? {
    guard isMaximum else { return nil }
    let use = (0..<model.rowLength).flatMap { day in
      (0...model.shiftCount).map { code in Int32(code == Int(shift) + 1 && day >= model.historyDays ? 1 : 0) }
    }
    return DiagramCounter(
      limit: limit, use: use, isFirst: Array(repeating: false, count: model.rowLength), codes: codes, model)
  }
}
