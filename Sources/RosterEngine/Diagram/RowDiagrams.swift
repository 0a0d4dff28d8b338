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
