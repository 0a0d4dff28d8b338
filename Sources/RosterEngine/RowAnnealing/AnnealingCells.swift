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

/// What fills a cell, numbered over all staff: a code together with its post and the lines it counts in there.
///
/// Duty 0 is off. Two members with the same duty on a day cover the same points, so they can swap days without a look
/// at the cover.
struct AnnealingDuties: Sendable {
  /// Code of each duty.
  private(set) var codes: [UInt8] = [0]
  /// Points of a day that each duty counts in: line times slots plus slot.
  private(set) var kinds: [[Int32]] = [[]]
  /// Option by class, then duty; -1 where the class has none.
  let options: [Int32]
  /// Duty by option, then code; 0 where there is none.
  private(set) var ofOption: [UInt8]

  var count: Int { codes.count }

  private struct Key: Hashable {
    let code: UInt8
    let post: Int32
    let lines: [Int32]
  }

  /// `nil` when there are more duties than a byte can number.
  init?(_ model: Model) {
    let codeCount = model.shiftCount + 1
    var known: [Key: Int] = [:]
    var pairs: [(option: Int, duty: Int)] = []
    ofOption = Array(repeating: 0, count: model.options.items.count * codeCount)
    for (index, option) in model.options.items.enumerated() {
      let lines = Array(model.optionLines[Int(option.lineStart)..<Int(option.lineEnd)])
      // A fixed cell may hold any code at an option, whatever the option is open to.
      for code in 1..<codeCount {
        let key = Key(code: UInt8(code), post: option.post, lines: lines)
        let duty = known[key] ?? codes.count
        if duty == codes.count {
          known[key] = duty
          codes.append(key.code)
          let slots = model.slots.items[model.slots.range(code)]
          kinds.append(lines.flatMap { line in slots.map { line * Int32(model.slotCount) + $0 } })
        }
        guard duty <= 255 else { return nil }
        ofOption[index * codeCount + code] = UInt8(duty)
        pairs.append((index, duty))
      }
    }
    let classCount = model.options.starts.count - 1
    var options = [Int32](repeating: -1, count: classCount * codes.count)
    for staffClass in 0..<classCount {
      let range = model.options.range(staffClass)
      for pair in pairs where range.contains(pair.option) {
        options[staffClass * codes.count + pair.duty] = Int32(pair.option)
      }
    }
    self.options = options
  }

  /// The points that a change from one duty to another touches, by old duty, then new: twice the kind, plus one where
  /// it gains.
  func changes() -> Spread<Int32> {
    var changes = Spread<Int32>()
    for old in 0..<count {
      for new in 0..<count {
        let lost = kinds[old].filter { !kinds[new].contains($0) }.map { $0 * 2 }
        let won = kinds[new].filter { !kinds[old].contains($0) }.map { $0 * 2 + 1 }
        changes.append(lost + won)
      }
    }
    return changes
  }
}
