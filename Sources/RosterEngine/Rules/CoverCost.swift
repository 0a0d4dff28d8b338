// Cover: each point's count against its need.

extension SearchState {
  /// Counts an assignment in the lines it touches; returns what that costs.
  @inline(__always)
  mutating func addCover(_ day: Int, _ code: UInt8, _ option: Int32, _ model: Model) -> Delta {
    var delta = Delta()
    guard code != 0 else { return delta }
    let periodDay = day - model.historyDays
    let entry = model.options.items[Int(option)]
    let slots = model.slots.range(Int(code))
    var index = Int(entry.lineStart)
    while index < Int(entry.lineEnd) {
      let line = model.optionLines[index]
      for slot in slots {
        let point = model.point(line: line, day: periodDay, slot: model.slots.items[slot])
        let count = counts[point]
        let need = model.needs[point]
        if count < need.preferred {
          let weight = model.weights[Int(need.weights)]
          delta.soft -= Int(count < need.minimum ? weight.missing : weight.short)
        } else if count >= need.maximum {
          delta.soft += Int(model.weights[Int(need.weights)].surplus)
        }
        counts[point] = count &+ 1
        if !model.ratios.isEmpty { delta += ratioDelta(line, point, 1, model) }
      }
      index += 1
    }
    return delta
  }

  /// Takes an assignment out of the lines it touches; returns what that costs.
  @inline(__always)
  mutating func removeCover(_ day: Int, _ code: UInt8, _ option: Int32, _ model: Model) -> Delta {
    var delta = Delta()
    guard code != 0 else { return delta }
    let periodDay = day - model.historyDays
    let entry = model.options.items[Int(option)]
    let slots = model.slots.range(Int(code))
    var index = Int(entry.lineStart)
    while index < Int(entry.lineEnd) {
      let line = model.optionLines[index]
      for slot in slots {
        let point = model.point(line: line, day: periodDay, slot: model.slots.items[slot])
        let count = counts[point]
        let need = model.needs[point]
        if count <= need.preferred {
          let weight = model.weights[Int(need.weights)]
          delta.soft += Int(count <= need.minimum ? weight.missing : weight.short)
        } else if count > need.maximum {
          delta.soft -= Int(model.weights[Int(need.weights)].surplus)
        }
        counts[point] = count &- 1
        if !model.ratios.isEmpty { delta += ratioDelta(line, point, -1, model) }
      }
      index += 1
    }
    return delta
  }

  /// What all points cost.
  func coverCost(_ model: Model) -> Int {
    var total = 0
    for (point, need) in model.needs.enumerated() {
      let count = counts[point]
      let weight = model.weights[Int(need.weights)]
      total += Int(max(0, need.minimum - count)) * Int(weight.missing)
      total += Int(max(0, need.preferred - max(count, need.minimum))) * Int(weight.short)
      total += Int(max(0, count - need.maximum)) * Int(weight.surplus)
    }
    return total
  }
}

// Ratios: one line's count within a multiple of another's, point by point.

extension SearchState {
  /// What the ratios of a line cost more, its count at a point having just changed by `step`.
  func ratioDelta(_ line: Int32, _ point: Int, _ step: Int32, _ model: Model) -> Delta {
    var delta = Delta()
    let lineSize = model.dayCount * model.slotCount
    let offset = point - Int(line) * lineSize
    for index in model.lineRatios.range(Int(line)) {
      let ratio = model.ratios[Int(model.lineRatios.items[index])]
      let limited = counts[Int(ratio.limited) * lineSize + offset]
      let allowed = counts[Int(ratio.by) * lineSize + offset] &* ratio.factor
      let after = max(0, limited &- allowed)
      let before = max(
        0, ratio.limited == line ? limited &- step &- allowed : limited &- (allowed &- step &* ratio.factor))
      if ratio.weight < 0 {
        delta.hard += Int(after &- before)
      } else {
        delta.soft += Int((after &- before) &* ratio.weight)
      }
    }
    return delta
  }

  /// What all ratios cost.
  func ratioCost(_ model: Model) -> Delta {
    var total = Delta()
    let lineSize = model.dayCount * model.slotCount
    for ratio in model.ratios {
      for offset in 0..<lineSize {
        let limited = counts[Int(ratio.limited) * lineSize + offset]
        let allowed = counts[Int(ratio.by) * lineSize + offset] * ratio.factor
        let excess = Int(max(0, limited - allowed))
        if ratio.weight < 0 { total.hard += excess } else { total.soft += excess * Int(ratio.weight) }
      }
    }
    return total
  }
}
