// Taking a move: everything that is kept beside the duties is brought up to date before the duties themselves.

extension AnnealingKernel {
  /// Brings a row's states, loads, counts and tally to other duties of a window; the duties themselves stay.
  @inline(__always)
  func commitRow(
    _ member: Int, _ first: Int, _ last: Int, _ new: UnsafeMutablePointer<UInt8>, _ tally: inout AnnealingTally
  ) {
    let entry = members[member]
    let own = tallies + member &* BreachClass.tallySize
    let row = duties + member &* dayCount
    let letter = letters + Int(entry.letters)
    let old = states + member &* (dayCount &+ 1)
    let rowMask: Int64 = (1 << Int64(AnnealingSteps.rowBits)) &- 1
    let before = own[0]
    var weekends: Int32 = 0
    var state = Int(old[first])
    var day = first
    while day < dayCount && (day <= last || state != Int(old[day])) {
      let part = Int(entry.steps) &+ Int(parts[day]) &* Int(entry.partSize)
      let oldPlace = part &+ Int(old[day]) &+ Int(letter[Int(row[day])])
      let newPlace = part &+ state &+ Int(letter[Int((day <= last ? new : row)[day])])
      old[day] = Int32(truncatingIfNeeded: state)
      own[0] &+= stepSoft[newPlace] &- stepSoft[oldPlace]
      let (won, lost) = (stepBreach[newPlace], stepBreach[oldPlace])
      if won != lost {
        var place = 0
        while place < 4 {
          let shift = UInt32(8 &* place)
          let change = Int32(won >> shift & 255) &- Int32(lost >> shift & 255)
          own[1 &+ place] &+= change
          tally.broken &+= Int(change)
          place &+= 1
        }
      }
      weekends &+= Int32(truncatingIfNeeded: (steps[newPlace] >> 20) & 4095)
      weekends &-= Int32(truncatingIfNeeded: (steps[oldPlace] >> 20) & 4095)
      state = Int(steps[newPlace] & rowMask)
      day &+= 1
    }
    let work = workDelta(member, first, last, new)
    commitSum(member, 0, Self.minutes(work), &tally)
    commitSum(member, 1, Self.days(work), &tally)
    commitSum(member, 2, Int(weekends), &tally)
    if entry.limitedCodes != 0 { commitCounts(member, first, last, new, &tally) }
    tally.soft &+= Int(own[0]) &- Int(before)
  }

  /// Changes a load and what its limits cost.
  @inline(__always)
  private func commitSum(_ member: Int, _ measure: Int, _ change: Int, _ tally: inout AnnealingTally) {
    if change == 0 { return }
    let load = loads + (member &* 4 &+ measure)
    let old = Int(load.pointee)
    load.pointee &+= Int32(truncatingIfNeeded: change)
    let limit = softLimits + (Int(members[member].limits) &+ 4 &* measure)
    commit(
      member, BreachClass.minutes.rawValue &+ measure, limit, old, old &+ change,
      hard: Int(members[member].hardSums) >> (2 &* measure), isMinutes: measure == 0, &tally)
  }

  @inline(__always)
  private func commitCounts(
    _ member: Int, _ first: Int, _ last: Int, _ new: UnsafeMutablePointer<UInt8>, _ tally: inout AnnealingTally
  ) {
    let row = duties + member &* dayCount
    var day = first
    while day <= last {
      let (old, code) = (Int(dutyCode[Int(row[day])]), Int(dutyCode[Int(new[day])]))
      if old != code {
        commitCount(member, old, -1, &tally)
        commitCount(member, code, 1, &tally)
      }
      day &+= 1
    }
  }

  private func commitCount(_ member: Int, _ code: Int, _ step: Int32, _ tally: inout AnnealingTally) {
    if (members[member].limitedCodes >> UInt64(code)) & 1 == 0 { return }
    let count = shiftCounts + (member &* codeCount &+ code)
    let old = Int(count.pointee)
    count.pointee &+= step
    let place = Int(members[member].countLimits) &+ code &* 4
    commit(
      member, BreachClass.shiftCount.rawValue, softCountLimits + place, old, old &+ Int(step),
      hard: Int(hardCounts[place / 4]), isMinutes: false, &tally)
  }

  /// Charges a sum's limits to the soft cost or to the breaches of a class.
  @inline(__always)
  private func commit(
    _ member: Int, _ place: Int, _ limit: UnsafeMutablePointer<Int32>, _ old: Int, _ new: Int, hard: Int,
    isMinutes: Bool, _ tally: inout AnnealingTally
  ) {
    let own = tallies + member &* BreachClass.tallySize
    own[0] &+= Int32(
      truncatingIfNeeded: Self.penalty(limit, new, isMinutes: isMinutes)
        &- Self.penalty(limit, old, isMinutes: isMinutes))
    if hard & 3 == 0 { return }
    let change = Self.excess(limit, new, hard, isMinutes) &- Self.excess(limit, old, hard, isMinutes)
    own[place] &+= Int32(truncatingIfNeeded: change)
    tally.broken &+= change
  }

  /// By how much a sum breaks the limits that are hard.
  @inline(__always)
  private static func excess(
    _ limit: UnsafeMutablePointer<Int32>, _ sum: Int, _ hard: Int, _ isMinutes: Bool
  ) -> Int {
    let below = hard & 1 != 0 ? max(0, Int(limit[0]) &- sum) : 0
    let above = hard & 2 != 0 ? max(0, sum &- Int(limit[1])) : 0
    return isMinutes ? (below &+ 59) / 60 &+ (above &+ 59) / 60 : below &+ above
  }

  /// Charges the limits of a row that has just been read from its start.
  func chargeLimits(_ member: Int) {
    let entry = members[member]
    let own = tallies + member * BreachClass.tallySize
    for measure in 0..<AnnealingLimits.measures {
      let limit = softLimits + Int(entry.limits) + measure * AnnealingLimits.size
      let (sum, isMinutes) = (Int(loads[member * 4 + measure]), measure == 0)
      own[0] += Int32(clamping: Self.penalty(limit, sum, isMinutes: isMinutes))
      own[BreachClass.minutes.rawValue + measure] += Int32(
        clamping: Self.excess(limit, sum, Int(entry.hardSums) >> (2 * measure), isMinutes))
    }
    for code in 0..<codeCount where (entry.limitedCodes >> UInt64(code)) & 1 != 0 {
      let place = Int(entry.countLimits) + code * AnnealingLimits.size
      let sum = Int(shiftCounts[member * codeCount + code])
      own[0] += Int32(clamping: Self.penalty(softCountLimits + place, sum, isMinutes: false))
      own[BreachClass.shiftCount.rawValue] += Int32(
        clamping: Self.excess(softCountLimits + place, sum, Int(hardCounts[place / 4]), false))
    }
  }

  /// Brings the cover of a day from one duty to another, and what one more or less would cost there.
  @inline(__always)
  func commitCover(_ day: Int, _ old: Int, _ new: Int) {
    let pair = old &* dutyCount &+ new
    var index = Int(changeStart[pair])
    while index < Int(changeStart[pair &+ 1]) {
      let change = Int(changePoints[index])
      let point = day &* kindCount &+ change >> 1
      cover[point] &+= change & 1 == 0 ? -1 : 1
      refreshMarginals(point)
      index &+= 1
    }
  }

  @inline(__always)
  func refreshMarginals(_ point: Int) {
    let need = needs[point]
    marginals[2 &* point] = 0 &- need.gain(at: cover[point] &- 1)
    marginals[2 &* point &+ 1] = need.gain(at: cover[point])
  }

  /// Copies the roster if it is the cheapest so far and about to change.
  @inline(__always)
  func keepBest(_ tally: inout AnnealingTally) {
    guard tally.isBest else { return }
    best.update(from: duties, count: staffCount &* dayCount)
    tally.isBest = false
  }
}
