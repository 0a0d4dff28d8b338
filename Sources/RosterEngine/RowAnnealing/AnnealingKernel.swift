/// The roster under annealing and the tables beside it, as plain buffers.
///
/// Every buffer is a constant pointer of a value, so the inner loop keeps them in registers; arrays of a class or of a
/// structure changed in place would be checked for exclusive access and bounds at each of the hundred reads of a move.
/// The ``AnnealingMemory`` must live as long as the kernel is used.
package struct AnnealingKernel {
  package let staffCount: Int
  package let dayCount: Int
  package let dutyCount: Int
  package let codeCount: Int
  package let kindCount: Int

  // What no move changes.
  package let cellRow: UnsafeMutablePointer<Int32>
  package let cellCost: UnsafeMutablePointer<Int32>
  package let choices: UnsafeMutablePointer<UInt8>
  package let choiceCount: UnsafeMutablePointer<Int32>
  package let dutyCode: UnsafeMutablePointer<UInt8>
  package let changeStart: UnsafeMutablePointer<Int32>
  package let changePoints: UnsafeMutablePointer<Int32>
  package let work: UnsafeMutablePointer<Int64>
  package let workOf: UnsafeMutablePointer<Int32>
  /// Letters by automaton, then duty.
  package let letters: UnsafeMutablePointer<UInt8>
  package let parts: UnsafeMutablePointer<UInt8>
  package let needs: UnsafeMutablePointer<AnnealingNeed>
  package let members: UnsafeMutablePointer<AnnealingMember>
  package let stepSoft: UnsafeMutablePointer<Int32>
  /// The four counts of ``BreachClass/inSteps``, a byte each.
  package let stepBreach: UnsafeMutablePointer<UInt32>
  /// Days that a block spans, drawn by six bits.
  package let lengths: UnsafeMutablePointer<UInt8>

  // What changes with the weights: packed steps, then costs of limits.
  /// Cost of the step, then 12 bits for a weekend, then the row of the next state.
  package let steps: UnsafeMutablePointer<Int64>
  package let limits: UnsafeMutablePointer<Int32>
  package let countLimits: UnsafeMutablePointer<Int32>
  /// Limits at the price the evaluator has for them: nothing where they are hard.
  package let softLimits: UnsafeMutablePointer<Int32>
  package let softCountLimits: UnsafeMutablePointer<Int32>
  package let hardCounts: UnsafeMutablePointer<UInt8>

  // The roster.
  package let duties: UnsafeMutablePointer<UInt8>
  /// Row of the state before each day, by member then day.
  package let states: UnsafeMutablePointer<Int32>
  /// Minutes, days and weekends of each member, and one unused.
  package let loads: UnsafeMutablePointer<Int32>
  package let shiftCounts: UnsafeMutablePointer<Int32>
  package let cover: UnsafeMutablePointer<Int32>
  /// By point: what one less costs, what one more costs.
  package let marginals: UnsafeMutablePointer<Int32>
  /// By member, ``BreachClass/tallySize`` numbers.
  package let tallies: UnsafeMutablePointer<Int32>
  /// What each row costs at the weights there are.
  package let rowCosts: UnsafeMutablePointer<Int>
  package let best: UnsafeMutablePointer<UInt8>
  /// A row of new duties.
  package let scratch: UnsafeMutablePointer<UInt8>

  /// Of 256 draws, where each kind of move ends; see ``AnnealingMoves``.
  package let swapShare: Int
  package let singleShare: Int
  package let spanShare: Int
}

/// Where the tables of a member begin.
package struct AnnealingMember: BitwiseCopyable, Sendable {
  let steps: Int32
  /// Steps of one part of the weekend.
  let partSize: Int32
  let letters: Int32
  let limits: Int32
  let countLimits: Int32
  /// Bits of the sums' limits that are hard.
  let hardSums: Int32
  let limitedCodes: UInt64
}

/// What one point wants, with its weights beside it so that one cache line answers.
package struct AnnealingNeed: BitwiseCopyable, Sendable {
  let minimum: Int32
  let preferred: Int32
  let maximum: Int32
  let missing: Int32
  let short: Int32
  let surplus: Int32

  init(_ need: NeedEntry, _ model: Model) {
    let weight = model.weights[Int(need.weights)]
    (minimum, preferred, maximum) = (need.minimum, need.preferred, need.maximum)
    (missing, short, surplus) = (weight.missing, weight.short, weight.surplus)
  }

  /// What one more costs when there are so many.
  @inline(__always)
  func gain(at count: Int32) -> Int32 {
    count < minimum ? 0 &- missing : count < preferred ? 0 &- short : count >= maximum ? surplus : 0
  }

  /// What so many cost.
  func cost(at count: Int32) -> Int {
    Int(max(0, minimum - count)) * Int(missing) + Int(max(0, preferred - max(count, minimum))) * Int(short)
      + Int(max(0, count - maximum)) * Int(surplus)
  }
}

/// Owns the buffers of an ``AnnealingKernel`` and frees them with itself.
final class AnnealingMemory {
  private var blocks: [UnsafeMutableRawPointer] = []

  /// A buffer with the numbers of an array; never empty, so that its address is always good.
  func copy<Value: BitwiseCopyable>(_ values: [Value]) -> UnsafeMutablePointer<Value> {
    let block = UnsafeMutablePointer<Value>.allocate(capacity: max(1, values.count))
    block.initialize(from: values, count: values.count)
    blocks.append(UnsafeMutableRawPointer(block))
    return block
  }

  /// A buffer of the same number over and over.
  func fill<Value: BitwiseCopyable>(_ value: Value, _ count: Int) -> UnsafeMutablePointer<Value> {
    copy(Array(repeating: value, count: count))
  }

  deinit {
    for block in blocks { block.deallocate() }
  }
}

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
