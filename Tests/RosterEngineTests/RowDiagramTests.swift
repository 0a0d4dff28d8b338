import Testing

@testable import RosterEngine

@Suite("the decision diagram of a contract")
struct RowDiagramTests {
  /// A problem whose rules are hard, and small enough to try every row.
  private func problem(seed: UInt64) -> Problem {
    var problem = RandomProblem(staffCount: 3, dayCount: 5, historyDayCount: 4).make(seed: seed)
    problem.fixed = []
    return problem
  }

  /// All rows of one member that keep the hard rules, by trying them all.
  private func legalRows(of member: Int, codes: [UInt8], _ problem: Problem, _ model: Model) -> Set<[UInt8]> {
    var rows: Set<[UInt8]> = []
    var state = SearchState(problem, model)
    func extend(_ row: [UInt8]) {
      if row.count == model.dayCount {
        let excess = state.hardExcess(member, model.historyDays, model.rowLength - 1, most: .max / 2, model)
        if excess == 0 { rows.insert(row) }
        return
      }
      for code in codes {
        state.setCell(member, row.count + model.historyDays, code, code == 0 ? -1 : 0, model)
        extend(row + [code])
      }
      state.setCell(member, row.count + model.historyDays, 0, -1, model)
    }
    extend([])
    return rows
  }

  private func paths(from root: Int32, in diagram: RowDiagram, days: Int) -> Set<[UInt8]> {
    var rows: Set<[UInt8]> = []
    func extend(_ node: Int, _ row: [UInt8]) {
      if row.count == days {
        rows.insert(row)
        return
      }
      for (column, code) in diagram.codes.enumerated() {
        let next = diagram.next[node * diagram.codes.count + column]
        if next > 0 { extend(Int(next), row + [code]) }
      }
    }
    if root > 0 { extend(Int(root), []) }
    return rows
  }

  @Test("has every row that keeps the hard rules, and hardly another", arguments: 1...40)
  func rows(seed: Int) {
    let problem = problem(seed: UInt64(seed))
    let model = Model(problem)
    let diagrams = RowDiagrams(problem, model)
    for member in problem.staff.indices where diagrams.diagramOf[member] >= 0 {
      let diagram = diagrams.diagrams[Int(diagrams.diagramOf[member])]
      let legal = legalRows(of: member, codes: diagram.codes, problem, model)
      let found = paths(from: diagrams.rootOf[member], in: diagram, days: model.dayCount)
      #expect(legal.isSubset(of: found))
      // What a diagram cannot hold is left out of it: complete weekends, and shifts that reach into a later week.
      let isWhole = model.rules.items[model.rules.range(Int(model.ruleSet[member]))].allSatisfy {
        !$0.isHard || ($0.kind != .completeWeekends && $0.kind != .weeklyRest)
      }
      if isWhole { #expect(found == legal) }
    }
  }

  @Test("finds the row that gains most", arguments: 1...20)
  func best(seed: Int) throws {
    let problem = problem(seed: UInt64(seed) &+ 500)
    let model = Model(problem)
    let diagrams = RowDiagrams(problem, model)
    var random = TestRandom(UInt64(seed))
    for member in problem.staff.indices where diagrams.diagramOf[member] >= 0 {
      let diagram = diagrams.diagrams[Int(diagrams.diagramOf[member])]
      let width = diagram.codes.count
      let gains = (0..<(model.dayCount * width)).map { _ in Int32(random.below(200) - 100) }
      var values = [Int32](repeating: 0, count: diagram.nodeCount)
      diagram.gain(gains, into: &values)
      let root = diagrams.rootOf[member]
      let best = paths(from: root, in: diagram, days: model.dayCount).map { sum($0, gains, diagram) }.max()
      let path = try #require(diagram.path(from: root, gains, values))
      #expect(best == values[Int(root)])
      #expect(best == sum(path, gains, diagram))
    }
  }

  private func sum(_ row: [UInt8], _ gains: [Int32], _ diagram: RowDiagram) -> Int32 {
    row.enumerated().reduce(0) { sum, cell in
      sum + gains[cell.offset * diagram.codes.count + (diagram.codes.firstIndex(of: cell.element) ?? 0)]
    }
  }

  @Test("is exact and narrow for the regimes of a city")
  func city() {
    var city = PlantedCity()
    city.departments = 1
    city.staffPerDepartment = 20
    let problem = city.make(seed: 1).problem
    let diagrams = RowDiagrams(problem, Model(problem))
    #expect(diagrams.diagramOf.allSatisfy { $0 >= 0 })
    #expect(diagrams.diagrams.allSatisfy { $0.nodeCount < 20_000 })
  }
}
