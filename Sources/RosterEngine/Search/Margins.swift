/// What one more would save at each point: cover, and relations of two counts.
///
/// A table beside the counts, brought up to date point by point, so that all posts of a class can be compared by adding
/// slices of it.
struct Margins: Sendable {
  /// By point, lines one after the other.
  private(set) var values: [Int32]
  private var urgency: Urgency

  /// What a broken relation of two counts is taken to cost, so that it is chosen last.
  private static let brokenRatio: Int32 = 20_000

  /// No table.
  init() { (values, urgency) = ([], Urgency(pointCount: 0)) }

  /// O(points).
  init(_ state: SearchState, _ model: Model) {
    values = Array(repeating: 0, count: model.needs.count)
    urgency = Urgency(pointCount: model.needs.count)
    for point in values.indices { values[point] = value(point, state, model) }
  }

  /// Turns to what has become urgent, or no longer is.
  mutating func take(_ urgency: Urgency, _ state: SearchState, _ model: Model) {
    self.urgency = urgency
    for point in urgency.changed { values[Int(point)] = value(Int(point), state, model) }
  }

  /// Takes note that someone came to an assignment or left it.
  ///
  /// O(lines and relations it counts in).
  @inline(__always)
  mutating func note(_ change: Change, _ state: SearchState, _ model: Model) {
    guard change.code != 0 else { return }
    let entry = model.options.items[Int(change.option)]
    let day = Int(change.day) - model.historyDays
    let lineSize = model.dayCount * model.slotCount
    for index in Int(entry.lineStart)..<Int(entry.lineEnd) {
      let line = model.optionLines[index]
      for slot in model.slots.range(Int(change.code)) {
        let point = model.point(line: line, day: day, slot: model.slots.items[slot])
        values[point] = value(point, state, model)
        guard !model.ratios.isEmpty else { continue }
        for ratio in model.lineRatios.range(Int(line)) {
          let entry = model.ratios[Int(model.lineRatios.items[ratio])]
          let other = Int(entry.limited == line ? entry.by : entry.limited) * lineSize + point - Int(line) * lineSize
          values[other] = value(other, state, model)
        }
      }
    }
  }

  @inline(__always)
  private func value(_ point: Int, _ state: SearchState, _ model: Model) -> Int32 {
    let count = state.counts[point]
    let need = model.needs[point]
    let weight = model.weights[Int(need.weights)]
    var value: Int32 = 0
    if count < need.preferred {
      value = (count < need.minimum ? weight.missing : weight.short) + urgency.values[point]
    } else if count >= need.maximum {
      value = -weight.surplus
    }
    guard !model.ratios.isEmpty else { return value }
    let lineSize = model.dayCount * model.slotCount
    let (line, offset) = point.quotientAndRemainder(dividingBy: lineSize)
    for index in model.lineRatios.range(line) {
      let ratio = model.ratios[Int(model.lineRatios.items[index])]
      let allowed = state.counts[Int(ratio.by) * lineSize + offset] &* ratio.factor
      let excess = state.counts[Int(ratio.limited) * lineSize + offset] &- allowed
      let after = Int(ratio.limited) == line ? excess + 1 : excess - ratio.factor
      value += (max(0, excess) - max(0, after)) &* (ratio.weight < 0 ? Self.brokenRatio : ratio.weight)
    }
    return value
  }
}

/// How much more than its weight it is worth to fill a point: the longer it has been short, the more.
///
/// Rosters of equal cost are many, and most of them are short where anyone can step in or where hardly anyone can.
/// Urgency tells them apart, as breakout weights do in satisfiability (Morris 1993) and multipliers in Lagrangian
/// relaxation. It sways what is proposed, not what is accepted.
struct Urgency: Sendable {
  /// By point.
  private(set) var values: [Int32]
  /// The points whose urgency the last round has changed.
  private(set) var changed: [Int32] = []
  /// Whether any point was short in the last round.
  private(set) var isShort = false

  /// Each round short adds so much, each round filled takes so much off; in units of cost.
  private static let (step, decay, most): (Int32, Int32, Int32) = (10, 3, 100)

  init(pointCount: Int) { values = Array(repeating: 0, count: pointCount) }

  /// Takes note of a round's roster.
  ///
  /// O(points).
  mutating func note(_ state: SearchState, _ model: Model) {
    changed.removeAll(keepingCapacity: true)
    isShort = false
    for point in values.indices {
      let before = values[point]
      if state.counts[point] < model.wanted[point] {
        isShort = true
        values[point] = min(Self.most, before + Self.step)
      } else if before > 0 {
        values[point] = max(0, before - Self.decay)
      }
      if values[point] != before { changed.append(Int32(point)) }
    }
  }
}
