/// The linear programme over the rows known so far: a convex mix of rows a member, cover costs piecewise linear.
///
///     minimise   Σ c_r x_r + Σ under-, over-cost of each point
///     subject to Σ_r a_pr x_r + short_p + missing_p - spare_p - surplus_p = preferred_p   for each point p
///                Σ_(r of i) x_r = 1                                                      for each member i
///
/// Solved by the primal simplex method with bounds on variables and an explicit inverse, stored by columns so that a
/// pivot costs only the columns it changes. A step starts anywhere: ``restart(from:)`` makes a basis of a whole roster,
/// and new rows leave the basis feasible.
struct RestrictedMaster: Sendable {
  /// A variable: a row's, or one of the four of a point.
  struct Variable: Sendable {
    var cost: Double
    let upper: Double
    /// Where its entries begin and end in ``entries``.
    let first: Int32
    let last: Int32
    /// 1 for rows and missing cover, -1 for too much.
    let sign: Double
    let member: Int32
    /// Place in the basis, or -1.
    var place: Int32 = -1
    var isAtUpper = false
    /// Whether it is to leave the basis and stay out.
    var isClosed = false
  }

  let pointCount: Int
  let rowCount: Int
  private(set) var variables: [Variable] = []
  var entries: [Int32] = []
  /// The first row variable; those before it belong to points.
  private(set) var firstRow = 0
  /// By row of the programme.
  private(set) var rightSides: [Double] = []
  private(set) var prices: [Double] = []
  private let points: [MasterPoint]
  var values: [Double] = []
  var basis: [Int32] = []
  /// By column, then row.
  var inverse: [Double] = []
  var pivots = 0
  /// Pivots since the inverse was last computed from the basis.
  var sinceInversion = 0
  /// Variables of each point: short, missing, spare, surplus, or -1.
  private var pointVariables: [(short: Int32, missing: Int32, spare: Int32, surplus: Int32)] = []

  /// What the variables of points cost when prices are free.
  private var trueCosts: [Double] = []
  /// Whether no step helps.
  var isOptimal = false

  static let tolerance = 1e-7
  private static let closedPenalty = 1e6

  /// A programme without rows.
  ///
  /// The right sides are off by up to a thousandth, at random, so that few steps of the simplex method are of no
  /// length.
  init(points: [MasterPoint], memberCount: Int, random: inout RandomSource) {
    self.points = points
    pointCount = points.count
    rowCount = points.count + memberCount
    for (index, point) in points.enumerated() {
      let shift = Double(1 + random.below(1000)) * 1e-6
      rightSides.append(Double(point.preferred) + shift)
      let place = Int32(index)
      let short = point.preferred - point.minimum
      let spare = point.maximum - point.preferred
      pointVariables.append(
        (
          short: short > 0 ? add(point.short, upper: Double(short), at: place, 1) : -1,
          missing: add(point.missing, upper: .infinity, at: place, 1),
          spare: spare > 0 ? add(0, upper: Double(spare), at: place, -1) : -1,
          surplus: add(point.surplus, upper: .infinity, at: place, -1)
        ))
    }
    rightSides += Array(repeating: 1, count: memberCount)
    firstRow = variables.count
    prices = Array(repeating: 0, count: rowCount)
    trueCosts = variables.map(\.cost)
  }

  private mutating func add(_ cost: Int, upper: Double, at row: Int32, _ sign: Double) -> Int32 {
    entries.append(row)
    let end = Int32(entries.count)
    variables.append(
      Variable(cost: Double(cost), upper: upper, first: end - 1, last: end, sign: sign, member: -1))
    return Int32(variables.count - 1)
  }

  /// Adds a member's row; returns its variable.
  mutating func addRow(member: Int, cost: Int, points: [Int32]) -> Int {
    let first = Int32(entries.count)
    entries += points
    entries.append(Int32(pointCount + member))
    variables.append(
      Variable(
        cost: Double(cost), upper: .infinity, first: first, last: Int32(entries.count), sign: 1,
        member: Int32(member)))
    isOptimal = false
    return variables.count - 1
  }

  /// Holds each point's price within a distance of a centre, by what its own variables cost.
  ///
  /// The box step method (R. Marsten, W. Hogan, J. Blankenship, 1975): prices do not swing, and few points bind.
  mutating func hold(near centre: [Double], within distance: Double) {
    for (index, own) in pointVariables.enumerated() {
      let (low, high) = (centre[index] - distance, centre[index] + distance)
      if own.short >= 0 { setCost(own.short, min(high, max(low, trueCosts[Int(own.short)]))) }
      setCost(own.missing, min(high, trueCosts[Int(own.missing)]))
      if own.spare >= 0 { setCost(own.spare, -min(high, max(low, -trueCosts[Int(own.spare)]))) }
      setCost(own.surplus, -max(low, -trueCosts[Int(own.surplus)]))
    }
    isOptimal = false
  }

  private mutating func setCost(_ variable: Int32, _ cost: Double) { variables[Int(variable)].cost = cost }

  /// Whether some point's price would leave the box if it could.
  func isHeld(near centre: [Double], within distance: Double) -> Bool {
    for (index, own) in pointVariables.enumerated() {
      let highest = max(trueCosts[Int(own.missing)], own.short >= 0 ? trueCosts[Int(own.short)] : 0)
      let lowest = -trueCosts[Int(own.surplus)]
      if prices[index] > centre[index] + distance - 1e-6 && prices[index] < highest - 1e-6 { return true }
      if prices[index] < centre[index] - distance + 1e-6 && prices[index] > lowest + 1e-6 { return true }
    }
    return false
  }

  /// Rules a row out: it costs so much that the next ``optimise(most:isStopped:)`` drives it from the mix.
  mutating func close(_ variable: Int) {
    guard !variables[variable].isClosed else { return }
    variables[variable].cost += Self.closedPenalty
    variables[variable].isClosed = true
    isOptimal = false
  }

  /// What a unit more of a row's right side costs, as of the last ``refresh()`` or pivot.
  func price(ofMember member: Int) -> Double { prices[pointCount + member] }

  /// The value of a variable in the current mix.
  func value(of variable: Int) -> Double {
    let place = Int(variables[variable].place)
    return place >= 0 ? values[place] : variables[variable].isAtUpper ? variables[variable].upper : 0
  }

  /// What the dual of the programme is worth at the current prices; the least cost of a mix where no step helps and
  /// nothing is held.
  var objective: Double {
    var sum = 0.0
    for member in pointCount..<rowCount { sum += prices[member] }
    for (point, price) in zip(points, prices) {
      var least = Double.infinity
      for count in [point.minimum, point.preferred, point.maximum] {
        least = min(least, Double(point.cost(count)) + price * Double(count))
      }
      sum += least
    }
    return sum
  }

  /// Makes one row a member, and what its points then lack or have too much, the basis.
  mutating func restart(from rows: [Int]) {
    for index in variables.indices {
      variables[index].place = -1
      variables[index].isAtUpper = false
    }
    basis = Array(repeating: 0, count: rowCount)
    inverse = Array(repeating: 0, count: rowCount * rowCount)
    var lack = rightSides
    for row in rows {
      for entry in entries[Int(variables[row].first)..<(Int(variables[row].last) - 1)] { lack[Int(entry)] -= 1 }
    }
    for point in 0..<pointCount {
      let own = pointVariables[point]
      let isShort = lack[point] >= 0
      let (near, far) = isShort ? (own.short, own.missing) : (own.spare, own.surplus)
      var chosen = near
      if near < 0 || abs(lack[point]) > variables[Int(near)].upper {
        if near >= 0 { variables[Int(near)].isAtUpper = true }
        chosen = far
      }
      enter(Int(chosen), at: point)
      inverse[point * rowCount + point] = isShort ? 1 : -1
    }
    for (member, row) in rows.enumerated() {
      let place = pointCount + member
      enter(row, at: place)
      inverse[place * rowCount + place] = 1
      for entry in entries[Int(variables[row].first)..<(Int(variables[row].last) - 1)] {
        inverse[place * rowCount + Int(entry)] = -inverse[Int(entry) * rowCount + Int(entry)]
      }
    }
    sinceInversion = 0
    refresh()
  }

  /// Computes the inverse anew from the basis, which its updates have blurred.
  ///
  /// Points' own variables make a diagonal; the rows of members are pivoted in one by one, each where it is largest.
  mutating func invert() {
    let members = basis.filter { $0 >= firstRow }
    inverse = Array(repeating: 0, count: rowCount * rowCount)
    var isTaken = [Bool](repeating: false, count: rowCount)
    for variable in basis where variable < firstRow {
      let own = variables[Int(variable)]
      let place = Int(entries[Int(own.first)])
      // Two variables of one point cannot both be basic.
      isTaken[place] = true
      enter(Int(variable), at: place)
      inverse[place * rowCount + place] = own.sign
    }
    for place in 0..<rowCount where !isTaken[place] { inverse[place * rowCount + place] = 1 }
    var alpha = [Double](repeating: 0, count: rowCount)
    var row = alpha
    for variable in members {
      transform(variables[Int(variable)], into: &alpha)
      var best = -1
      for place in 0..<rowCount where !isTaken[place] && (best < 0 || abs(alpha[place]) > abs(alpha[best])) {
        best = place
      }
      guard best >= 0 else { continue }
      isTaken[best] = true
      for column in 0..<rowCount { row[column] = inverse[column * rowCount + best] }
      pivot(best, alpha, row)
      enter(Int(variable), at: best)
    }
    sinceInversion = 0
  }

  private mutating func enter(_ variable: Int, at place: Int) {
    basis[place] = Int32(variable)
    variables[variable].place = Int32(place)
  }

  /// Recomputes values and prices from the inverse.
  mutating func refresh() {
    var sides = rightSides
    for variable in variables where variable.isAtUpper {
      sides[Int(entries[Int(variable.first)])] -= variable.sign * variable.upper
    }
    values = Array(repeating: 0, count: rowCount)
    for column in 0..<rowCount {
      var price = 0.0
      let side = sides[column]
      let base = column * rowCount
      for row in 0..<rowCount where inverse[base + row] != 0 {
        values[row] += inverse[base + row] * side
        price += variables[Int(basis[row])].cost * inverse[base + row]
      }
      prices[column] = price
    }
  }

  /// What one unit of a variable costs at the current prices.
  @inline(__always)
  func reducedCost(_ variable: Variable) -> Double {
    var sum = 0.0
    var index = Int(variable.first)
    while index < Int(variable.last) {
      sum += prices[Int(entries[index])]
      index += 1
    }
    return variable.cost - variable.sign * sum
  }

  mutating func movePrices(_ step: Double, along row: [Double]) {
    for index in 0..<rowCount { prices[index] += step * row[index] }
  }

  mutating func flip(_ variable: Int) { variables[variable].isAtUpper.toggle() }

  mutating func exchange(_ entering: Int, at place: Int, leavesAtUpper: Bool) {
    let leaving = Int(basis[place])
    variables[leaving].place = -1
    variables[leaving].isAtUpper = leavesAtUpper
    variables[entering].isAtUpper = false
    enter(entering, at: place)
  }
}
