/// A problem compiled for annealing by rows: everything that no move changes.
struct AnnealingTables: Sendable {
  let staffCount: Int
  let dayCount: Int
  let codeCount: Int
  /// Points of one day.
  let kindCount: Int
  let duties: AnnealingDuties
  let changes: Spread<Int32>
  let cells: AnnealingCells
  let steps: AnnealingSteps
  let limits: AnnealingLimits
  let ruleSet: [Int32]
  /// State and weekends that each row begins with.
  let startState: [Int32]
  let startWeekends: [Int32]
  /// What each day is of its weekend, 0 to 2.
  let parts: [UInt8]
  /// By kind of day, then duty: minutes in the upper half, one in the lower for work.
  let work: [Int64]
  /// Where in `work` a day's duties begin.
  let workOf: [Int32]
  /// By day, then kind.
  let needs: [AnnealingNeed]
  /// Cover by others, by day then kind.
  let outside: [Int32]
  /// The greatest number that divides all costs: no two rosters differ by less.
  let unit: Int
  /// What one missing unit typically costs; the scale of temperatures.
  let scale: Double

  /// `nil` when the problem is beyond what the tables can number.
  init?(_ rows: RowModel, _ start: SearchState, _ model: Model) {
    guard let duties = AnnealingDuties(model), let cells = AnnealingCells(duties, start, model),
      let steps = AnnealingSteps(rows)
    else { return nil }
    (staffCount, dayCount, codeCount) = (model.staffCount, model.dayCount, model.shiftCount + 1)
    kindCount = model.lineCount * model.slotCount
    (self.duties, self.cells, self.steps) = (duties, cells, steps)
    changes = duties.changes()
    limits = AnnealingLimits(rows, codeCount: model.shiftCount + 1)
    ruleSet = model.ruleSet
    startState = rows.startState
    startWeekends = rows.startWeekends
    parts = rows.weekendPart.map(\.rawValue)
    (work, workOf) = Self.work(duties, model)
    let order = (0..<dayCount).flatMap { day in
      (0..<model.lineCount).flatMap { line in
        (0..<model.slotCount).map { model.point(line: Int32(line), day: day, slot: Int32($0)) }
      }
    }
    needs = order.map { AnnealingNeed(model.needs[$0], model) }
    outside = order.map { model.outside.isEmpty ? 0 : model.outside[$0] }
    unit = model.costUnit
    scale = Self.scale(needs, cells, model)
  }

  /// Days whose shifts have the same minutes share their row.
  private static func work(_ duties: AnnealingDuties, _ model: Model) -> ([Int64], [Int32]) {
    var work: [Int64] = []
    var known: [[Int32]: Int32] = [:]
    let workOf = (0..<model.dayCount).map { day -> Int32 in
      let first = (day + model.historyDays) * model.shiftCount
      let minutes = (0..<model.shiftCount).map { model.times[first + $0].minutes }
      if let place = known[minutes] { return place }
      known[minutes] = Int32(work.count)
      work += duties.codes.map { code in
        code == 0 ? 0 : Int64(minutes[Int(code) - 1]) << 32 | 1
      }
      return Int32(work.count - duties.count)
    }
    return (work, workOf)
  }

  private static func scale(_ needs: [AnnealingNeed], _ cells: AnnealingCells, _ model: Model) -> Double {
    // Units missing below a minimum are often priced so that they never are; then the others set the scale.
    let short = needs.filter { $0.preferred > $0.minimum && $0.short > 0 }.map(\.short)
    let missing = needs.filter { $0.minimum > 0 && $0.missing > 0 }.map(\.missing)
    let weights = (short.isEmpty ? missing : short).sorted()
    if !weights.isEmpty { return Double(weights[weights.count / 2]) }
    let costs = cells.costs.filter { $0 != AnnealingCells.forbidden && $0 > 0 }.sorted()
    return costs.isEmpty ? 1 : Double(costs[costs.count / 2])
  }
}

extension AnnealingTables {
  /// A roster by duties, by staff then day of the period.
  func roster(_ state: SearchState, _ model: Model) -> [UInt8] {
    var roster: [UInt8] = []
    roster.reserveCapacity(staffCount * dayCount)
    for member in 0..<staffCount {
      for day in model.historyDays..<model.rowLength {
        let cell = member * model.rowLength + day
        let (code, option) = (state.codes[cell], state.options[cell])
        roster.append(code == 0 ? 0 : duties.ofOption[Int(option) * codeCount + Int(code)])
      }
    }
    return roster
  }
}

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
