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
