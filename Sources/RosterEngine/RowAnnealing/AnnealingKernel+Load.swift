extension AnnealingKernel {
  /// Makes the buffers of a problem; the roster is empty until ``load(_:_:)``.
  init(_ tables: AnnealingTables, _ moves: AnnealingMoves, _ memory: AnnealingMemory) {
    (staffCount, dayCount, dutyCount) = (tables.staffCount, tables.dayCount, tables.duties.count)
    (codeCount, kindCount) = (tables.codeCount, tables.kindCount)
    cellRow = memory.copy(tables.cells.rowOf)
    cellCost = memory.copy(tables.cells.costs)
    choices = memory.copy(tables.cells.choices)
    choiceCount = memory.copy(tables.cells.choiceCounts)
    dutyCode = memory.copy(tables.duties.codes)
    changeStart = memory.copy(tables.changes.starts)
    changePoints = memory.copy(tables.changes.items)
    work = memory.copy(tables.work)
    workOf = memory.copy(tables.workOf)
    letters = memory.copy(Self.letters(tables))
    parts = memory.copy(tables.parts)
    needs = memory.copy(tables.needs)
    members = memory.copy(Self.members(tables))
    stepSoft = memory.copy(tables.steps.cost)
    stepBreach = memory.copy(
      tables.steps.next.indices.map { place in
        (0..<4).reduce(0) { $0 | UInt32(tables.steps.breaches[4 * place + $1]) << UInt32(8 * $1) }
      })
    lengths = memory.copy(moves.lengths)
    steps = memory.fill(0, tables.steps.next.count)
    limits = memory.copy(tables.limits.sums)
    countLimits = memory.copy(tables.limits.counts)
    softLimits = memory.copy(tables.limits.sums)
    softCountLimits = memory.copy(tables.limits.counts)
    hardCounts = memory.copy(tables.limits.hardCounts)
    duties = memory.fill(0, staffCount * dayCount)
    states = memory.fill(0, staffCount * (dayCount + 1))
    loads = memory.fill(0, staffCount * 4)
    shiftCounts = memory.fill(0, staffCount * codeCount)
    cover = memory.copy(tables.outside)
    marginals = memory.fill(0, 2 * dayCount * kindCount)
    tallies = memory.fill(0, staffCount * BreachClass.tallySize)
    rowCosts = memory.fill(0, staffCount)
    best = memory.fill(0, staffCount * dayCount)
    scratch = memory.fill(0, dayCount)
    (swapShare, singleShare, spanShare) = (moves.swapShare, moves.singleShare, moves.spanShare)
  }

  private static func letters(_ tables: AnnealingTables) -> [UInt8] {
    tables.steps.bases.indices.flatMap { automaton in
      tables.duties.codes.map { tables.steps.letters[automaton * tables.codeCount + Int($0)] }
    }
  }

  private static func members(_ tables: AnnealingTables) -> [AnnealingMember] {
    tables.ruleSet.map { ruleSet in
      let automaton = tables.steps.automaton[Int(ruleSet)]
      return AnnealingMember(
        steps: tables.steps.bases[automaton], partSize: tables.steps.sizes[automaton],
        letters: Int32(automaton * tables.duties.count),
        limits: ruleSet * Int32(AnnealingLimits.measures * AnnealingLimits.size),
        countLimits: ruleSet * Int32(tables.codeCount * AnnealingLimits.size),
        hardSums: Int32(tables.limits.hardSums[Int(ruleSet)]),
        limitedCodes: tables.limits.limitedCodes[Int(ruleSet)])
    }
  }

  /// Takes a roster by duties, and counts everything about it anew.
  ///
  /// The packed steps must have been made, at whatever weights.
  func load(_ roster: [UInt8], _ tables: AnnealingTables) -> AnnealingTally {
    var tally = AnnealingTally()
    duties.update(from: roster, count: roster.count)
    cover.update(from: tables.outside, count: tables.outside.count)
    for member in 0..<staffCount {
      for day in 0..<dayCount {
        let duty = Int(duties[member * dayCount + day])
        for kind in tables.duties.kinds[duty] { cover[day * kindCount + Int(kind)] += 1 }
        tally.soft += Int(cellCost[Int(cellRow[member * dayCount + day]) * dutyCount + duty])
      }
      loadRow(member, tables, &tally)
    }
    for point in tables.needs.indices {
      tally.soft += needs[point].cost(at: cover[point])
      refreshMarginals(point)
    }
    return tally
  }

  /// Reads a row from its start.
  private func loadRow(_ member: Int, _ tables: AnnealingTables, _ tally: inout AnnealingTally) {
    let own = tallies + member * BreachClass.tallySize
    own.update(repeating: 0, count: BreachClass.tallySize)
    let automaton = tables.steps.automaton[Int(tables.ruleSet[member])]
    var state = tables.startState[member] * tables.steps.letterCounts[automaton]
    var load = [0, 0, tables.startWeekends[member], 0]
    let counts = shiftCounts + member * codeCount
    counts.update(repeating: 0, count: codeCount)
    for day in 0..<dayCount {
      states[member * (dayCount + 1) + day] = state
      let duty = Int(duties[member * dayCount + day])
      let place =
        Int(tables.steps.bases[automaton]) + Int(parts[day]) * Int(tables.steps.sizes[automaton]) + Int(state)
        + Int(letters[automaton * dutyCount + duty])
      own[0] += stepSoft[place]
      for kind in 0..<4 { own[1 + kind] += Int32(stepBreach[place] >> UInt32(8 * kind) & 255) }
      load[0] += Int32(work[Int(workOf[day]) + duty] >> 32)
      load[1] += duty == 0 ? 0 : 1
      load[2] += Int32(tables.steps.weekend[place])
      counts[Int(dutyCode[duty])] += 1
      state = tables.steps.next[place]
    }
    for (measure, sum) in load.enumerated() { loads[member * 4 + measure] = sum }
    chargeLimits(member)
    tally.soft += Int(own[0])
    for place in 1..<BreachClass.tallySize { tally.broken += Int(own[place]) }
  }
}
