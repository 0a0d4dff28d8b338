extension RestrictedMaster {
  /// Steps of the primal simplex method until none helps, or until stopped; returns whether none helps.
  ///
  /// Variables enter by the devex rule (P. Harris, 1973), which takes far fewer steps here than the steepest slope.
  mutating func optimise(most: Int = .max, isStopped: () -> Bool) -> Bool {
    if isOptimal { return true }
    if sinceInversion >= Self.mostUpdates { invert() }
    refresh()
    var work = Work(rowCount: rowCount, variables: variables)
    price(&work)
    var sinceRefresh = 0
    var steps = 0
    while true {
      let entering = entering(work)
      if entering < 0 {
        if sinceRefresh == 0 {
          isOptimal = true
          return true
        }
        refresh()
        price(&work)
        sinceRefresh = 0
        continue
      }
      step(entering, &work)
      steps += 1
      sinceRefresh += 1
      if sinceRefresh >= 100 {
        if sinceInversion >= Self.mostUpdates { invert() }
        refresh()
        price(&work)
        sinceRefresh = 0
      }
      if steps & 15 == 0 && isStopped() || steps >= most { return false }
    }
  }

  private static let mostUpdates = 1000

  /// What a run of steps keeps.
  struct Work {
    /// What the entering variable changes, by row.
    var alpha: [Double]
    /// A row of the inverse.
    var row: [Double]
    /// By variable: what a unit costs at the current prices, and the reference weight.
    var reduced: [Double]
    var weights: [Double]
    /// Variables that may enter.
    let open: [Int32]

    init(rowCount: Int, variables: [Variable]) {
      open = variables.indices.filter { !variables[$0].isClosed }.map { Int32($0) }
      alpha = Array(repeating: 0, count: rowCount)
      row = alpha
      reduced = Array(repeating: 0, count: variables.count)
      weights = Array(repeating: 1, count: variables.count)
    }
  }

  /// Reduced costs from the prices.
  private func price(_ work: inout Work) {
    for (index, variable) in variables.enumerated() {
      work.reduced[index] = variable.place >= 0 ? 0 : reducedCost(variable)
    }
  }

  /// The variable that promises most, or -1.
  private func entering(_ work: Work) -> Int {
    var best = -1
    var most = 0.0
    for index in work.open {
      let index = Int(index)
      // A basic variable has no reduced cost.
      let loss = work.reduced[index]
      if abs(loss) <= Self.tolerance * 10 { continue }
      let variable = variables[index]
      let reduced = variable.isAtUpper ? loss : -loss
      if reduced <= 0 || variable.place >= 0 { continue }
      let gain = reduced * reduced / work.weights[index]
      if gain > most { (best, most) = (index, gain) }
    }
    return best
  }

  /// What a unit of a variable changes in the basic ones.
  func transform(_ variable: Variable, into alpha: inout [Double]) {
    let count = rowCount
    for index in 0..<count { alpha[index] = 0 }
    inverse.withUnsafeBufferPointer { inverse in
      alpha.withUnsafeMutableBufferPointer { alpha in
        guard let inverse = inverse.baseAddress, let alpha = alpha.baseAddress else { return }
        for entry in entries[Int(variable.first)..<Int(variable.last)] {
          let column = inverse + Int(entry) * count
          var index = 0
          while index < count {
            alpha[index] += column[index]
            index &+= 1
          }
        }
        if variable.sign < 0 { for index in 0..<count { alpha[index] = -alpha[index] } }
      }
    }
  }

  /// Moves one variable as far as the others allow.
  private mutating func step(_ entering: Int, _ work: inout Work) {
    let variable = variables[entering]
    let direction = variable.isAtUpper ? -1.0 : 1.0
    let count = rowCount
    transform(variable, into: &work.alpha)
    let (place, length) = leaving(work.alpha, direction)
    if variable.upper <= length {
      for index in 0..<count { values[index] -= direction * variable.upper * work.alpha[index] }
      flip(entering)
      return
    }
    guard place >= 0 else { return }
    for index in 0..<count { values[index] -= direction * length * work.alpha[index] }
    let leavesAtUpper = direction * work.alpha[place] < 0
    let leaving = Int(basis[place])
    for column in 0..<count { work.row[column] = inverse[column * count + place] }
    update(entering, leaving, work.alpha[place], &work)
    exchange(entering, at: place, leavesAtUpper: leavesAtUpper)
    values[place] = direction > 0 ? length : variable.upper - length
    pivot(place, work.alpha, work.row)
  }

  /// Updates prices, reduced costs and reference weights for an exchange, before it is made.
  private mutating func update(_ entering: Int, _ leaving: Int, _ pivot: Double, _ work: inout Work) {
    let step = work.reduced[entering] / pivot
    let weight = work.weights[entering] / (pivot * pivot)
    movePrices(step, along: work.row)
    variables.withUnsafeBufferPointer { variables in
      entries.withUnsafeBufferPointer { entries in
        work.row.withUnsafeBufferPointer { row in
          work.reduced.withUnsafeMutableBufferPointer { reduced in
            work.weights.withUnsafeMutableBufferPointer { weights in
              for index in work.open {
                let index = Int(index)
                if variables[index].place >= 0 { continue }
                var sum = 0.0
                var entry = Int(variables[index].first)
                let last = Int(variables[index].last)
                while entry < last {
                  sum += row[Int(entries[entry])]
                  entry &+= 1
                }
                if sum == 0 { continue }
                reduced[index] -= step * variables[index].sign * sum
                weights[index] = max(weights[index], sum * sum * weight)
              }
            }
          }
        }
      }
    }
    work.reduced[leaving] = -step
    work.weights[leaving] = max(1, weight)
    work.reduced[entering] = 0
  }

  /// The basic variable that stops the step first, and the length of the step.
  ///
  /// In two passes, after P. Harris, 1973.
  private func leaving(_ alpha: [Double], _ direction: Double) -> (place: Int, length: Double) {
    var longest = Double.infinity
    let slack = 1e-9
    for index in 0..<rowCount {
      let slope = direction * alpha[index]
      if slope > 1e-9 {
        longest = min(longest, (values[index] + slack) / slope)
      } else if slope < -1e-9 {
        let upper = variables[Int(basis[index])].upper
        if upper < .infinity { longest = min(longest, (upper - values[index] + slack) / -slope) }
      }
    }
    var best = (place: -1, length: Double.infinity)
    var steepest = 0.0
    guard longest < .infinity else { return best }
    for index in 0..<rowCount where abs(alpha[index]) > max(1e-9, steepest) {
      let slope = direction * alpha[index]
      var length = Double.infinity
      if slope > 0 {
        length = values[index] / slope
      } else {
        let upper = variables[Int(basis[index])].upper
        if upper < .infinity { length = (upper - values[index]) / -slope }
      }
      if length <= longest {
        steepest = abs(alpha[index])
        best = (index, max(0, length))
      }
    }
    return best
  }

  /// Updates the inverse for a new variable at a place of the basis, whose row was `row`.
  mutating func pivot(_ place: Int, _ alpha: [Double], _ row: [Double]) {
    let count = rowCount
    pivots += 1
    sinceInversion += 1
    inverse.withUnsafeMutableBufferPointer { inverse in
      alpha.withUnsafeBufferPointer { alpha in
        guard var column = inverse.baseAddress, let alpha = alpha.baseAddress else { return }
        let pivot = alpha[place]
        // Pointers that step on, unchecked, let the compiler do several numbers at once.
        for entry in row {
          if entry != 0 {
            let factor = entry / pivot
            var index = 0
            while index < count {
              column[index] -= alpha[index] * factor
              index &+= 1
            }
            column[place] = abs(factor) < 1e-14 ? 0 : factor
          }
          column += count
        }
      }
    }
  }
}
