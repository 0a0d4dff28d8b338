/// Limits on what a row adds up to, as flat numbers: lowest, highest, cost of each unit below, cost of each above.
///
/// Where there is no limit the number is out of reach. The costs of hard limits stand in ``AnnealingWeights``.
struct AnnealingLimits: Sendable {
  /// Numbers of one limit pair.
  static let size = 4
  /// Minutes, days, weekends.
  static let measures = 3

  /// By rule set, then measure.
  private(set) var sums: [Int32] = []
  /// By rule set: bits of `sums` that are hard, lowest first, measure by measure.
  private(set) var hardSums: [UInt8] = []
  /// By rule set, then code.
  private(set) var counts: [Int32] = []
  /// By rule set, then code: bit 0 when the least is hard, bit 1 when the most is.
  private(set) var hardCounts: [UInt8] = []
  /// By rule set: the codes with a limit.
  private(set) var limitedCodes: [UInt64] = []

  private static let open: [Int32] = [-(1 << 30), 1 << 30, 0, 0]

  init(_ rows: RowModel, codeCount: Int) {
    for totals in rows.totals {
      var hard: UInt8 = 0
      for (measure, limits) in [totals.minutes, totals.days, totals.weekends].enumerated() {
        var pair = Self.open
        hard |= Self.put(limits, in: &pair) << UInt8(2 * measure)
        sums += pair
      }
      hardSums.append(hard)
      var limited: UInt64 = 0
      for code in 0..<codeCount {
        let limits = totals.shifts.filter { $0.code == code }.map(\.limit)
        if !limits.isEmpty { limited |= 1 << UInt64(code) }
        var pair = Self.open
        hardCounts.append(Self.put(limits, in: &pair))
        counts += pair
      }
      limitedCodes.append(limited)
    }
  }

  /// Enters limits, at most one of each side, in a pair; returns which are hard.
  private static func put(_ limits: [RowTotals.Limit], in pair: inout [Int32]) -> UInt8 {
    var hard: UInt8 = 0
    for limit in limits {
      let side = limit.isMaximum ? 1 : 0
      pair[side] = limit.value
      pair[2 + side] = Int32(clamping: limit.weight ?? 0)
      if limit.weight == nil { hard |= 1 << UInt8(side) }
    }
    return hard
  }
}
