/// Chooses which members' rows to plan anew, on which days: kinds of neighbourhoods that grow while they are solved in
/// time, and are taken the more often the more they bring.
struct NeighbourhoodPicker: Sendable {
  /// Neighbourhoods of one length.
  private struct Kind {
    let days: Int
    /// Members in one.
    var size: Double
    /// The share of attempts, of late, that made the roster better, and what one took.
    var rate = 0.5
    var seconds = 0.3
  }

  private var kinds: [Kind]
  private var latest = 0
  private let staffCount: Int
  private let dayCount: Int

  /// Cells of a neighbourhood to begin with, and the least members.
  private static let firstCells = 420
  private static let fewest = 2.0
  /// Seconds that a neighbourhood may take before it is thought too large.
  static let target = 0.8
  /// A kind that brings nothing is tried as if it brought something so often, and one that takes no time as if it took this.
  private static let leastRate = 0.05
  private static let shortest = 0.05
  private static let memory = 0.15

  init(_ model: Model) {
    staffCount = model.staffCount
    dayCount = model.dayCount
    let dayCount = dayCount
    let lengths = [7, 14, 28, 56].filter { $0 * 4 <= dayCount * 3 }.suffix(3) + [dayCount]
    kinds = lengths.map { days in
      let first = days == dayCount ? 0.6 * Double(model.staffCount) : Double(Self.firstCells) / Double(days)
      return Kind(days: days, size: min(Double(model.staffCount), max(Self.fewest, first)))
    }
  }

  /// The next neighbourhood; all days only where the programme of all rows is there to begin from, or for want of others.
  mutating func next(_ random: inout RandomSource, isWholeKnown: Bool) -> Neighbourhood {
    latest = chooseKind(&random, of: isWholeKnown ? kinds.count : max(1, kinds.count - 1))
    let kind = kinds[latest]
    var order = Array(0..<staffCount)
    let count = min(staffCount, max(1, Int(kind.size)))
    for index in 0..<count { order.swapAt(index, index + random.below(staffCount - index)) }
    // Windows may hang over the ends, so that the first and last days are planned as often as others.
    let begin = random.below(dayCount - kind.days / 2 + 1) - kind.days / 4
    let first = min(dayCount - kind.days, max(0, begin))
    return Neighbourhood(members: Array(order[..<count]).sorted(), days: first..<(first + kind.days))
  }

  private func chooseKind(_ random: inout RandomSource, of count: Int) -> Int {
    let weights = kinds.prefix(count).map { (Self.leastRate + $0.rate) / max(Self.shortest, $0.seconds) }
    var left = Double(random.below(1 << 20)) / Double(1 << 20) * weights.reduce(0, +)
    for (index, weight) in weights.enumerated() {
      left -= weight
      if left < 0 { return index }
    }
    return count - 1
  }

  /// Learns from what the latest neighbourhood came to: one that brings nothing is to be larger next time, one that takes
  /// too long smaller.
  ///
  /// - Parameter seconds: How long it took; 0 where time must not matter.
  mutating func learn(isSolved: Bool, isBetter: Bool, seconds: Double) {
    var kind = kinds[latest]
    kind.rate += Self.memory * ((isBetter ? 1 : 0) - kind.rate)
    kind.seconds += Self.memory * (seconds - kind.seconds)
    if seconds > 2 * Self.target {
      kind.size *= 0.8
    } else if !isSolved || seconds > Self.target {
      kind.size *= 0.92
    } else if !isBetter {
      kind.size *= 1.05
    }
    kind.size = min(Double(staffCount), max(Self.fewest, kind.size))
    kinds[latest] = kind
  }
}
