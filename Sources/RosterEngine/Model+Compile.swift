extension Model {
  /// Compiles a problem without a fault.
  ///
  /// Near-linear in its size.
  init(_ problem: Problem) {
    staffCount = problem.staff.count
    dayCount = problem.dayCount
    historyDays = problem.historyDayCount
    rowLength = historyDays + dayCount
    shiftCount = problem.shifts.count
    slotCount = problem.slotCount
    lineCount = problem.lineCount
    let history = historyDays

    times = problem.times.map {
      CellTime(start: Int32($0.start), end: Int32($0.end), minutes: Int32($0.minutes))
    }
    nightCodes = Self.nightCodes(problem)
    slots = Self.slots(problem)
    slotCodes = (0..<problem.slotCount).map { slot in
      Self.codes(of: ShiftSet(problem.shifts.indices.filter { problem.shifts[$0].slots.contains(slot) }))
    }

    (options, optionLines) = Self.options(problem)
    staffClass = problem.staff.map { Int32($0.staffClass) }
    (rules, ruleSet) = RuleCompiler.compile(problem)
    successions = RuleCompiler.successions(problem)
    allowed = Self.allowed(problem)
    (requestStart, requestCosts) = Self.requests(problem)
    lastPost = Self.lastPosts(problem)
    balances = Self.balances(problem)
    referenceCodes = problem.reference.map { UInt8(($0?.shift ?? -1) + 1) }
    referencePosts = problem.reference.map { Int32($0?.post ?? -1) }
    changeWeight = problem.changeWeight
    continuityWeight = problem.continuityWeight

    weeks = Self.weeks(problem)
    let weekList = weeks
    weeksReached = (0..<rowLength).map { day in
      Self.span(of: weekList) { $0.reachFirst <= day && day <= $0.reachLast }
    }
    weeksOfDay = (0..<rowLength).map { day in
      Self.span(of: weekList) { $0.dayFirst <= day && day <= $0.dayLast }
    }
    var weekendDays = Spread<Int32>()
    var weekendOf = [Int32](repeating: -1, count: rowLength)
    for (index, weekend) in problem.weekends.enumerated() {
      let days = weekend.days.map { $0 + history }.filter(weekendOf.indices.contains)
      for day in days { weekendOf[day] = Int32(index) }
      weekendDays.append(days.map { Int32($0) })
    }
    weekends = weekendDays
    self.weekendOf = weekendOf

    needs = problem.needs.map {
      NeedEntry(minimum: $0.minimum, preferred: $0.preferred, maximum: $0.maximum, weights: $0.weights)
    }
    weights =
      problem.needWeights.isEmpty
      ? [WeightEntry(missing: 0, short: 0, surplus: 0)]
      : problem.needWeights.map {
        WeightEntry(missing: Int32($0.missing), short: Int32($0.short), surplus: Int32($0.surplus))
      }
    let weightList = weights
    wanted = needs.map { need in
      let weight = weightList[Int(need.weights)]
      return weight.short > 0 ? need.preferred : weight.missing > 0 ? need.minimum : 0
    }
    outside = Self.outside(problem)
    (ratios, lineRatios) = Self.ratios(problem)
  }

  /// A bit for each code, code being shift plus one.
  static func codes(of shifts: ShiftSet) -> UInt64 { shifts.bits << 1 }

  private static func nightCodes(_ problem: Problem) -> UInt64 {
    codes(of: ShiftSet(problem.shifts.indices.filter { problem.shifts[$0].isNight }))
  }

  private static func slots(_ problem: Problem) -> Spread<Int32> {
    var slots = Spread<Int32>()
    slots.append([])
    for shift in problem.shifts { slots.append(shift.slots.map { Int32($0) }) }
    return slots
  }

  private static func options(_ problem: Problem) -> (Spread<OptionEntry>, [Int32]) {
    var options = Spread<OptionEntry>()
    var lines: [Int32] = []
    let known = codes(of: ShiftSet(problem.shifts.indices))
    for staffClass in problem.classes {
      var entries: [OptionEntry] = []
      for option in staffClass.options.sorted(by: { $0.post < $1.post }) {
        let first = Int32(lines.count)
        lines.append(contentsOf: option.lines.map { Int32($0) })
        entries.append(
          OptionEntry(
            post: Int32(option.post), cost: Int32(option.cost), lineStart: first, lineEnd: Int32(lines.count),
            codes: option.isAssignable ? codes(of: option.shifts) & known : 0))
      }
      options.append(entries)
    }
    return (options, lines)
  }

  private static func allowed(_ problem: Problem) -> [UInt64] {
    let known = ShiftSet(problem.shifts.indices)
    let offBit: UInt64 = 1
    var allowed: [UInt64] = []
    allowed.reserveCapacity(problem.staff.count * problem.dayCount)
    for member in problem.staff {
      let shifts = problem.contracts[member.contract].allowedShifts.intersection(known)
      allowed.append(contentsOf: repeatElement(codes(of: shifts) | offBit, count: problem.dayCount))
    }
    for cell in problem.unavailable {
      allowed[cell.staff * problem.dayCount + cell.day] &= ~codes(of: cell.shifts)
    }
    for cell in problem.fixed { allowed[cell.staff * problem.dayCount + cell.day] = 0 }
    return allowed
  }

  private static func requests(_ problem: Problem) -> ([Int32], [Int]) {
    var starts = [Int32](repeating: -1, count: problem.staff.count * problem.dayCount)
    var costs: [Int] = []
    let codeCount = problem.shifts.count + 1
    for request in problem.requests {
      let cell = request.staff * problem.dayCount + request.day
      if starts[cell] < 0 {
        starts[cell] = Int32(costs.count)
        costs.append(contentsOf: repeatElement(0, count: codeCount))
      }
      for code in 0..<codeCount where request.subject.matches(code: code) != request.isWanted {
        costs[Int(starts[cell]) + code] += request.weight
      }
    }
    return (starts, costs)
  }

  private static func lastPosts(_ problem: Problem) -> [Int32] {
    var posts = [Int32](repeating: -1, count: problem.staff.count)
    var days = [Int](repeating: .min, count: problem.staff.count)
    for past in problem.history where past.day > days[past.staff] {
      days[past.staff] = past.day
      posts[past.staff] = Int32(past.assignment.post)
    }
    return posts
  }

  private static func balances(_ problem: Problem) -> Spread<BalanceEntry> {
    var lists = [[BalanceEntry]](repeating: [], count: problem.staff.count)
    for balance in problem.balances {
      for member in balance.members {
        lists[member.staff].append(
          BalanceEntry(
            measure: Int32(balance.measure.rank), weight: balance.weight, tolerance: balance.tolerance,
            target: member.target))
      }
    }
    var spread = Spread<BalanceEntry>()
    for list in lists { spread.append(list) }
    return spread
  }

  private static func outside(_ problem: Problem) -> [Int32] {
    guard !problem.outsideCover.isEmpty else { return [] }
    var counts = [Int32](repeating: 0, count: problem.needs.count)
    for cover in problem.outsideCover {
      counts[problem.needIndex(line: cover.line, day: cover.day, slot: cover.slot)] += Int32(cover.count)
    }
    return counts
  }

  private static func ratios(_ problem: Problem) -> ([RatioEntry], Spread<Int32>) {
    let entries = problem.ratios.map {
      RatioEntry(
        limited: Int32($0.limited), by: Int32($0.by), factor: Int32($0.factor), weight: RowRule.weight($0.strength))
    }
    var lists = [[Int32]](repeating: [], count: problem.lineCount)
    for (index, ratio) in problem.ratios.enumerated() {
      lists[ratio.limited].append(Int32(index))
      lists[ratio.by].append(Int32(index))
    }
    var spread = Spread<Int32>()
    for list in lists { spread.append(list) }
    return (entries, spread)
  }
}

extension Request.Subject {
  /// Whether a cell with this code is what the wish is about.
  func matches(code: Int) -> Bool {
    switch self {
    case .off: code == 0
    case .anyShift: code != 0
    case .shift(let shift): code == shift + 1
    }
  }
}

extension Model {
  /// The weeks that touch the period, in rising order of start.
  static func weeks(_ problem: Problem) -> [WeekEntry] {
    let history = problem.historyDayCount
    let rows = 0..<(history + problem.dayCount)
    return problem.weeks.sorted { ($0.start, $0.end) < ($1.start, $1.end) }.compactMap { week in
      guard week.days.overlaps(0..<problem.dayCount) else { return nil }
      let reached = rows.filter { row in
        problem.shifts.indices.contains { shift in
          let time = problem.times[row * problem.shifts.count + shift]
          return time.start < week.end && time.end > week.start
        }
      }
      let days = (week.days.lowerBound + history..<week.days.upperBound + history).clamped(to: rows)
      return WeekEntry(
        reachFirst: Int32(reached.first ?? 0), reachLast: Int32(reached.last ?? -1), dayFirst: Int32(days.lowerBound),
        dayLast: Int32(days.upperBound - 1), start: Int32(week.start), end: Int32(week.end))
    }
  }

  /// The range from the first to the last week that the test holds for; empty if for none.
  static func span(of weeks: [WeekEntry], where holds: (WeekEntry) -> Bool) -> Range<Int32> {
    guard let first = weeks.firstIndex(where: holds), let last = weeks.lastIndex(where: holds) else { return 0..<0 }
    return Int32(first)..<Int32(last + 1)
  }
}
