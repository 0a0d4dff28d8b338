import Testing

@testable import RosterEngine

@Suite("the programme over known rows")
struct RestrictedMasterTests {
  private struct Case {
    var points: [MasterPoint] = []
    var columns: [(member: Int, cost: Int, points: [Int32])] = []
    var memberCount: Int
    var master: RestrictedMaster
    var variables: [Int] = []

    init(seed: Int) {
      var random = TestRandom(UInt64(seed))
      memberCount = 2 + random.below(6)
      for index in 0..<(4 + random.below(16)) {
        let minimum = random.below(3)
        let preferred = minimum + random.below(2)
        points.append(
          MasterPoint(
            point: index, minimum: minimum, preferred: preferred, maximum: preferred + random.below(2),
            missing: 50 + random.below(50), short: random.below(50), surplus: random.below(9)))
      }
      for member in 0..<memberCount {
        for _ in 0..<(1 + random.below(12)) {
          let covered = points.indices.filter { _ in random.chance(40) }.map { Int32($0) }
          columns.append((member, random.below(80), covered))
        }
      }
      var source = RandomSource(seed: UInt64(seed))
      master = RestrictedMaster(points: points, memberCount: memberCount, random: &source)
      for column in columns {
        variables.append(master.addRow(member: column.member, cost: column.cost, points: column.points))
      }
      master.restart(
        from: (0..<memberCount).map { member in variables[columns.firstIndex { $0.member == member } ?? 0] })
    }

    var mix: [Double] { variables.map { master.value(of: $0) } }

    /// What the mix costs, from the definition.
    var cost: Double {
      var counts = [Double](repeating: 0, count: points.count)
      var cost = 0.0
      for (column, value) in zip(columns, mix) {
        cost += value * Double(column.cost)
        for point in column.points { counts[Int(point)] += value }
      }
      for (point, count) in zip(points, counts) {
        cost += max(0, Double(point.minimum) - count) * Double(point.missing)
        cost += max(0, Double(point.preferred) - max(count, Double(point.minimum))) * Double(point.short)
        cost += max(0, count - Double(point.maximum)) * Double(point.surplus)
      }
      return cost
    }

    func reducedCost(_ index: Int) -> Double {
      let column = columns[index]
      return column.points.reduce(Double(column.cost) - master.price(ofMember: column.member)) {
        $0 - master.prices[Int($1)]
      }
    }
  }

  /// What rounding and the shifted right sides may amount to.
  private let slack = 3.0

  @Test("is solved where mix and prices cost the same and no row would gain", arguments: 1...30)
  func duality(seed: Int) {
    var problem = Case(seed: seed)
    let isSolved = problem.master.optimise(isStopped: { false })
    #expect(isSolved)
    for member in 0..<problem.memberCount {
      let sum = zip(problem.columns, problem.mix).reduce(0) { $0 + ($1.0.member == member ? $1.1 : 0) }
      #expect(abs(sum - 1) < 1e-6)
    }
    #expect(problem.mix.allSatisfy { $0 > -1e-6 })
    #expect(problem.columns.indices.allSatisfy { problem.reducedCost($0) > -1e-4 })
    for (point, price) in zip(problem.points, problem.master.prices) {
      #expect(price < Double(max(point.missing, point.short)) + 1e-4 && price > -Double(point.surplus) - 1e-4)
    }
    #expect(abs(problem.cost - problem.master.objective) < slack)
  }

  @Test("is the same after its inverse was computed anew", arguments: 1...10)
  func inversion(seed: Int) {
    var problem = Case(seed: seed)
    let isSolved = problem.master.optimise(isStopped: { false })
    #expect(isSolved)
    let (mix, objective) = (problem.mix, problem.master.objective)
    problem.master.invert()
    problem.master.refresh()
    #expect(zip(mix, problem.mix).allSatisfy { abs($0 - $1) < 1e-6 })
    #expect(abs(objective - problem.master.objective) < 1e-6)
  }

  @Test("leaves out rows that are ruled out", arguments: 1...10)
  func closing(seed: Int) {
    var problem = Case(seed: seed)
    _ = problem.master.optimise(isStopped: { false })
    let kept = problem.columns.indices.last { problem.columns[$0].member == 0 } ?? 0
    for index in problem.columns.indices where problem.columns[index].member == 0 && index != kept {
      problem.master.close(problem.variables[index])
    }
    let isSolved = problem.master.optimise(isStopped: { false })
    #expect(isSolved)
    #expect(abs(problem.mix[kept] - 1) < 1e-6)
  }

  @Test(
    "with prices held in a box costs no more than without, and the same where the box does not bind", arguments: 1...15)
  func holding(seed: Int) {
    var problem = Case(seed: seed)
    _ = problem.master.optimise(isStopped: { false })
    let (free, prices) = (problem.master.objective, Array(problem.master.prices[..<problem.points.count]))
    problem.master.hold(near: prices.map { _ in 20 }, within: 7)
    _ = problem.master.optimise(isStopped: { false })
    for price in problem.master.prices[..<problem.points.count] { #expect(price < 27.001) }
    #expect(problem.master.objective < free + 1e-4)
    problem.master.hold(near: prices, within: 1)
    _ = problem.master.optimise(isStopped: { false })
    #expect(abs(problem.master.objective - free) < slack)
  }
}
