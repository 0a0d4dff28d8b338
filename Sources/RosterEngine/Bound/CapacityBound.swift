/// A lower bound from the staff who could count at each point at all, each point by itself.
///
/// A point with need `n` and at most `c` who could count there is short of at least `n - c` in every roster, and a
/// point with more than its maximum fixed is that much over. Costs of points add up and no other cost is negative, so
/// their sum is a bound.
struct CapacityBound {
  let value: Int

  init(_ problem: Problem, _ model: Model) {
    let fixed = SearchState(problem, model).counts
    let most = Self.most(fixed, model)
    var total = 0
    for (point, need) in model.needs.enumerated() {
      let weight = model.weights[Int(need.weights)]
      total += Int(max(0, need.minimum - most[point])) * Int(weight.missing)
      total += Int(max(0, need.preferred - max(most[point], need.minimum))) * Int(weight.short)
      total += Int(max(0, fixed[point] - need.maximum)) * Int(weight.surplus)
    }
    value = total
  }

  /// How many could count at each point at most, each point by itself.
  ///
  /// - Parameter fixed: how many do whatever is planned.
  static func most(_ fixed: [Int32], _ model: Model) -> [Int32] {
    var most = fixed
    // Staff of a class count alike, so they are counted once a day and slot before they meet the class's lines.
    let size = model.dayCount * model.slotCount
    var members = Array(repeating: [Int](), count: model.options.starts.count - 1)
    for member in 0..<model.staffCount { members[Int(model.staffClass[member])].append(member) }
    for (staffClass, list) in members.enumerated() where !list.isEmpty {
      let options = model.options.range(staffClass)
      let shared = model.options.items[options].reduce(UInt64(0)) { $0 | $1.codes }
      var able = [Int32](repeating: 0, count: size)
      for member in list {
        for day in 0..<model.dayCount {
          let codes = model.allowed[member * model.dayCount + day] & shared
          for slot in 0..<model.slotCount where codes & model.slotCodes[slot] != 0 {
            able[day * model.slotCount + slot] += 1
          }
        }
      }
      var lines = Set<Int32>()
      for option in model.options.items[options] where option.codes != 0 {
        for line in model.optionLines[Int(option.lineStart)..<Int(option.lineEnd)] where lines.insert(line).inserted {
          let first = Int(line) * size
          for offset in 0..<size { most[first + offset] += able[offset] }
        }
      }
    }
    return most
  }
}
