/// What is left of a limit, counted down day by day; more than the days to come can use is as good as no limit.
struct DiagramCounter: DiagramRule {
  let start: UInt16
  /// What each row day and code uses.
  private let use: [Int32]
  /// The most that the days from each row day on can use, until the count begins again.
  private let most: [Int32]
  /// What is left at row days where the count begins anew, elsewhere -1.
  private let restart: [Int32]
  private let codeCount: Int

  /// A limit on the sum of what days use.
  ///
  /// - Parameters:
  ///   - use: by row day and code, in any unit; what days of history use counts too.
  ///   - isFirst: the row days where the count begins anew.
  /// - Returns: `nil` where the numbers are too large to be kept.
  init?(limit: Int32, use: [Int32], isFirst: [Bool], codes: [UInt8], _ model: Model) {
    let unit = max(1, use.reduce(0) { Self.greatestCommonDivisor($0, $1) })
    let limit = max(0, limit) / unit
    guard limit <= Int32(UInt16.max) else { return nil }
    start = UInt16(limit)
    let codeCount = model.shiftCount + 1
    self.codeCount = codeCount
    let use = use.map { $0 / unit }
    self.use = use
    var most = [Int32](repeating: 0, count: model.rowLength + 1)
    for day in stride(from: model.rowLength - 1, through: 0, by: -1) {
      let largest = codes.reduce(0) { max($0, use[day * codeCount + Int($1)]) }
      let after = day + 1 < model.rowLength && isFirst[day + 1] ? 0 : most[day + 1]
      most[day] = largest + after
    }
    self.most = most
    restart = isFirst.map { $0 ? limit : -1 }
  }

  func step(_ state: UInt16, day: Int, code: Int, _ model: Model) -> UInt16? {
    let before = restart[day] >= 0 ? restart[day] : Int32(state)
    let left = before - use[day * codeCount + code]
    if left < 0 { return day < model.historyDays ? 0 : nil }
    return UInt16(min(left, day + 1 < model.rowLength && restart[day + 1] >= 0 ? 0 : most[day + 1]))
  }

  private static func greatestCommonDivisor(_ first: Int32, _ second: Int32) -> Int32 {
    var (first, second) = (first, second)
    while second != 0 { (first, second) = (second, first % second) }
    return first
  }
}
