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
