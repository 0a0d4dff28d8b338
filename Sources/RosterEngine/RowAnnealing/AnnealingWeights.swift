/// What breaches of hard rules cost while annealing, one weight for each class.
///
/// A weight grows while its class is broken and shrinks while it is not, so that the search stays near the border of
/// what is right, where the best rosters are; towards the end a rising floor drives it inside.
struct AnnealingWeights: Sendable {
  private(set) var values: [Double]

  private static let growth = 1.02
  private static let decay = 0.99
  private static let most = 1e6

  init(first: Double) {
    values = Array(repeating: first, count: BreachClass.allCases.count + 1)
  }

  /// Adapts each weight to whether its class is broken.
  mutating func adapt(_ broken: [Bool], floor: Double) {
    for place in values.indices {
      values[place] *= broken[place] ? Self.growth : Self.decay
      values[place] = min(max(values[place], floor), Self.most)
    }
  }

  /// The weight as a cost.
  func cost(_ place: Int) -> Int { Int(values[place].rounded()) }
}

/// What a hard rule of a row is about; annealing has one adaptive weight for each.
///
/// The raw value is the place of the class's count in a member's tally, after the soft cost at place 0.
enum BreachClass: Int, Sendable, CaseIterable {
  case succession = 1
  case longestRun
  case shortestRun
  case partWeekend
  case minutes
  case days
  case weekends
  case shiftCount

  /// Numbers in a member's tally: the soft cost of the row, then a count for each class, padded to a cache line.
  static let tallySize = 16
  /// Classes that a step of the automaton can break.
  static let inSteps: [BreachClass] = [.succession, .longestRun, .shortestRun, .partWeekend]
}

extension AnnealingKernel {
  /// Brings all packed costs to new weights of breaches, and what the rows cost with them.
  ///
  /// Linear in steps, limits and members; members' own tallies spare a look at the cells.
  func apply(_ weights: AnnealingWeights, _ tables: AnnealingTables) {
    let costs = (0..<BreachClass.tallySize).map { $0 == 0 ? 1 : $0 < weights.values.count ? weights.cost($0) : 0 }
    for place in tables.steps.next.indices {
      var cost = Int64(stepSoft[place])
      let breach = stepBreach[place]
      if breach != 0 {
        for kind in 0..<4 { cost += Int64(breach >> UInt32(8 * kind) & 255) * Int64(costs[1 + kind]) }
      }
      steps[place] =
        (cost << 12 | Int64(tables.steps.weekend[place])) << Int64(AnnealingSteps.rowBits)
        | Int64(tables.steps.next[place])
    }
    for ruleSet in tables.limits.hardSums.indices {
      for measure in 0..<AnnealingLimits.measures {
        let place = (ruleSet * AnnealingLimits.measures + measure) * AnnealingLimits.size
        price(
          limits + place, softLimits + place, hard: tables.limits.hardSums[ruleSet] >> UInt8(2 * measure),
          costs[BreachClass.minutes.rawValue + measure])
      }
    }
    for (place, hard) in tables.limits.hardCounts.enumerated() {
      price(countLimits + place * 4, softCountLimits + place * 4, hard: hard, costs[BreachClass.shiftCount.rawValue])
    }
    for member in 0..<staffCount {
      let own = tallies + member * BreachClass.tallySize
      rowCosts[member] = (0..<BreachClass.tallySize).reduce(0) { $0 + Int(own[$1]) * costs[$1] }
    }
  }

  private func price(
    _ limit: UnsafeMutablePointer<Int32>, _ soft: UnsafeMutablePointer<Int32>, hard: UInt8, _ cost: Int
  ) {
    limit[2] = hard & 1 != 0 ? Int32(clamping: cost) : soft[2]
    limit[3] = hard & 2 != 0 ? Int32(clamping: cost) : soft[3]
  }

  /// Whether each class is broken somewhere, by place in a tally.
  func broken() -> [Bool] {
    var sums = [Int32](repeating: 0, count: BreachClass.tallySize)
    for member in 0..<staffCount {
      let own = tallies + member * BreachClass.tallySize
      for place in 0..<BreachClass.tallySize { sums[place] &+= own[place] }
    }
    return sums.map { $0 > 0 }
  }
}
