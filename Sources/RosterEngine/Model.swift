/// A ``Problem`` compiled to flat arrays for the search.
///
/// A staff member's *row* has `rowLength` cells, history first, so day `d` is row day `historyDays + d`. A cell holds a
/// *code*: 0 for off, else the shift's index plus one. A *point* is one slot of one day of one cover line.
struct Model: Sendable {
  let staffCount: Int
  let dayCount: Int
  let historyDays: Int
  let rowLength: Int
  let shiftCount: Int
  let slotCount: Int
  let lineCount: Int

  /// By row day, then shift.
  let times: [CellTime]
  /// Codes of night shifts, one bit a code.
  let nightCodes: UInt64
  /// Slots of each code.
  let slots: Spread<Int32>
  /// Codes that cover each slot.
  let slotCodes: [UInt64]

  /// Options of all classes; those of a class are in rising order of post.
  let options: Spread<OptionEntry>
  let optionLines: [Int32]
  let staffClass: [Int32]

  /// Rules of each rule set, hard ones first.
  let rules: Spread<RowRule>
  let ruleSet: [Int32]
  /// Codes forbidden after each code, contract by contract.
  let successions: [UInt64]

  /// Codes the search may put in each cell, by staff then day; none in a fixed cell.
  let allowed: [UInt64]
  /// Where in `requestCosts` a cell's costs by code begin, or -1.
  let requestStart: [Int32]
  let requestCosts: [Int]
  /// The post of the last history day worked, or -1.
  let lastPost: [Int32]
  let balances: Spread<BalanceEntry>
  /// Reference code and post a cell, or empty.
  let referenceCodes: [UInt8]
  let referencePosts: [Int32]
  let changeWeight: Int
  let continuityWeight: Int

  let weeks: [WeekEntry]
  /// Weeks that a shift of a row day can reach into, as a range of `weeks`.
  let weeksReached: [Range<Int32>]
  /// Weeks that a row day is a day of.
  let weeksOfDay: [Range<Int32>]
  /// Row days of each weekend.
  let weekends: Spread<Int32>
  /// The weekend of a row day, or -1.
  let weekendOf: [Int32]

  let needs: [NeedEntry]
  let weights: [WeightEntry]
  /// The count up to which another one saves something, by point.
  let wanted: [Int32]
  let outside: [Int32]
  let ratios: [RatioEntry]
  /// Ratios that each line is in.
  let lineRatios: Spread<Int32>

  /// Where a line's slots of day 0 begin.
  @inline(__always)
  func point(line: Int32, day: Int, slot: Int32) -> Int {
    (Int(line) * dayCount + day) * slotCount + Int(slot)
  }

  /// The option of a class for a post, or -1.
  ///
  /// Logarithmic in the options of the class.
  func option(of staffClass: Int32, post: Int32) -> Int32 {
    let range = options.range(Int(staffClass))
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if options.items[middle].post < post { low = middle + 1 } else { high = middle }
    }
    return low < range.upperBound && options.items[low].post == post ? Int32(low) : -1
  }
}

extension Model {
  /// The most minutes a staff member may work in the period, or a very large number.
  func mostMinutes(of member: Int) -> Int {
    var most = Int.max
    for rule in rules.items[rules.range(Int(ruleSet[member]))] {
      if case .total(let total) = rule.body, total.measure == .minutes, total.isMaximum {
        most = min(most, Int(total.limit))
      }
    }
    return most
  }

  /// The greatest number that every cost of a roster is a multiple of, at least 1.
  ///
  /// A bound may be rounded up to it, and nothing is better that saves less.
  var costUnit: Int {
    var unit = 0
    func take(_ cost: Int) {
      var (a, b) = (unit, abs(cost))
      while b != 0 { (a, b) = (b, a % b) }
      unit = a
    }
    for weight in weights {
      take(Int(weight.missing))
      take(Int(weight.short))
      take(Int(weight.surplus))
    }
    for rule in rules.items where !rule.isHard && !rule.isObligation { take(Int(rule.weight)) }
    requestCosts.forEach(take)
    for option in options.items { take(Int(option.cost)) }
    if !referenceCodes.isEmpty { take(changeWeight) }
    return max(1, unit)
  }
}

/// What a staff member's row adds up to over the days of the period.
struct Load: Equatable, Sendable {
  var minutes: Int32 = 0
  var days: Int32 = 0
  var nights: Int32 = 0
  var weekendDays: Int32 = 0
  var weekends: Int32 = 0
}

/// A shift's times on one day, as the search reads them.
struct CellTime: Sendable {
  let start: Int32
  let end: Int32
  let minutes: Int32
}

/// A class's post, as the search reads it; `codes` has a bit for each shift code allowed there, none if not assignable.
struct OptionEntry: Sendable {
  let post: Int32
  let cost: Int32
  let lineStart: Int32
  let lineEnd: Int32
  let codes: UInt64
}

/// A cover requirement; see ``Need``.
struct NeedEntry: Sendable {
  let minimum: Int32
  let preferred: Int32
  let maximum: Int32
  let weights: Int32
}

/// Weights of a need; see ``NeedWeights``.
struct WeightEntry: Sendable {
  let missing: Int32
  let short: Int32
  let surplus: Int32
}

/// A week: rows whose shifts can reach into it, rows that are its days, and its instants.
struct WeekEntry: Sendable {
  let reachFirst: Int32
  let reachLast: Int32
  let dayFirst: Int32
  let dayLast: Int32
  let start: Int32
  let end: Int32
}

/// One member's part in a ``Balance``.
struct BalanceEntry: Sendable {
  let measure: Int32
  let weight: Int
  let tolerance: Int
  let target: Int
}

/// A ``Ratio`` as the search reads it; `weight` is negative when it is hard.
struct RatioEntry: Sendable {
  let limited: Int32
  let by: Int32
  let factor: Int32
  let weight: Int32
}

/// Lists of varying length in one array: list `i` is `items[starts[i]..<starts[i + 1]]`.
struct Spread<Item: Sendable>: Sendable {
  private(set) var starts: [Int32] = [0]
  private(set) var items: [Item] = []

  mutating func append(_ list: some Sequence<Item>) {
    items.append(contentsOf: list)
    starts.append(Int32(items.count))
  }

  /// Bounds of a list in ``items``.
  func range(_ list: Int) -> Range<Int> {
    Int(starts[list])..<Int(starts[list + 1])
  }
}
