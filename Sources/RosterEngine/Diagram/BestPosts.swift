/// The best post of a class for every day and code, where every point has a price.
struct BestPosts: Sendable {
  /// By day and column of the diagram, what the best post brings; ``RowDiagram/impossible`` where there is none.
  private(set) var gains: [Int32] = []
  /// By day and column, the option that brings it, or -1.
  private(set) var options: [Int32] = []
  /// By day and slot, what one option brings.
  private var sums: [Int32]

  init(_ model: Model) { sums = Array(repeating: 0, count: model.dayCount * model.slotCount) }

  /// Compares the posts of a class.
  ///
  /// A post brings the prices of all points it counts in, less its own cost. Among equals the first is taken, from the
  /// class's option number `first` on. O(options × lines × days × slots).
  ///
  /// - Parameter prices: by point.
  mutating func find(
    _ staffClass: Int, _ codes: [UInt8], prices: [Int32], withCosts: Bool = true, from first: Int = 0, _ model: Model
  ) {
    gains.removeAll(keepingCapacity: true)
    options.removeAll(keepingCapacity: true)
    gains.append(contentsOf: repeatElement(RowDiagram.impossible, count: model.dayCount * codes.count))
    options.append(contentsOf: repeatElement(-1, count: model.dayCount * codes.count))
    for day in 0..<model.dayCount { gains[day * codes.count] = 0 }
    let range = model.options.range(staffClass)
    for index in range {
      let turned = index + first
      let option = turned < range.upperBound ? turned : turned - range.count
      let entry = model.options.items[option]
      if entry.codes == 0 { continue }
      addUp(entry, prices, model)
      for (column, code) in codes.enumerated().dropFirst() where (entry.codes >> UInt64(code)) & 1 != 0 {
        compare(Int32(option), withCosts ? entry.cost : 0, column, Int(code), codes.count, model)
      }
    }
  }

  /// Sums the prices of an option's lines, for every day and slot.
  private mutating func addUp(_ entry: OptionEntry, _ prices: [Int32], _ model: Model) {
    let size = sums.count
    sums.withUnsafeMutableBufferPointer { sums in
      prices.withUnsafeBufferPointer { prices in
        // The slices lie within the table, since lines do; unchecked, the sums are vectors.
        sums.update(repeating: 0)
        for index in Int(entry.lineStart)..<Int(entry.lineEnd) {
          let first = Int(model.optionLines[index]) * size
          for offset in 0..<size { sums[offset] &+= prices[first &+ offset] }
        }
      }
    }
  }

  /// Keeps an option for the days on which it is the best of those seen.
  private mutating func compare(
    _ option: Int32, _ cost: Int32, _ column: Int, _ code: Int, _ width: Int, _ model: Model
  ) {
    let slots = model.slots.items[model.slots.range(code)]
    for day in 0..<model.dayCount {
      var gain = -cost
      for slot in slots { gain &+= sums[day * model.slotCount + Int(slot)] }
      if gain > gains[day * width + column] {
        gains[day * width + column] = gain
        options[day * width + column] = option
      }
    }
  }
}
