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
