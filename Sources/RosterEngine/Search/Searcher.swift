import Glibc

/// A roster, and the means to try moves on it.
///
/// A move is a list of changes of different cells, those of one staff member together; ``attempt(_:_:)`` applies it if
/// it breaks no hard rule further and its delta is within a threshold.
struct Searcher: Sendable {
  var state: SearchState
  /// How much each row exceeds its hard rules.
  private(set) var hardNow: [Int32]
  /// What the roster costs.
  private(set) var cost: Int
  var random: RandomSource
  var move: [Change] = []
  private var before: [Change] = []
  private var rowsBefore: [RowBefore] = []

  private struct RowBefore {
    let member: Int
    let first: Int
    let last: Int
    let hard: Int
    var hardAfter: Int
  }

  init(state: SearchState, model: Model, random: RandomSource) {
    self.state = state
    self.random = random
    cost = state.totalCost(model).soft
    hardNow = (0..<model.staffCount).map { member in
      guard model.shiftCount > 0 else { return 0 }
      return Int32(
        clamping: state.hardExcess(member, model.historyDays, model.rowLength - 1, most: .max - 1_000_000, model))
    }
    move.reserveCapacity(64)
    before.reserveCapacity(64)
    rowsBefore.reserveCapacity(8)
  }

  /// The changes that ``move`` made, as the cells were before.
  var undone: [Change] { before }

  /// Whether the search may make this change at all.
  @inline(__always)
  func isAllowed(_ change: Change, _ model: Model) -> Bool {
    let cell = Int(change.member) * model.dayCount + Int(change.day) - model.historyDays
    guard (model.allowed[cell] >> UInt64(change.code)) & 1 != 0 else { return false }
    return change.code == 0
      || (change.option >= 0 && (model.options.items[Int(change.option)].codes >> UInt64(change.code)) & 1 != 0)
  }

  /// Makes ``move`` if it is allowed, breaks no hard rule further and costs at most `threshold` more.
  ///
  /// Returns whether it was made; if not, nothing has changed.
  mutating func attempt(_ threshold: Int, _ model: Model) -> Bool {
    for change in move where !isAllowed(change, model) { return false }
    var delta = 0
    before.removeAll(keepingCapacity: true)
    rowsBefore.removeAll(keepingCapacity: true)
    var index = 0
    while index < move.count {
      index = changeRow(from: index, &delta, model)
    }
    guard keepsHardRules(model) else {
      restoreRows(model)
      return false
    }
    for row in rowsBefore { delta += state.softCost(row.member, row.first, row.last, model) }
    var cover = Delta()
    for (old, new) in zip(before, move) where old != new {
      cover += state.removeCover(Int(old.day), old.code, old.option, model)
      cover += state.addCover(Int(new.day), new.code, new.option, model)
    }
    guard cover.hard <= 0, delta + cover.soft <= threshold else {
      for (old, new) in zip(before, move) where old != new {
        _ = state.removeCover(Int(new.day), new.code, new.option, model)
        _ = state.addCover(Int(old.day), old.code, old.option, model)
      }
      restoreRows(model)
      return false
    }
    cost += delta + cover.soft
    for row in rowsBefore { hardNow[row.member] += Int32(clamping: row.hardAfter - row.hard) }
    return true
  }

  /// Makes the changes of one member, subtracting from `delta` what the row cost; returns where the next member begins.
  @inline(__always)
  private mutating func changeRow(from start: Int, _ delta: inout Int, _ model: Model) -> Int {
    let member = Int(move[start].member)
    var end = start
    var first = Int.max
    var last = Int.min
    while end < move.count && Int(move[end].member) == member {
      first = min(first, Int(move[end].day))
      last = max(last, Int(move[end].day))
      end += 1
    }
    let hard = hardNow[member] == 0 ? 0 : state.hardExcess(member, first, last, most: .max - 1_000_000, model)
    delta -= state.softCost(member, first, last, model)
    for index in start..<end {
      let change = move[index]
      let cell = member * model.rowLength + Int(change.day)
      let old = Change(
        member: change.member, day: change.day, code: state.codes[cell], option: state.options[cell])
      before.append(old)
      if old != change {
        delta -= state.cellCost(member, Int(old.day), old.code, old.option, model)
        delta += state.cellCost(member, Int(change.day), change.code, change.option, model)
        state.setCell(member, Int(change.day), change.code, change.option, model)
      }
    }
    rowsBefore.append(RowBefore(member: member, first: first, last: last, hard: hard, hardAfter: 0))
    return end
  }

  @inline(__always)
  private mutating func keepsHardRules(_ model: Model) -> Bool {
    for index in rowsBefore.indices {
      let row = rowsBefore[index]
      let after = state.hardExcess(row.member, row.first, row.last, most: row.hard, model)
      if after > row.hard { return false }
      rowsBefore[index].hardAfter = after
    }
    return true
  }

  @inline(__always)
  private mutating func restoreRows(_ model: Model) {
    for old in before { state.setCell(Int(old.member), Int(old.day), old.code, old.option, model) }
  }

  /// Makes changes that are known to be right without judging them; keeps the cost.
  mutating func impose(_ changes: [Change], cost newCost: Int, _ model: Model) {
    for change in changes { state.put(Int(change.member), Int(change.day), change.code, change.option, model) }
    var last: Int32 = -1
    for change in changes where change.member != last {
      last = change.member
      let (first, final) = (model.historyDays, model.rowLength - 1)
      hardNow[Int(last)] = Int32(
        clamping: state.hardExcess(Int(last), first, final, most: .max - 1_000_000, model))
    }
    cost = newCost
  }
}

extension Searcher {
  /// The post that saves most for a member's shift on a row day, and what it saves; -1 if there is none.
  ///
  /// A class with many posts is sampled, so that the work stays bounded.
  @inline(__always)
  mutating func bestOption(_ member: Int, _ day: Int, _ code: Int, _ model: Model) -> (option: Int32, gain: Int) {
    let range = model.options.range(Int(model.staffClass[member]))
    guard !range.isEmpty else { return (-1, 0) }
    let tries = min(range.count, 24)
    var index = range.lowerBound + random.below(range.count)
    let stride = tries == range.count ? 1 : 1 + random.below(range.count - 1)
    let cell = member * model.rowLength + day
    let before = day > model.historyDays ? state.options[cell - 1] : -1
    let after = day + 1 < model.rowLength ? state.options[cell + 1] : -1
    var best: (option: Int32, gain: Int) = (-1, .min)
    for _ in 0..<tries {
      let entry = model.options.items[index]
      if (entry.codes >> UInt64(code)) & 1 != 0 {
        var gain = state.coverGain(day, code, entry, model) - Int(entry.cost)
        if Int(before) == index { gain += model.continuityWeight }
        if Int(after) == index { gain += model.continuityWeight }
        if gain > best.gain { best = (Int32(index), gain) }
      }
      index += stride
      if index >= range.upperBound { index -= range.count }
    }
    return best
  }
}

extension SearchState {
  /// What one more assignment would save in cover, ratios apart.
  @inline(__always)
  func coverGain(_ day: Int, _ code: Int, _ entry: OptionEntry, _ model: Model) -> Int {
    let periodDay = day - model.historyDays
    let slots = model.slots.range(code)
    var gain = 0
    var index = Int(entry.lineStart)
    while index < Int(entry.lineEnd) {
      for slot in slots {
        let point = model.point(line: model.optionLines[index], day: periodDay, slot: model.slots.items[slot])
        let count = counts[point]
        let need = model.needs[point]
        if count < need.preferred {
          let weight = model.weights[Int(need.weights)]
          gain += Int(count < need.minimum ? weight.missing : weight.short)
        } else if count >= need.maximum {
          gain -= Int(model.weights[Int(need.weights)].surplus)
        }
      }
      index += 1
    }
    return gain
  }
}

extension Searcher {
  /// Makes the changes that a block proposes, as far as they still hold; returns those made.
  ///
  /// Another block may have changed the same cover since. Then the rows that do no harm are taken one by one.
  mutating func takeOver(_ outcome: BlockSearch.Outcome, slack: Int, _ model: Model) -> [[Change]] {
    if outcome.changes.isEmpty { return [] }
    move = outcome.changes
    if attempt(max(0, outcome.delta) + slack, model) { return [outcome.changes] }
    var made: [[Change]] = []
    var first = 0
    while first < outcome.changes.count {
      var end = first
      while end < outcome.changes.count && outcome.changes[end].member == outcome.changes[first].member { end += 1 }
      move = Array(outcome.changes[first..<end])
      if attempt(0, model) { made.append(move) }
      first = end
    }
    return made
  }
}

/// The Metropolis rule as a threshold drawn before a move is judged: accept when its delta is at most `-T ln u`.
struct Acceptance: Sendable {
  private let scores: [Float]
  /// The temperature, in units of cost.
  var temperature: Float

  init(temperature: Float) {
    self.temperature = temperature
    scores = (0..<1024).map { -log((Float($0) + 0.5) / 1024) }
  }

  @inline(__always)
  func threshold(_ random: inout RandomSource) -> Int {
    Int(temperature * scores[random.below(1024)])
  }
}
