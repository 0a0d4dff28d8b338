/// What working each code at each option on each day is worth at prices of cover, for the members who share the option.
struct OptionWorth: Sendable {
  private var values: [Int]
  private let firstDay: Int
  private let dayCount: Int
  private let codeCount: Int
  /// Where an option's values begin, or -1.
  private var starts: [Int32]

  /// Sums the prices of the points that each code counts in, for the classes given.
  init(_ prices: [Int], _ pricer: Pricer, on days: Range<Int>, classes: Set<Int>, _ model: Model) {
    codeCount = model.shiftCount + 1
    firstDay = days.lowerBound
    dayCount = days.count
    starts = Array(repeating: -1, count: model.options.items.count)
    values = []
    for staffClass in classes.sorted() {
      for option in model.options.range(staffClass) {
        let entry = model.options.items[option]
        starts[option] = Int32(values.count)
        for day in days {
          values.append(0)
          for code in 1..<codeCount {
            var sum = 0
            pricer.forEachPoint(day, code, entry, model) { sum += prices[Int($0)] }
            values.append(sum)
          }
        }
      }
    }
  }

  /// The worth of a code other than 0, on one of the days, at an option of one of the classes.
  @inline(__always)
  func value(_ option: Int, _ day: Int, _ code: Int) -> Int {
    values[Int(starts[option]) + (day - firstDay) * codeCount + code]
  }
}
