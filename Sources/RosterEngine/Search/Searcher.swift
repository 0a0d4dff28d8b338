/// A roster, and the means to try moves on it.
///
/// A move is a list of changes of different cells, those of one staff member together; ``attempt(_:_:)`` applies it if it
/// breaks no hard rule further and its delta is within a threshold.
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
