/// The state of a row on one day: one number a rule.
typealias DiagramState = SIMD16<UInt16>

extension RowDiagram {
  /// Builds the diagram below the given roots; `nil` where a layer has more than `widest` states.
  ///
  /// States with the same rows ahead become one node. O(days × states × codes × rules).
  ///
  /// - Parameters:
  ///   - rules: at most as many as a state has numbers.
  ///   - roots: the states before the first day of the period, each once.
  /// - Returns: the diagram, and the node of each root; 0 where no row begins.
  static func build(
    _ rules: [any DiagramRule], codes: [UInt8], roots: [DiagramState], widest: Int, _ model: Model
  ) -> (diagram: RowDiagram, roots: [Int32])? {
    var sizes = [roots.count]
    // By day, state and column the state of the next day, or -1.
    var steps: [[Int32]] = []
    var states = roots
    for day in 0..<model.dayCount {
      guard let layer = expand(states, day + model.historyDays, rules, codes, widest, model) else { return nil }
      steps.append(layer.steps)
      states = layer.states
      sizes.append(states.count)
    }
    return minimised(steps, sizes, codes)
  }

  private static func expand(
    _ states: [DiagramState], _ day: Int, _ rules: [any DiagramRule], _ codes: [UInt8], _ widest: Int, _ model: Model
  ) -> (steps: [Int32], states: [DiagramState])? {
    var steps: [Int32] = []
    steps.reserveCapacity(states.count * codes.count)
    var known: [DiagramState: Int32] = [:]
    var after: [DiagramState] = []
    for state in states {
      for code in codes {
        var next = DiagramState()
        var isLegal = true
        for (index, rule) in rules.enumerated() {
          guard let number = rule.step(state[index], day: day, code: Int(code), model) else {
            isLegal = false
            break
          }
          next[index] = number
        }
        guard isLegal else {
          steps.append(-1)
          continue
        }
        if let number = known[next] {
          steps.append(number)
          continue
        }
        guard after.count < widest else { return nil }
        known[next] = Int32(after.count)
        steps.append(Int32(after.count))
        after.append(next)
      }
    }
    return (steps, after)
  }

  /// Makes one node of all states of a day from which the same rows go on, from the last day backwards.
  private static func minimised(
    _ steps: [[Int32]], _ sizes: [Int], _ codes: [UInt8]
  ) -> (diagram: RowDiagram, roots: [Int32]) {
    let width = codes.count
    // Numbers within a day, 0 for a state from which no row goes on.
    var ahead = [Int32](repeating: 1, count: sizes[sizes.count - 1])
    var layers: [[Int32]] = []
    for day in stride(from: steps.count - 1, through: 0, by: -1) {
      var known: [ArraySlice<Int32>: Int32] = [:]
      var arcs: [Int32] = []
      let mapped = steps[day].map { $0 < 0 ? 0 : ahead[Int($0)] }
      ahead = (0..<sizes[day]).map { state in
        let row = mapped[(state * width)..<((state + 1) * width)]
        guard row.contains(where: { $0 != 0 }) else { return 0 }
        if let number = known[row] { return number }
        known[row] = Int32(known.count + 1)
        arcs += row
        return Int32(known.count)
      }
      layers.append(arcs)
    }
    layers.reverse()
    var starts: [Int32] = [1]
    for arcs in layers { starts.append(starts[starts.count - 1] + Int32(arcs.count / width)) }
    var next = [Int32](repeating: 0, count: width)
    for (day, arcs) in layers.enumerated() {
      next += arcs.map { $0 == 0 ? 0 : $0 - 1 + starts[day + 1] }
    }
    // The last layer is one node without arcs.
    starts.append(starts[starts.count - 1] + 1)
    return (RowDiagram(codes: codes, layers: starts, next: next), ahead.map { $0 == 0 ? 0 : $0 - 1 + starts[0] })
  }
}
