/// A lower bound by Lagrangian relaxation: points have prices, and each row is made by itself for the best price.
///
/// With prices `p` and cover `c`, no roster costs less than
///
///     sum over points of min over c of (cost(c) + p c)
///       -  sum over rows of max over legal rows of (p of what is worked)
///
/// whatever the prices are (Geoffrion 1974). The rows are those of a ``RowDiagram``, which may allow more than the
/// rules do; what rows cost themselves is left out, which is never negative. Of relations of two counts those are kept
/// that say how many escorts the units of one line want (``EscortCoupling``). All is in integers, so nothing is lost by
/// rounding.
///
/// At prices of nothing it is what each point by itself proves, as ``CapacityBound``. Prices are raised pocket by
/// pocket: the lines that only some staff can fill, with those staff. A change is kept only where the bound gets better
/// for it.
struct PriceBound: Sendable {
  /// What is bounded.
  enum Objective: Sendable {
    /// What a roster costs.
    case cost
    /// Units below what is preferred, all alike.
    case units
  }

  let objective: Objective
  let diagrams: RowDiagrams
  /// Prices are in such parts of a unit of the objective.
  let scale: Int
  /// By point.
  var prices: [Int32]
  /// What the best row of each member brings at the present prices.
  var rowValues: [Int]
  /// The bound, in parts of a unit.
  var scaled: Int
  /// Rows made so far.
  var rowCount = 0
  /// Cover that is there whatever is planned, and the most there can be, by point.
  private let fixed: [Int32]
  private let most: [Int32]
  /// The escorts that the units of some lines want.
  let escorts: EscortCoupling
  var posts: BestPosts
  var values: [Int32]

  /// The bound; whole, since what is bounded is.
  var value: Int { (scaled + scale - 1) / scale }

  /// The bound at prices of nothing; `nil` where the numbers are too large.
  init?(_ objective: Objective, _ problem: Problem, _ model: Model, _ diagrams: RowDiagrams) {
    self.objective = objective
    self.diagrams = diagrams
    fixed = SearchState(problem, model).counts
    most = CapacityBound.most(fixed, model)
    escorts = EscortCoupling(model, fixed: fixed)
    prices = Array(repeating: 0, count: model.needs.count)
    rowValues = Array(repeating: 0, count: model.staffCount)
    posts = BestPosts(model)
    values = Array(repeating: 0, count: diagrams.diagrams.map(\.nodeCount).max() ?? 0)
    guard let scale = Self.scale(objective, model, mostUnitsAnEscort: escorts.mostUnits(model)) else { return nil }
    self.scale = scale
    scaled = 0
    for point in model.needs.indices { scaled += pointValue(point, model) }
  }

  /// The finest parts of a unit in which the prices of a whole row can be summed up; `nil` where not even units can.
  private static func scale(_ objective: Objective, _ model: Model, mostUnitsAnEscort: Int) -> Int? {
    let dearest =
      mostUnitsAnEscort * (objective == .units ? 1 : model.weights.map { Int(max($0.missing, $0.short)) }.max() ?? 1)
    let lines = model.options.items.map { Int($0.lineEnd - $0.lineStart) }.max() ?? 1
    let slots = (0...model.shiftCount).map { model.slots.range($0).count }.max() ?? 1
    let (sum, overflows) = max(1, dearest).multipliedReportingOverflow(
      by: max(1, lines) * max(1, slots) * model.dayCount)
    let largest = Int(-RowDiagram.impossible) / 4
    guard !overflows, sum <= largest else { return nil }
    var scale = 1
    while scale < 1 << 14 && sum * scale * 2 <= largest { scale *= 2 }
    return scale
  }

  /// What a unit too few or too many at a point counts.
  func weight(_ point: Int, _ model: Model) -> WeightEntry {
    let weight = model.weights[Int(model.needs[point].weights)]
    if objective == .cost { return weight }
    // Only what is wanted at all is a unit below it.
    let isWanted = weight.missing > 0 && weight.short > 0
    return WeightEntry(missing: isWanted ? 1 : 0, short: isWanted ? 1 : 0, surplus: 0)
  }

  /// Where a point is cheapest at its price.
  struct Cheapest {
    /// The counts, fixed cells apart.
    var counts: ClosedRange<Int32>
    /// What the point and its price come to there, in parts of a unit.
    var value: Int
    /// The escorts that the fewest of these units want, fixed cells apart; 0 where none are asked about.
    var escorts: Int32 = 0
  }

  /// The counts at which a point is cheapest at its price, and at the price of the escorts that its units want.
  ///
  /// What a point costs is linear between the numbers of its need, so it is cheapest at one of them; with escorts each
  /// count is tried. What escorts come to is told at the point that wants them, and nothing at their own.
  func cheapest(_ point: Int, _ model: Model) -> Cheapest {
    let size = model.dayCount * model.slotCount
    if escorts.isEscort[point / size] { return Cheapest(counts: 0...0, value: 0) }
    let need = model.needs[point]
    let weight = weight(point, model)
    let coupling = escorts.ofLine[point / size]
    let by = coupling.map { Int($0.by) * size + point % size }
    var most = most[point]
    if let coupling, let by { most = Int32(min(Int(most), Int(self.most[by]) * Int(coupling.unitsAnEscort))) }
    var best = Cheapest(counts: 0...0, value: .max)
    let numbers: [Int32] =
      coupling == nil
      ? [0, need.minimum, need.preferred, need.maximum, .max]
      : [0, need.maximum, .max] + Array(0...max(0, max(need.preferred, need.minimum)))
    for number in numbers {
      let count = max(fixed[point], min(most, number))
      var cost = Int(max(0, need.minimum - count)) * Int(weight.missing)
      cost += Int(max(0, need.preferred - max(count, need.minimum))) * Int(weight.short)
      cost += Int(max(0, count - need.maximum)) * Int(weight.surplus)
      let planned = count - fixed[point]
      var value = cost * scale + Int(prices[point]) * Int(planned)
      var beside: Int32 = 0
      if let coupling, let by {
        beside = max(0, (count + coupling.unitsAnEscort - 1) / coupling.unitsAnEscort - fixed[by])
        value += Int(prices[by]) * Int(beside)
      }
      if value < best.value {
        best = Cheapest(counts: planned...planned, value: value, escorts: beside)
      } else if value == best.value {
        best.counts = min(best.counts.lowerBound, planned)...max(best.counts.upperBound, planned)
        best.escorts = min(best.escorts, beside)
      }
    }
    return best
  }

  /// Points that want more than could count there even if everybody came who may, or the escorts that they lack then.
  func pointsBeyondReach(_ model: Model) -> [Int] {
    let size = model.dayCount * model.slotCount
    return prices.indices.compactMap { point in
      guard model.wanted[point] > 0, weight(point, model).short > 0 else { return nil }
      if most[point] < model.wanted[point] { return point }
      guard let coupling = escorts.ofLine[point / size] else { return nil }
      let by = Int(coupling.by) * size + point % size
      return Int(most[by]) * Int(coupling.unitsAnEscort) < Int(model.wanted[point]) ? by : nil
    }
  }

  private func pointValue(_ point: Int, _ model: Model) -> Int { cheapest(point, model).value }

  /// What each day and code of a member brings, the posts of its class having been found.
  func gains(of member: Int, _ codes: [UInt8], _ state: SearchState, _ model: Model) -> [Int32] {
    var gains = posts.gains
    for day in 0..<model.dayCount {
      let allowed = model.allowed[member * model.dayCount + day]
      let present = state.codes[member * model.rowLength + model.historyDays + day]
      for (column, code) in codes.enumerated() {
        let place = day * codes.count + column
        if allowed == 0 {
          gains[place] = code == present ? 0 : RowDiagram.impossible
        } else if (allowed >> UInt64(code)) & 1 == 0 {
          gains[place] = RowDiagram.impossible
        }
      }
    }
    return gains
  }
}

extension PriceBound {
  /// Prices tried for a whole pocket at once, as parts of the weight of a unit short.
  private static let firstPrices: [Float] = [1, 0.5, 0.2]
  /// Rounds without a better bound before a pocket is left, and by how much steps get shorter in such a round.
  private static let (patience, decay): (Int, Float) = (12, 0.85)
  /// The same where a proof is wanted more than an answer soon.
  static let (longPatience, slowDecay): (Int, Float) = (40, 0.95)

  /// Prices of a whole pocket, as parts of the weight of a unit short.
  private struct FirstPrices {
    /// Of units that want no escorts.
    var units: Float
    /// Of units that want escorts, and of their escorts; for these by each unit that an escort brings, or not.
    var escorted: Float
    var escorts: Float = 0
    var areByUnit = false

    /// Those tried; where units want escorts, once more with the price on these.
    static func all(withEscorts: Bool) -> [FirstPrices] {
      let plain = firstPrices.map { FirstPrices(units: $0, escorted: $0) }
      guard withEscorts else { return plain }
      return plain
        + [false, true].flatMap { areByUnit in
          firstPrices.map { FirstPrices(units: $0, escorted: 0, escorts: $0, areByUnit: areByUnit) }
        }
    }
  }

  /// Betters the prices of one pocket by deflected subgradients with Polyak's step (Camerini, Fratta, Maffioli 1975).
  ///
  /// Each round makes a row for everyone in the pocket. Ends with the best prices seen.
  ///
  /// - Parameters:
  ///   - best: a roster, whose units short in the pocket are what the bound is aimed at.
  ///   - fixedRows: the roster with nothing but its fixed cells.
  mutating func ascend(
    _ pocket: PricePocket, rounds: Int, best roster: SearchState, fixedRows: SearchState, _ model: Model,
    isPatient: Bool = false, isStopped: () -> Bool
  ) {
    let patience = isPatient ? Self.longPatience : Self.patience
    let size = model.dayCount * model.slotCount
    var points = pocket.lines.flatMap { ($0 * size)..<(($0 + 1) * size) }.filter {
      weight($0, model).short > 0 && model.wanted[$0] > 0
    }
    /// By place in `points`, the point that wants these escorts.
    var wantedBy = [Int](repeating: -1, count: points.count)
    for point in points {
      guard let coupling = escorts.ofLine[point / size], pocket.escorts.contains(Int(coupling.by)) else { continue }
      points.append(Int(coupling.by) * size + point % size)
      wantedBy.append(point)
    }
    let firstPrices = FirstPrices.all(withEscorts: wantedBy.contains { $0 >= 0 })
    func mostPrice(_ index: Int) -> Float {
      let point = wantedBy[index] < 0 ? points[index] : wantedBy[index]
      let dearest = Float(max(weight(point, model).missing, weight(point, model).short)) * Float(scale)
      return wantedBy[index] < 0 ? dearest : dearest * Float(escorts.units(point, model))
    }
    let aim = points.reduce(0) { $0 + shortCost($1, roster, model) } * scale
    let members = pocket.classes.joined()
    let before = localValue(points, Array(members), model)
    var (bestValue, bestPrices) = (before, points.map { prices[$0] })
    var bestRows = members.map { rowValues[$0] }
    var direction = [Float](repeating: 0, count: points.count)
    var (reach, idle): (Float, Int) = (1, 0)
    for round in 0..<rounds where idle < patience && !isStopped() {
      let isFirst = round < firstPrices.count
      if isFirst {
        let first = firstPrices[round]
        for (index, point) in points.enumerated() {
          let asking = wantedBy[index] < 0 ? point : wantedBy[index]
          let isEscorted = escorts.ofLine[asking / size].map { pocket.escorts.contains(Int($0.by)) } ?? false
          let part =
            wantedBy[index] >= 0
            ? first.escorts * Float(first.areByUnit ? escorts.units(asking, model) : 1)
            : isEscorted ? first.escorted : first.units
          prices[point] = Int32(Float(weight(asking, model).short) * Float(scale) * part)
        }
      }
      let counts = makeRows(pocket, fixedRows, model)
      let value = localValue(points, Array(members), model)
      if value > bestValue {
        (bestValue, bestPrices, idle) = (value, points.map { prices[$0] }, 0)
        bestRows = members.map { rowValues[$0] }
      } else if !isFirst {
        idle += 1
        reach *= isPatient ? Self.slowDecay : Self.decay
      }
      if isFirst {
        if round == firstPrices.count - 1 { restore(points, bestPrices) }
        continue
      }
      var norm: Float = 0
      for (index, point) in points.enumerated() {
        let cheapest = cheapest(wantedBy[index] < 0 ? point : wantedBy[index], model)
        let wanted = wantedBy[index] < 0 ? cheapest.counts : cheapest.escorts...cheapest.escorts
        let lack = Float(min(max(counts[point], wanted.lowerBound), wanted.upperBound) - counts[point])
        direction[index] = 0.7 * direction[index] + lack
        norm += direction[index] * direction[index]
      }
      if norm < 1e-6 { break }
      let step = reach * Float(max(scale, aim - (value - before))) / norm
      for (index, point) in points.enumerated() {
        prices[point] = Int32(max(0, min(mostPrice(index), Float(prices[point]) + step * direction[index])))
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
  mutating func makeRows(_ pocket: PricePocket, _ fixedRows: SearchState, _ model: Model) -> [Int32] {
    var counts = [Int32](repeating: 0, count: prices.count)
    for members in pocket.classes {
      guard let first = members.first else { continue }
      let diagram = diagrams.diagrams[Int(diagrams.diagramOf[first])]
      posts.find(Int(model.staffClass[first]), diagram.codes, prices: prices, withCosts: false, model)
      var known: [Int32] = []
      for member in members {
        let gains = gains(of: member, diagram.codes, fixedRows, model)
        // Most members of a class may do the same on every day, and differ only in where they begin.
        if gains != known { diagram.gain(gains, into: &values) }
        known = gains
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

/// Lines that only some staff can fill, and those staff.
struct PricePocket: Sendable {
  /// Cover lines.
  var lines: [Int]
  /// Lines that count escorts of units in these, and that nobody else can fill either.
  var escorts: Set<Int> = []
  /// Staff by class, those who have a ``RowDiagram``.
  var classes: [[Int]]

  /// Rows that are made to price the pocket once.
  var staffCount: Int { classes.reduce(0) { $0 + $1.count } }

  /// The pockets around the lines that a roster leaves short, those with the fewest staff first.
  ///
  /// The pocket of a line holds all lines that nobody else can fill either. A line that someone without a diagram can
  /// fill is in none. O(short lines × lines × classes).
  static func around(_ roster: SearchState, _ diagrams: RowDiagrams, _ coupling: EscortCoupling, _ model: Model)
    -> [PricePocket]
  {
    let classCount = model.options.starts.count - 1
    var members = [[Int]](repeating: [], count: classCount)
    var isWhole = [Bool](repeating: true, count: classCount)
    for member in 0..<model.staffCount {
      members[Int(model.staffClass[member])].append(member)
      if diagrams.diagramOf[member] < 0 { isWhole[Int(model.staffClass[member])] = false }
    }
    var classesOf = [Set<Int>](repeating: [], count: model.lineCount)
    for staffClass in 0..<classCount where !members[staffClass].isEmpty {
      for option in model.options.items[model.options.range(staffClass)] where option.codes != 0 {
        for line in model.optionLines[Int(option.lineStart)..<Int(option.lineEnd)] {
          classesOf[Int(line)].insert(staffClass)
        }
      }
    }
    let size = model.dayCount * model.slotCount
    let wanting = (0..<model.lineCount).filter { line in
      (line * size..<(line + 1) * size).contains { model.wanted[$0] > 0 } && classesOf[line].allSatisfy { isWhole[$0] }
    }
    var seen: Set<Set<Int>> = []
    var pockets: [PricePocket] = []
    for line in wanting where !classesOf[line].isEmpty {
      guard (line * size..<(line + 1) * size).contains(where: { roster.counts[$0] < model.wanted[$0] }),
        seen.insert(classesOf[line]).inserted
      else { continue }
      pockets.append(
        PricePocket(
          lines: wanting.filter { classesOf[$0].isSubset(of: classesOf[line]) },
          escorts: Set(
            coupling.escortLines.filter { escorts in
              classesOf[escorts].isSubset(of: classesOf[line]) && classesOf[escorts].allSatisfy { isWhole[$0] }
            }),
          classes: byDiagram(classesOf[line].sorted().map { members[$0] }, diagrams)))
    }
    return pockets.sorted { ($0.staffCount, $0.lines[0]) < ($1.staffCount, $1.lines[0]) }
  }

  /// Members of a class may be under several contracts; each list has one diagram.
  private static func byDiagram(_ classes: [[Int]], _ diagrams: RowDiagrams) -> [[Int]] {
    classes.flatMap { members in
      Dictionary(grouping: members) { diagrams.diagramOf[$0] }.sorted { $0.key < $1.key }.map(\.value)
    }
  }
}
