/// The first thing found wrong with a ``Problem``.
public struct ProblemFault: Hashable, Sendable {
  /// The field of the problem: `"staff"`, say.
  public var field: String
  /// The index in that field, if it is a list.
  public var index: Int?
  /// What was found and what was expected.
  public var message: String
}

extension Problem {
  /// The first inconsistency found: an index out of range, a list of the wrong length, a duplicate; `nil` if none.
  ///
  /// Linear in the size of the problem. A problem without a fault never makes the engine trap.
  public func firstFault() -> ProblemFault? {
    dimensionFault() ?? contractFault() ?? classFault() ?? staffFault() ?? cellFault() ?? coverFault() ?? softFault()
  }

  private func dimensionFault() -> ProblemFault? {
    func wrong(_ field: String, _ value: Int, _ range: ClosedRange<Int>) -> ProblemFault? {
      range.contains(value) ? nil : ProblemFault(field: field, message: "is \(value), expected \(range)")
    }
    if let fault = wrong("dayCount", dayCount, 1...3660) ?? wrong("historyDayCount", historyDayCount, 0...3660)
      ?? wrong("slotCount", slotCount, 1...64) ?? wrong("postCount", postCount, 0...10_000_000)
      ?? wrong("lineCount", lineCount, 0...10_000_000) ?? wrong("shifts", shifts.count, 0...63)
      ?? wrong("needWeights", needWeights.count, 0...32_767) ?? wrong("staff", staff.count, 0...1_000_000)
    {
      return fault
    }
    if staff.count * dayCount > 200_000_000 || lineCount * dayCount * slotCount > 1_000_000_000 {
      return ProblemFault(field: "dayCount", message: "makes more than 200 million cells or a billion needs")
    }
    let timeCount = (dayCount + historyDayCount) * shifts.count
    guard times.count == timeCount else {
      return ProblemFault(field: "times", message: "has \(times.count) entries, expected \(timeCount)")
    }
    for (index, shift) in shifts.enumerated() {
      if shift.slots.contains(where: { !(0..<slotCount ~= $0) }) || Set(shift.slots).count != shift.slots.count {
        return ProblemFault(field: "shifts", index: index, message: "has a slot out of range, or twice")
      }
    }
    for (index, time) in times.enumerated() where !time.isSane {
      return ProblemFault(field: "times", index: index, message: "ends before it starts, or is beyond 10 years")
    }
    return nil
  }

  private func contractFault() -> ProblemFault? {
    for (index, contract) in contracts.enumerated() {
      let shiftsNamed =
        contract.forbiddenSuccessions.flatMap { [$0.earlier, $0.later] }
        + (contract.shiftRuns + contract.shiftCounts).map(\.shift)
      if shiftsNamed.contains(where: { !shifts.indices.contains($0) }) {
        return ProblemFault(field: "contracts", index: index, message: "names a shift out of range")
      }
      if Set(contract.shiftRuns.map(\.shift)).count != contract.shiftRuns.count
        || Set(contract.shiftCounts.map(\.shift)).count != contract.shiftCounts.count
      {
        return ProblemFault(field: "contracts", index: index, message: "bounds a shift twice")
      }
      if !contract.strengths.allSatisfy(\.isSane) {
        return ProblemFault(field: "contracts", index: index, message: "has a weight outside 0...1000000")
      }
      if !contract.values.allSatisfy({ -10_000_000...10_000_000 ~= $0 }) {
        return ProblemFault(field: "contracts", index: index, message: "has a limit beyond ten million")
      }
    }
    for (index, week) in weeks.enumerated()
    where week.end < week.start || week.days.isEmpty || !(-10_000...10_000 ~= week.days.lowerBound)
      || !(-10_000...10_000 ~= week.days.upperBound) || !(-Self.farthest...Self.farthest ~= week.start)
      || !(-Self.farthest...Self.farthest ~= week.end)
    {
      return ProblemFault(field: "weeks", index: index, message: "is empty, reversed or out of range")
    }
    for (index, weekend) in weekends.enumerated()
    where !weekend.days.contains(where: { 0..<dayCount ~= $0 })
      || !weekend.days.allSatisfy({ -10_000...10_000 ~= $0 })
      || zip(weekend.days, weekend.days.dropFirst()).contains(where: >=)
    {
      return ProblemFault(field: "weekends", index: index, message: "has no day of the period, or days out of order")
    }
    for (index, pair) in zip(weekends, weekends.dropFirst()).enumerated()
    where (pair.0.days.last ?? 0) >= (pair.1.days.first ?? 0) {
      return ProblemFault(field: "weekends", index: index + 1, message: "begins before the one before it has ended")
    }
    return nil
  }

  private func classFault() -> ProblemFault? {
    for (index, staffClass) in classes.enumerated() {
      var posts = Set<Int>()
      for option in staffClass.options {
        if !(0..<postCount ~= option.post) || !posts.insert(option.post).inserted {
          return ProblemFault(field: "classes", index: index, message: "post \(option.post) is out of range or twice")
        }
        if option.lines.contains(where: { !(0..<lineCount ~= $0) }) || Set(option.lines).count != option.lines.count {
          return ProblemFault(
            field: "classes", index: index, message: "post \(option.post) has a line out of range or twice")
        }
        if !(0...1_000_000 ~= option.cost) {
          return ProblemFault(field: "classes", index: index, message: "cost \(option.cost) is outside 0...1000000")
        }
      }
    }
    return nil
  }

  private func staffFault() -> ProblemFault? {
    for (index, member) in staff.enumerated() {
      if !classes.indices.contains(member.staffClass) || !contracts.indices.contains(member.contract) {
        return ProblemFault(field: "staff", index: index, message: "has a class or contract out of range")
      }
      let values = [
        member.minimumMinutes, member.maximumMinutes, member.minimumAssignments, member.maximumAssignments,
        member.maximumWeekends,
      ]
      if !values.allSatisfy({ -10_000_000...10_000_000 ~= ($0 ?? 0) }) {
        return ProblemFault(field: "staff", index: index, message: "has a limit beyond ten million")
      }
    }
    return nil
  }

  private func cellFault() -> ProblemFault? {
    var seen = Set<Int>()
    for (index, past) in history.enumerated() {
      if !staff.indices.contains(past.staff) || !(-historyDayCount..<0 ~= past.day)
        || !shifts.indices.contains(past.assignment.shift) || past.assignment.post < Assignment.unknownPost
        || past.assignment.post >= postCount || !seen.insert(past.staff * (historyDayCount + 1) - past.day).inserted
      {
        return ProblemFault(field: "history", index: index, message: "is out of range, or a second one that day")
      }
    }
    seen = []
    for (index, cell) in fixed.enumerated() {
      guard staff.indices.contains(cell.staff), 0..<dayCount ~= cell.day,
        seen.insert(cell.staff * dayCount + cell.day).inserted
      else { return ProblemFault(field: "fixed", index: index, message: "is out of range, or a second one that day") }
      if let fault = optionFault(cell.assignment, of: cell.staff) {
        return ProblemFault(field: "fixed", index: index, message: fault)
      }
    }
    for (index, cell) in unavailable.enumerated()
    where !staff.indices.contains(cell.staff) || !(0..<dayCount ~= cell.day) {
      return ProblemFault(field: "unavailable", index: index, message: "is out of range")
    }
    return nil
  }

  private func optionFault(_ assignment: Assignment?, of member: Int) -> String? {
    guard let assignment else { return nil }
    if !shifts.indices.contains(assignment.shift) { return "shift \(assignment.shift) is out of range" }
    let options = classes[staff[member].staffClass].options
    return options.contains { $0.post == assignment.post }
      ? nil : "post \(assignment.post) is not an option of the class"
  }

  private func coverFault() -> ProblemFault? {
    let needCount = lineCount * dayCount * slotCount
    guard needs.count == needCount else {
      return ProblemFault(field: "needs", message: "has \(needs.count) entries, expected \(needCount)")
    }
    for (index, need) in needs.enumerated()
    where need.minimum < 0 || need.preferred > 10_000_000 || need.preferred < need.minimum
      || need.maximum < need.preferred
      || (need != .none && !needWeights.indices.contains(Int(need.weights)))
    {
      return ProblemFault(
        field: "needs", index: index,
        message: "is not 0 <= minimum <= preferred <= maximum, preferred <= 10000000, with weights")
    }
    for (index, weights) in needWeights.enumerated()
    where ![weights.missing, weights.short, weights.surplus].allSatisfy({ 0...1_000_000 ~= $0 }) {
      return ProblemFault(field: "needWeights", index: index, message: "has a weight outside 0...1000000")
    }
    for (index, cover) in outsideCover.enumerated()
    where !(0..<lineCount ~= cover.line) || !(0..<dayCount ~= cover.day) || !(0..<slotCount ~= cover.slot)
      || !(0...1_000_000 ~= cover.count)
    {
      return ProblemFault(field: "outsideCover", index: index, message: "is out of range")
    }
    if outsideCover.reduce(0, { $0 + $1.count }) > 1_000_000 {
      return ProblemFault(field: "outsideCover", message: "sums to more than a million")
    }
    for (index, ratio) in ratios.enumerated()
    where !(0..<lineCount ~= ratio.limited) || !(0..<lineCount ~= ratio.by) || ratio.limited == ratio.by
      || !(0...1000 ~= ratio.factor) || !ratio.strength.isSane
    {
      return ProblemFault(field: "ratios", index: index, message: "has a line, factor or weight out of range")
    }
    return nil
  }

  private func softFault() -> ProblemFault? {
    for (index, request) in requests.enumerated() {
      var shiftIsKnown = true
      if case .shift(let shift) = request.subject { shiftIsKnown = shifts.indices.contains(shift) }
      if !staff.indices.contains(request.staff) || !(0..<dayCount ~= request.day) || !shiftIsKnown
        || !(0...1_000_000 ~= request.weight)
      {
        return ProblemFault(field: "requests", index: index, message: "is out of range")
      }
    }
    var seen = Set<[Int]>()
    for (index, balance) in balances.enumerated() {
      if !(0...1000 ~= balance.weight) || !(0...10_000_000 ~= balance.tolerance) {
        return ProblemFault(field: "balances", index: index, message: "has a weight or tolerance out of range")
      }
      for member in balance.members
      where !staff.indices.contains(member.staff) || !(-1_000_000...1_000_000 ~= member.target)
        || !seen.insert([balance.measure.rank, member.staff]).inserted
      {
        return ProblemFault(
          field: "balances", index: index, message: "has member \(member.staff) out of range or twice")
      }
    }
    if !reference.isEmpty && reference.count != staff.count * dayCount {
      return ProblemFault(
        field: "reference", message: "has \(reference.count) cells, expected \(staff.count * dayCount)")
    }
    if !(0...1_000_000 ~= changeWeight) || !(0...1_000_000 ~= continuityWeight) {
      return ProblemFault(field: "changeWeight", message: "or continuityWeight is outside 0...1000000")
    }
    return nil
  }

  static let farthest = 200_000_000
}

extension ShiftTime {
  var isSane: Bool {
    -Problem.farthest...Problem.farthest ~= start && start...(start + 14_400) ~= end && 0...14_400 ~= minutes
  }
}

extension Strength {
  var isSane: Bool {
    switch self {
    case .hard: true
    case .soft(let weight): 0...1_000_000 ~= weight
    }
  }
}

extension Balance.Measure {
  var rank: Int {
    switch self {
    case .nights: 0
    case .weekendDays: 1
    case .hours: 2
    }
  }
}

extension Bounds {
  var limits: [Limit] { [minimum, maximum].compactMap { $0 } }
}

extension Contract {
  var limits: [Limit] {
    let bounds =
      [workRun, nightRun, offRun, totalMinutes, assignments, weekMinutes] + (shiftRuns + shiftCounts).map(\.bounds)
    return bounds.flatMap(\.limits) + [minimumRest, weeklyRest, maximumWeekends].compactMap { $0 }
  }

  var strengths: [Strength] {
    limits.map(\.strength) + [successionStrength] + [completeWeekends].compactMap { $0 }
  }

  var values: [Int] { limits.map(\.value) }
}
