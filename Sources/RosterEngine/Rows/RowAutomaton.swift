/// The rules of a row that only look back, as a finite automaton over the days: successions and runs of every kind.
///
/// A state is what the past means for the future: the codes that may not follow, and each run's length up to the point
/// where it no longer matters. Reading a row costs one look-up a day, for annealing and for the row programme alike.
struct RowAutomaton: Sendable {
  /// What a step breaks, by kind of rule, packed into bytes so that a table of penalties can be made of it.
  struct Breach: Sendable, Hashable {
    var succession: UInt8 = 0
    var longest: UInt8 = 0
    var shortest: UInt8 = 0
    var isNone: Bool { succession == 0 && longest == 0 && shortest == 0 }
  }

  let codeCount: Int
  private(set) var stateCount = 0
  /// By state, then code.
  private(set) var next: [Int32] = []
  private(set) var cost: [Int32] = []
  private(set) var breach: [Breach] = []
  private(set) var isOff: [Bool] = []
  /// The state before the first known day.
  static let start = 0

  /// States beyond this make an automaton more trouble than it is worth.
  private static let mostStates = 4000
  private static let longestCount = 60

  private struct Key: Hashable {
    var forbidden: UInt64
    var isOff: Bool
    var isFirst: Bool
    var counts: [UInt8]
  }

  /// Builds the automaton of one rule set, or `nil` if a rule has no place in one.
  ///
  /// Linear in states times codes times rules.
  init?(_ model: Model, ruleSet: Int) {
    codeCount = model.shiftCount + 1
    var counters: [RunCounter] = []
    var table: Int?
    var successionWeight: Int?
    for rule in model.rules.items[model.rules.range(ruleSet)] {
      switch rule.place {
      case nil: return nil
      case .succession(let first, let weight):
        table = first
        successionWeight = weight
      case .run(let counter):
        if counter.limit >= model.rowLength && counter.isMaximum || counter.limit <= 1 && !counter.isMaximum {
          continue
        }
        if counter.limit > Self.longestCount { return nil }
        counters.append(counter)
      case .total, .shiftCount, .completeWeekends: continue
      }
    }
    var known: [Key: Int32] = [:]
    var keys: [Key] = []
    func index(_ key: Key) -> Int32 {
      if let index = known[key] { return index }
      known[key] = Int32(keys.count)
      keys.append(key)
      return Int32(keys.count - 1)
    }
    _ = index(
      Key(forbidden: 0, isOff: true, isFirst: true, counts: Array(repeating: 0, count: counters.count)))
    var state = 0
    while state < keys.count {
      if keys.count > Self.mostStates { return nil }
      let key = keys[state]
      isOff.append(key.isOff)
      for code in 0..<codeCount {
        var after = Key(
          forbidden: table.map { model.successions[$0 + code] } ?? 0, isOff: code == 0, isFirst: false,
          counts: key.counts)
        var soft: Int32 = 0
        var broken = Breach()
        if (key.forbidden >> UInt64(code)) & 1 != 0 {
          if let successionWeight { soft += Int32(successionWeight) } else { broken.succession += 1 }
        }
        for (place, counter) in counters.enumerated() {
          let step = counter.step(key.counts[place], code: code, isFirstDay: key.isFirst)
          after.counts[place] = step.count
          if let weight = counter.weight {
            soft += Int32(step.excess) * weight
          } else if counter.isMaximum {
            broken.longest += UInt8(clamping: step.excess)
          } else {
            broken.shortest += UInt8(clamping: step.excess)
          }
        }
        next.append(index(after))
        cost.append(soft)
        breach.append(broken)
      }
      state += 1
    }
    stateCount = keys.count
  }

  /// The state after one more day.
  @inline(__always)
  func step(_ state: Int, _ code: Int) -> Int { Int(next[state * codeCount + code]) }
}

/// Where a rule of a row sits when the row is read day by day.
enum RowPlace: Sendable {
  /// In the step from one day's code to the next.
  case succession(table: Int, weight: Int?)
  /// In a count of days in a row.
  case run(RunCounter)
  /// In what the row adds up to.
  case total(TotalRule, weight: Int?)
  /// In how often a shift is worked.
  case shiftCount(ShiftCountRule, weight: Int?)
  /// In the step from the first to the second day of a weekend.
  case completeWeekends(weight: Int?)
}

/// A limit on days in a row as a count that is kept from day to day; without a weight it is hard.
struct RunCounter: Sendable {
  let codes: UInt64
  let limit: Int32
  let isMaximum: Bool
  let weight: Int32?

  /// The count after a day of a code, and the days lacking or too many that the day brings to light.
  ///
  /// A run that begins on the first known day may have begun before it, so it is long enough for any minimum.
  func step(_ count: UInt8, code: Int, isFirstDay: Bool) -> (count: UInt8, excess: Int) {
    let belongs = (codes >> UInt64(code)) & 1 != 0
    let most = UInt8(clamping: limit)
    if isMaximum {
      guard belongs else { return (0, 0) }
      return count >= most ? (most, 1) : (count + 1, 0)
    }
    if belongs { return (isFirstDay ? most : min(most, count + 1), 0) }
    return (0, count > 0 ? Int(most - count) : 0)
  }
}
