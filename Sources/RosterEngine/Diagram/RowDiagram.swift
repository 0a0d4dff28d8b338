/// The rows that the hard rules of a contract allow, as a decision diagram: a layer of nodes for every day.
///
/// A row is a path from a root to the last layer. Where the diagram would be too wide, rules are left out of it, so it
/// may allow more rows than the rules do, never fewer; the best path is then a bound on the best row (relaxed decision
/// diagrams: Andersen, Hadzic, Hooker, Tiedemann 2007).
struct RowDiagram: Sendable {
  /// The codes of the columns; 0, off, comes first.
  let codes: [UInt8]
  /// The first node of each layer; one more than there are days, and the end.
  let layers: [Int32]
  /// By node and column, the node of the next day; 0 where no row goes on.
  let next: [Int32]

  /// What paths that lead nowhere are worth; far below any gain, and sums with it do not overflow.
  static let impossible: Int32 = -(1 << 29)

  var nodeCount: Int { Int(layers.last ?? 1) }

  /// The most that a path from each node on can gain, into `values`, which has `nodeCount` numbers.
  ///
  /// O(nodes × codes). Numbers below half of ``impossible`` stand for no path.
  ///
  /// - Parameter gains: by day of the period and column; ``impossible`` where the code is not allowed.
  func gain(_ gains: [Int32], into values: inout [Int32]) {
    let width = codes.count
    values[0] = Self.impossible
    for node in Int(layers[layers.count - 2])..<nodeCount { values[node] = 0 }
    // Bounds are those of the layers, which the builder made; checked access doubles the time of this loop.
    next.withUnsafeBufferPointer { next in
      gains.withUnsafeBufferPointer { gains in
        values.withUnsafeMutableBufferPointer { values in
          for day in stride(from: layers.count - 3, through: 0, by: -1) {
            let row = day * width
            for node in Int(layers[day])..<Int(layers[day + 1]) {
              var best = Self.impossible
              let arcs = node * width
              for column in 0..<width {
                best = max(best, gains[row + column] &+ values[Int(next[arcs + column])])
              }
              // What is impossible stays so, however many days it is carried on.
              values[node] = max(best, Self.impossible)
            }
          }
        }
      }
    }
  }

  /// The codes of a best path from a root, after ``gain(_:into:)``; `nil` if there is none.
  func path(from root: Int32, _ gains: [Int32], _ values: [Int32]) -> [UInt8]? {
    guard root > 0, values[Int(root)] > Self.impossible / 2 else { return nil }
    let width = codes.count
    var node = Int(root)
    var path: [UInt8] = []
    path.reserveCapacity(layers.count - 2)
    for day in 0..<(layers.count - 2) {
      var column = 0
      while column < width - 1,
        gains[day * width + column] &+ values[Int(next[node * width + column])] != values[node]
      {
        column += 1
      }
      path.append(codes[column])
      node = Int(next[node * width + column])
    }
    return path
  }
}

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

/// The decision diagrams of a problem, one a contract, and where each staff member's rows begin in them.
struct RowDiagrams: Sendable {
  private(set) var diagrams: [RowDiagram] = []
  /// The diagram of each member, or -1 where there is none.
  private(set) var diagramOf: [Int32]
  /// The node from which each member's rows go on after its history.
  private(set) var rootOf: [Int32]

  /// The widest layer that is built before rules are left out.
  private static let widest = 12_000
  /// Diagrams that are built at most; further contracts have none.
  private static let mostDiagrams = 32
  /// Sums over a whole row must not overflow.
  private static let longestRow = 1 << 12

  /// O(diagrams × days × widest layer × codes × rules), and the history of every member.
  init(_ problem: Problem, _ model: Model) {
    diagramOf = Array(repeating: -1, count: model.staffCount)
    rootOf = Array(repeating: 0, count: model.staffCount)
    guard model.shiftCount > 0, model.dayCount <= Self.longestRow else { return }
    let given = SearchState(problem, model)
    var members = [[Int]](repeating: [], count: problem.contracts.count)
    for (member, staff) in problem.staff.enumerated() { members[staff.contract].append(member) }
    for (contract, list) in members.enumerated() where !list.isEmpty && diagrams.count < Self.mostDiagrams {
      add(list, codes: Self.codes(of: problem.contracts[contract], problem, model), given, model)
    }
  }

  private static func codes(of contract: Contract, _ problem: Problem, _ model: Model) -> [UInt8] {
    let all = Model.codes(of: contract.allowedShifts.intersection(ShiftSet(problem.shifts.indices)))
    return [0] + (1..<UInt8(model.shiftCount + 1)).filter { (all >> UInt64($0)) & 1 != 0 }
  }

  private mutating func add(_ members: [Int], codes: [UInt8], _ given: SearchState, _ model: Model) {
    // Members differ in their limits, and so in where they begin, but not in what their rules are.
    var rulesOfSet: [Int32: [any DiagramRule]] = [:]
    for member in members where rulesOfSet[model.ruleSet[member]] == nil {
      let set = model.ruleSet[member]
      rulesOfSet[set] = model.rules.items[model.rules.range(Int(set))].sorted { $0.diagramRank < $1.diagramRank }
        .compactMap { $0.diagramRule(codes: codes, model) }
    }
    guard let pattern = rulesOfSet[model.ruleSet[members[0]]] else { return }
    var left = Array(pattern.indices.prefix(DiagramState.scalarCount))
    while true {
      var roots: [DiagramState: Int32] = [:]
      var list: [DiagramState] = []
      let rootOfMember = members.map { member -> Int32 in
        guard let own = rulesOfSet[model.ruleSet[member]], own.count == pattern.count,
          isSound(member, codes, given, model)
        else { return -1 }
        let state = Self.root(of: member, left.map { own[$0] }, given, model)
        if let known = roots[state] { return known }
        roots[state] = Int32(list.count)
        list.append(state)
        return Int32(list.count - 1)
      }
      let built = RowDiagram.build(
        left.map { pattern[$0] }, codes: codes, roots: list, widest: Self.widest, model)
      if let built {
        for (member, root) in zip(members, rootOfMember) where root >= 0 && built.roots[Int(root)] > 0 {
          diagramOf[member] = Int32(diagrams.count)
          rootOf[member] = built.roots[Int(root)]
        }
        diagrams.append(built.diagram)
        return
      }
      guard !left.isEmpty else { return }
      left.removeLast()
    }
  }

  /// Whether the rules hold for the member as it is given, and its fixed days are of its contract's codes.
  private func isSound(_ member: Int, _ codes: [UInt8], _ given: SearchState, _ model: Model) -> Bool {
    let row = (member * model.rowLength)..<((member + 1) * model.rowLength)
    let hard = given.hardExcess(member, model.historyDays, model.rowLength - 1, most: .max - 1_000_000, model)
    return hard == 0 && given.codes[row].dropFirst(model.historyDays).allSatisfy { codes.contains($0) }
  }

  private static func root(
    of member: Int, _ rules: [any DiagramRule], _ given: SearchState, _ model: Model
  ) -> DiagramState {
    var state = DiagramState()
    for (index, rule) in rules.enumerated() {
      var number = rule.start
      for day in 0..<model.historyDays {
        let code = Int(given.codes[member * model.rowLength + day])
        number = rule.step(number, day: day, code: code, model) ?? number
      }
      state[index] = number
    }
    return state
  }
}
