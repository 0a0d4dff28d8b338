extension SearchState {
  /// How much a row exceeds its hard rules around a window of row days.
  ///
  /// Stops at the first rule that makes it more than `most`.
  @inline(__always)
  func hardExcess(_ member: Int, _ first: Int, _ last: Int, most: Int, _ model: Model) -> Int {
    withRow(member, first, last, model) { row in
      var total = 0
      for index in model.rules.range(Int(model.ruleSet[member])) {
        let rule = model.rules.items[index]
        if !rule.isHard { break }
        total += rule.excess(row, model)
        if total > most { break }
      }
      return total
    }
  }

  /// What a row costs around a window of row days: soft rules, continuity, balance; not its single cells.
  @inline(__always)
  func softCost(_ member: Int, _ first: Int, _ last: Int, _ model: Model) -> Int {
    var cost = withRow(member, first, last, model) { row in
      var total = 0
      for index in model.rules.range(Int(model.ruleSet[member])).reversed() {
        let rule = model.rules.items[index]
        if rule.isHard { break }
        total += rule.excess(row, model) * Int(rule.weight)
      }
      return total
    }
    if model.continuityWeight > 0 { cost += continuityCost(member, first, last, model) }
    for index in model.balances.range(member) { cost += balanceCost(model.balances.items[index], loads[member]) }
    return cost
  }

  @inline(__always)
  private func withRow<Result>(
    _ member: Int, _ first: Int, _ last: Int, _ model: Model, _ body: (Row) -> Result
  ) -> Result {
    codes.withUnsafeBufferPointer { codes in
      shiftCounts.withUnsafeBufferPointer { shiftCounts in
        // A model without shifts has no rows to ask about, but its pointers may be nil.
        guard let code = codes.baseAddress, let count = shiftCounts.baseAddress else {
          preconditionFailure("a row was asked about in a problem without shifts")
        }
        return body(
          Row(
            codes: code + member * model.rowLength, shiftCounts: count + member * model.shiftCount,
            load: loads[member], first: first, last: last))
      }
    }
  }

  /// What ``totalCost(_:)`` charges for hard minima not reached, which is no cost of the roster.
  func obligationCost(_ model: Model) -> Int {
    guard model.shiftCount > 0, model.rules.items.contains(where: \.isObligation) else { return 0 }
    return (0..<model.staffCount).reduce(0) { $0 + obligationCost(of: $1, model) }
  }

  /// The part of a member in ``obligationCost(_:)``; the model must have shifts.
  func obligationCost(of member: Int, _ model: Model) -> Int {
    withRow(member, model.historyDays, model.rowLength - 1, model) { row in
      var total = 0
      for rule in model.rules.items[model.rules.range(Int(model.ruleSet[member]))] where rule.isObligation {
        total += rule.excess(row, model) * Int(rule.weight)
      }
      return total
    }
  }

  /// The whole cost, summed from the same parts that deltas are made of, hard minima not reached included.
  func totalCost(_ model: Model) -> Delta {
    var total = ratioCost(model)
    total.soft += coverCost(model)
    for member in 0..<model.staffCount where model.shiftCount > 0 {
      let (first, last) = (model.historyDays, model.rowLength - 1)
      total.hard += hardExcess(member, first, last, most: .max, model)
      total.soft += softCost(member, first, last, model)
      for day in first...last {
        let cell = member * model.rowLength + day
        total.soft += cellCost(member, day, codes[cell], options[cell], model)
      }
    }
    return total
  }

  /// The roster by staff then day of the period.
  func assignments(_ model: Model) -> [Assignment?] {
    var result: [Assignment?] = []
    result.reserveCapacity(model.staffCount * model.dayCount)
    for member in 0..<model.staffCount {
      for day in model.historyDays..<model.rowLength {
        let cell = member * model.rowLength + day
        if codes[cell] == 0 {
          result.append(nil)
        } else {
          let post = model.options.items[Int(options[cell])].post
          result.append(Assignment(shift: Int(codes[cell]) - 1, post: Int(post)))
        }
      }
    }
    return result
  }
}
