extension PriceBound {
  /// Prices tried for a whole pocket at once, as parts of the weight of a unit short.
  private static let firstPrices: [Float] = [1, 0.5, 0.2]
  /// Rounds without a better bound before a pocket is left.
  private static let patience = 12

  /// Betters the prices of one pocket by deflected subgradients with Polyak's step (Camerini, Fratta, Maffioli 1975).
  ///
  /// Each round makes a row for everyone in the pocket. Ends with the best prices seen.
  ///
  /// - Parameters:
  ///   - best: a roster, whose units short in the pocket are what the bound is aimed at.
  ///   - fixedRows: the roster with nothing but its fixed cells.
  mutating func ascend(
    _ pocket: PricePocket, rounds: Int, best roster: SearchState, fixedRows: SearchState, _ model: Model,
    isStopped: () -> Bool
  ) {
    let size = model.dayCount * model.slotCount
    let points = pocket.lines.flatMap { ($0 * size)..<(($0 + 1) * size) }.filter { weight($0, model).short > 0 }
    let aim = points.reduce(0) { $0 + shortCost($1, roster, model) } * scale
    let members = pocket.classes.joined()
    let before = localValue(points, Array(members), model)
    var (bestValue, bestPrices) = (before, points.map { prices[$0] })
    var bestRows = members.map { rowValues[$0] }
    var direction = [Float](repeating: 0, count: points.count)
    var (reach, idle): (Float, Int) = (1, 0)
    for round in 0..<rounds where idle < Self.patience && !isStopped() {
      let isFirst = round < Self.firstPrices.count
      if isFirst {
        for point in points {
          prices[point] = Int32(Float(weight(point, model).short) * Float(scale) * Self.firstPrices[round])
        }
      }
      let counts = makeRows(pocket, fixedRows, model)
      let value = localValue(points, Array(members), model)
      if value > bestValue {
        (bestValue, bestPrices, idle) = (value, points.map { prices[$0] }, 0)
        bestRows = members.map { rowValues[$0] }
      } else if !isFirst {
        idle += 1
        reach *= 0.85
      }
      if isFirst {
        if round == Self.firstPrices.count - 1 { restore(points, bestPrices) }
        continue
      }
      var norm: Float = 0
      for (index, point) in points.enumerated() {
        let wanted = cheapest(point, model).counts
        let lack = Float(min(max(counts[point], wanted.lowerBound), wanted.upperBound) - counts[point])
        direction[index] = 0.7 * direction[index] + lack
        norm += direction[index] * direction[index]
      }
      if norm < 1e-6 { break }
      let step = reach * Float(max(scale, aim - (value - before))) / norm
      for (index, point) in points.enumerated() {
        let most = Float(max(weight(point, model).missing, weight(point, model).short)) * Float(scale)
        prices[point] = Int32(max(0, min(most, Float(prices[point]) + step * direction[index])))
      }
    }
    restore(points, bestPrices)
    for (member, value) in zip(members, bestRows) { rowValues[member] = value }
    scaled += bestValue - before
  }

  private mutating func restore(_ points: [Int], _ saved: [Int32]) {
    for (point, price) in zip(points, saved) { prices[point] = price }
  }

  /// The part of the bound that the prices of these points and the rows of these members make.
  private func localValue(_ points: [Int], _ members: [Int], _ model: Model) -> Int {
    points.reduce(0) { $0 + cheapest($1, model).value } - members.reduce(0) { $0 + rowValues[$1] }
  }

  private func shortCost(_ point: Int, _ roster: SearchState, _ model: Model) -> Int {
    let need = model.needs[point]
    let count = roster.counts[point]
    let weight = weight(point, model)
    return Int(max(0, need.minimum - count)) * Int(weight.missing)
      + Int(max(0, need.preferred - max(count, need.minimum))) * Int(weight.short)
  }

  /// What the best code of every day brings, whatever the rules say.
  private func bestDays(_ gains: [Int32], _ width: Int) -> Int {
    stride(from: 0, to: gains.count, by: width).reduce(0) { $0 + Int(max(0, gains[$1..<($1 + width)].max() ?? 0)) }
  }

  /// Makes the best row of everyone in a pocket at the present prices; returns how many come to each point.
  private mutating func makeRows(_ pocket: PricePocket, _ fixedRows: SearchState, _ model: Model) -> [Int32] {
    var counts = [Int32](repeating: 0, count: prices.count)
    for members in pocket.classes {
      guard let first = members.first else { continue }
      let diagram = diagrams.diagrams[Int(diagrams.diagramOf[first])]
      posts.find(Int(model.staffClass[first]), diagram.codes, prices: prices, withCosts: false, model)
      for member in members {
        let gains = gains(of: member, diagram.codes, fixedRows, model)
        diagram.gain(gains, into: &values)
        rowCount += 1
        let root = diagrams.rootOf[member]
        guard let path = diagram.path(from: root, gains, values) else {
          // Whoever cannot keep the rules at all is not held to them.
          rowValues[member] = bestDays(gains, diagram.codes.count)
          continue
        }
        rowValues[member] = Int(values[Int(root)])
        for (day, code) in path.enumerated() where code != 0 && model.allowed[member * model.dayCount + day] != 0 {
          let column = diagram.codes.firstIndex(of: code) ?? 0
          let entry = model.options.items[Int(posts.options[day * diagram.codes.count + column])]
          for line in model.optionLines[Int(entry.lineStart)..<Int(entry.lineEnd)] {
            for slot in model.slots.items[model.slots.range(Int(code))] {
              counts[model.point(line: line, day: day, slot: slot)] += 1
            }
          }
        }
      }
    }
    return counts
  }
}
