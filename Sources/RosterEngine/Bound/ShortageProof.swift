/// A proof that no roster of a problem gives every point what it wants: whole weights of points, and the most that each
/// member's row can bring by them.
///
/// A roster with nothing short has at least the wanted weight in its points, and no more than the members can give:
///
///     sum over points of weight × wanted  >  sum over members of max over rows of (weight of what is worked)
///
/// Units that are there whatever is planned are taken off both sides.
public struct ShortageProof: Hashable, Sendable {
  /// A point that counts.
  public struct Want: Hashable, Sendable {
    /// The line; see ``Problem/needIndex(line:day:slot:)``.
    public var line: Int
    /// The day.
    public var day: Int
    /// The slot of the day.
    public var slot: Int
    /// How many units it wants.
    public var units: Int
    /// How many are there whatever is planned.
    public var fixed: Int
    /// What each of them counts.
    public var weight: Int
    /// Whether they are the escorts that the units of another line want.
    public var areEscorts: Bool
    /// The line whose units want these escorts, else the line itself.
    public var demandLine: Int
  }

  /// The points with a weight, by line, day and slot.
  public var wants: [Want]
  /// By staff member, the most that it can give, fixed cells apart.
  public var most: [Int]

  /// What the points want together beyond what is fixed.
  public var wanted: Int { wants.reduce(0) { $0 + $1.weight * max(0, $1.units - $1.fixed) } }
  /// What the staff can give together at the most.
  public var possible: Int { most.reduce(0, +) }
}

/// What is proven of the units short in a problem.
public struct Shortages: Sendable {
  /// Every roster leaves at least so many units below what is preferred, where both missing and short units cost
  /// something.
  public let units: Int
  /// The proof that some unit is short; `nil` where none is.
  public let proof: ShortageProof?

  /// The most rounds of prices for one pocket.
  private static let rounds = 300
  /// The parts of a unit in which simple weights are tried, the simplest first.
  private static let parts = [1, 2, 3, 4, 6, 12, 60, 840]

  /// Proves what it can of a problem around a roster that leaves units short in it.
  ///
  /// - Parameters:
  ///   - cells: the roster, in the layout of ``Solution/assignments``.
  ///   - givesProof: whether a proof is made, besides the number.
  ///   - isStopped: asked between rounds; what is proven by then holds.
  /// - Throws: ``SolveError/invalidProblem(_:)``.
  public static func prove(
    _ problem: Problem, around cells: [Assignment?], givesProof: Bool = true,
    isStopped: () -> Bool = { false }
  ) throws(SolveError) -> Shortages {
    if let fault = problem.firstFault() { throw .invalidProblem(fault) }
    let model = Model(problem)
    let diagrams = RowDiagrams(problem, model)
    let fixedRows = SearchState(problem, model)
    var roster = fixedRows
    for member in 0..<model.staffCount {
      for day in 0..<model.dayCount where model.allowed[member * model.dayCount + day] != 0 {
        guard let cell = cells[member * model.dayCount + day] else { continue }
        let option = model.option(of: model.staffClass[member], post: Int32(cell.post))
        if option >= 0 { roster.put(member, day + model.historyDays, UInt8(cell.shift + 1), option, model) }
      }
    }
    guard roster.isShort(model), var bound = PriceBound(.units, problem, model, diagrams) else {
      return Shortages(units: 0, proof: nil)
    }
    for pocket in PricePocket.around(roster, diagrams, bound.escorts, model) {
      bound.ascend(
        pocket, rounds: rounds, best: roster, fixedRows: fixedRows, model, isPatient: true, isStopped: isStopped)
    }
    guard bound.scaled > 0 else { return Shortages(units: 0, proof: nil) }
    return Shortages(units: bound.value, proof: givesProof ? proof(bound, fixedRows, model) : nil)
  }

  /// The simplest weights near the prices that prove it.
  private static func proof(_ bound: PriceBound, _ fixedRows: SearchState, _ model: Model) -> ShortageProof? {
    let beyond = bound.pointsBeyondReach(model)
    var best: (proof: ShortageProof, units: Int)?
    for parts in parts + [bound.scale] {
      var weights = bound.prices.map { price in
        Int32((Double(price) / Double(bound.scale) * Double(parts)).rounded())
      }
      for point in beyond where weights[point] == 0 { weights[point] = Int32(parts) }
      guard let proof = proof(bound, weights, fixedRows, model) else { continue }
      let units = (proof.wanted - proof.possible + parts - 1) / parts
      if units > best?.units ?? 0 { best = (proof, units) }
      if units >= bound.value { break }
    }
    return best?.proof
  }

  /// What weights prove; `nil` where nothing.
  private static func proof(
    _ bound: PriceBound, _ weights: [Int32], _ fixedRows: SearchState, _ model: Model
  ) -> ShortageProof? {
    guard weights.contains(where: { $0 > 0 }) else { return nil }
    var bound = bound
    let wants = bound.wants(weights, fixedRows, model)
    let proof = ShortageProof(wants: wants, most: bound.mostOfRows(weights, fixedRows, model))
    return proof.wanted > proof.possible ? proof : nil
  }
}

extension PriceBound {
  /// What points want by weights.
  fileprivate func wants(_ weights: [Int32], _ fixedRows: SearchState, _ model: Model) -> [ShortageProof.Want] {
    let size = model.dayCount * model.slotCount
    var wantedBy = [Int](repeating: -1, count: model.lineCount)
    for (line, entry) in escorts.ofLine.enumerated() {
      if let entry { wantedBy[Int(entry.by)] = line }
    }
    return weights.indices.filter { weights[$0] > 0 }.compactMap { point in
      let (line, offset) = point.quotientAndRemainder(dividingBy: size)
      var units = Int(model.wanted[point])
      if wantedBy[line] >= 0, let entry = escorts.ofLine[wantedBy[line]] {
        let each = Int(entry.unitsAnEscort)
        units = (Int(model.wanted[wantedBy[line] * size + offset]) + each - 1) / each
      }
      guard units > 0 else { return nil }
      return ShortageProof.Want(
        line: line, day: offset / model.slotCount, slot: offset % model.slotCount, units: units,
        fixed: Int(fixedRows.counts[point]), weight: Int(weights[point]), areEscorts: wantedBy[line] >= 0,
        demandLine: wantedBy[line] >= 0 ? wantedBy[line] : line)
    }
  }

  /// By member, the most that its row can bring by weights.
  fileprivate mutating func mostOfRows(_ weights: [Int32], _ fixedRows: SearchState, _ model: Model) -> [Int] {
    (prices, rowValues) = (weights, Array(repeating: 0, count: rowValues.count))
    let members = Dictionary(grouping: 0..<model.staffCount) {
      [Int(model.staffClass[$0]), Int(diagrams.diagramOf[$0])]
    }
    _ = makeRows(
      PricePocket(
        lines: [],
        classes: members.filter { $0.key[1] >= 0 }.sorted { $0.key.lexicographicallyPrecedes($1.key) }
          .map(\.value)), fixedRows, model)
    // Whoever has no diagram can bring anything to lines that have a price; such lines have none.
    return rowValues
  }
}
