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
