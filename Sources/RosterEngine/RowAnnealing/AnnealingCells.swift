/// What each cell may hold and what that costs by itself, as rows of costs by duty that cells share.
struct AnnealingCells: Sendable {
  /// Row of each cell, by staff then day.
  private(set) var rowOf: [Int32] = []
  /// By row, then duty; ``forbidden`` where a cell may not hold it.
  private(set) var costs: [Int32] = []
  /// Duties that a row allows: the first ``choiceCounts`` of as many places as there are duties.
  private(set) var choices: [UInt8] = []
  private(set) var choiceCounts: [Int32] = []

  static let forbidden: Int32 = 1 << 30
  /// No cell costs more, so that sums over a window stay far from ``forbidden``.
  private static let most = 1 << 23

  private struct Key: Hashable {
    let staffClass: Int32
    let allowed: UInt64
  }

  /// `nil` when a cell costs too much for 32 bits.
  ///
  /// Linear in cells; cells with a wish, a reference or a fixed duty also in duties.
  init?(_ duties: AnnealingDuties, _ start: SearchState, _ model: Model) {
    var plain: [Key: Int32] = [:]
    var known: [[Int32]: Int32] = [:]
    rowOf.reserveCapacity(model.staffCount * model.dayCount)
    for member in 0..<model.staffCount {
      for day in 0..<model.dayCount {
        let cell = member * model.dayCount + day
        let isPlain = model.allowed[cell] != 0 && model.requestStart[cell] < 0 && model.referenceCodes.isEmpty
        let key = Key(staffClass: model.staffClass[member], allowed: model.allowed[cell])
        if isPlain, let row = plain[key] {
          rowOf.append(row)
          continue
        }
        guard let list = Self.costs(member, day, duties, start, model) else { return nil }
        let row = known[list] ?? Int32(choiceCounts.count)
        if known[list] == nil {
          known[list] = row
          append(list)
        }
        if isPlain { plain[key] = row }
        rowOf.append(row)
      }
    }
  }

  private mutating func append(_ list: [Int32]) {
    costs += list
    let open = list.indices.filter { list[$0] != Self.forbidden }
    choiceCounts.append(Int32(open.count))
    choices += list.indices.map { $0 < open.count ? UInt8(open[$0]) : 0 }
  }

  private static func costs(
    _ member: Int, _ day: Int, _ duties: AnnealingDuties, _ start: SearchState, _ model: Model
  ) -> [Int32]? {
    var list = [Int32](repeating: forbidden, count: duties.count)
    let allowed = model.allowed[member * model.dayCount + day]
    let rowDay = day + model.historyDays
    func set(_ duty: Int, _ code: UInt8, _ option: Int32) -> Bool {
      let cost = start.cellCost(member, rowDay, code, option, model)
      list[duty] = Int32(clamping: cost)
      return -most...most ~= cost
    }
    if allowed == 0 {
      let cell = member * model.rowLength + rowDay
      let (code, option) = (start.codes[cell], start.options[cell])
      let duty = code == 0 ? 0 : Int(duties.ofOption[Int(option) * (model.shiftCount + 1) + Int(code)])
      return set(duty, code, option) ? list : nil
    }
    guard set(0, 0, -1) else { return nil }
    for duty in 1..<max(1, duties.count) {
      let option = duties.options[Int(model.staffClass[member]) * duties.count + duty]
      guard option >= 0 else { continue }
      let code = duties.codes[duty]
      if (allowed & model.options.items[Int(option)].codes) >> UInt64(code) & 1 == 0 { continue }
      guard set(duty, code, option) else { return nil }
    }
    return list
  }
}
