extension RestrictedMaster {
  /// Steps of the primal simplex method until none helps, or until stopped; returns whether none helps.
  mutating func optimise(most: Int = .max, isStopped: () -> Bool) -> Bool {
    refresh()
    var alpha = [Double](repeating: 0, count: rowCount)
    var row = [Double](repeating: 0, count: rowCount)
    var sinceRefresh = 0
    var steps = 0
    while true {
      let candidates = candidates(most: 24)
      if candidates.isEmpty {
        if sinceRefresh == 0 { return true }
        refresh()
        sinceRefresh = 0
        continue
      }
      while let (candidate, reduced) = best(of: candidates) {
        step(candidate, reduced, &alpha, &row)
        steps += 1
        sinceRefresh += 1
        if sinceRefresh >= 100 {
          refresh()
          sinceRefresh = 0
        }
        if steps & 15 == 0 && isStopped() || steps >= most { return false }
      }
    }
  }

  /// What a step along a variable gains for its length, about: a steepest edge with weights that never change.
  @inline(__always)
  private func gain(_ variable: Variable, _ reduced: Double) -> Double {
    let gain = variable.isAtUpper ? reduced : -reduced
    return gain <= Self.tolerance * 10 ? 0 : gain * gain / Double(1 + variable.last - variable.first)
  }

  /// The candidate that gains most now, with its reduced cost; `nil` when none gains any more.
  private func best(of candidates: [Int]) -> (index: Int, reduced: Double)? {
    var best: (index: Int, reduced: Double)?
    var most = 0.0
    for index in candidates where variables[index].place < 0 {
      let reduced = reducedCost(variables[index])
      let gain = gain(variables[index], reduced)
      if gain > most {
        most = gain
        best = (index, reduced)
      }
    }
    return best
  }

  /// The variables outside the basis that would gain most, best first.
  private func candidates(most: Int) -> [Int] {
    var best: [(gain: Double, index: Int)] = []
    var least = 0.0
    for (index, variable) in variables.enumerated() where variable.place < 0 {
      let reduced = reducedCost(variable)
      let gain = gain(variable, reduced)
      if gain > least {
        best.append((gain, index))
        if best.count >= most * 4 {
          best.sort { $0.gain > $1.gain }
          best.removeLast(best.count - most)
          least = best[most - 1].gain
        }
      }
    }
    best.sort { $0.gain > $1.gain }
    return best.prefix(most).map(\.index)
  }

  /// Moves one variable as far as the others allow.
  private mutating func step(_ entering: Int, _ reduced: Double, _ alpha: inout [Double], _ row: inout [Double]) {
    let variable = variables[entering]
    let direction = variable.isAtUpper ? -1.0 : 1.0
    let count = rowCount
    for index in 0..<count { alpha[index] = 0 }
    inverse.withUnsafeBufferPointer { inverse in
      alpha.withUnsafeMutableBufferPointer { alpha in
        for entry in entries[Int(variable.first)..<Int(variable.last)] {
          let base = Int(entry) * count
          for index in 0..<count { alpha[index] += inverse[base + index] }
        }
        if variable.sign < 0 { for index in 0..<count { alpha[index] = -alpha[index] } }
      }
    }
    let (place, length) = leaving(alpha, direction)
    if variable.upper <= length {
      for index in 0..<count { values[index] -= direction * variable.upper * alpha[index] }
      flip(entering)
      return
    }
    guard place >= 0 else { return }
    for index in 0..<count { values[index] -= direction * length * alpha[index] }
    let leavesAtUpper = direction * alpha[place] < 0
    exchange(entering, at: place, leavesAtUpper: leavesAtUpper)
    values[place] = direction > 0 ? length : variable.upper - length
    pivot(place, reduced, alpha, &row)
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

  /// Updates prices and the inverse for a new variable at a place of the basis.
  private mutating func pivot(_ place: Int, _ reduced: Double, _ alpha: [Double], _ row: inout [Double]) {
    let count = rowCount
    for column in 0..<count { row[column] = inverse[column * count + place] }
    movePrices(reduced / alpha[place], along: row)
    pivots += 1
    inverse.withUnsafeMutableBufferPointer { inverse in
      alpha.withUnsafeBufferPointer { alpha in
        let pivot = alpha[place]
        for column in 0..<count where row[column] != 0 {
          let base = column * count
          let factor = row[column] / pivot
          for index in 0..<count { inverse[base + index] -= alpha[index] * factor }
          inverse[base + place] = abs(factor) < 1e-14 ? 0 : factor
        }
      }
    }
  }
}
