// What a change would cost; nothing here changes the roster but shift counts, which are put back.

extension AnnealingKernel {
  /// What the cells of a window cost more by themselves, with other duties.
  @inline(__always)
  func cellDelta(_ member: Int, _ first: Int, _ last: Int, _ new: UnsafeMutablePointer<UInt8>) -> Int {
    let base = member &* dayCount
    var delta = 0
    var day = first
    while day <= last {
      let row = Int(cellRow[base &+ day]) &* dutyCount
      delta &+= Int(cellCost[row &+ Int(new[day])]) &- Int(cellCost[row &+ Int(duties[base &+ day])])
      day &+= 1
    }
    return delta
  }

  /// What the cover of a window costs more when a member has other duties.
  @inline(__always)
  func coverDelta(_ member: Int, _ first: Int, _ last: Int, _ new: UnsafeMutablePointer<UInt8>) -> Int {
    let base = member &* dayCount
    var delta = 0
    var day = first
    while day <= last {
      let pair = Int(duties[base &+ day]) &* dutyCount &+ Int(new[day])
      let points = marginals + day &* kindCount &* 2
      var index = Int(changeStart[pair])
      let end = Int(changeStart[pair &+ 1])
      while index < end {
        delta &+= Int(points[Int(changePoints[index])])
        index &+= 1
      }
      day &+= 1
    }
    return delta
  }

  /// Minutes (upper half) and days that a window of other duties adds.
  @inline(__always)
  func workDelta(_ member: Int, _ first: Int, _ last: Int, _ new: UnsafeMutablePointer<UInt8>) -> Int {
    let base = member &* dayCount
    var delta: Int64 = 0
    var day = first
    while day <= last {
      let row = work + Int(workOf[day])
      delta &+= row[Int(new[day])] &- row[Int(duties[base &+ day])]
      day &+= 1
    }
    return Int(delta)
  }

  @inline(__always)
  static func days(_ work: Int) -> Int { Int(Int32(truncatingIfNeeded: work)) }

  @inline(__always)
  static func minutes(_ work: Int) -> Int { (work &- days(work)) >> 32 }

  /// What a sum costs by its pair of limits; minutes count in started hours.
  @inline(__always)
  static func penalty(_ limit: UnsafeMutablePointer<Int32>, _ sum: Int, isMinutes: Bool) -> Int {
    var below = max(0, Int(limit[0]) &- sum)
    var above = max(0, sum &- Int(limit[1]))
    if isMinutes {
      below = Int(UInt32(truncatingIfNeeded: below &+ 59) / 60)
      above = Int(UInt32(truncatingIfNeeded: above &+ 59) / 60)
    }
    return below &* Int(limit[2]) &+ above &* Int(limit[3])
  }

  /// What minutes and days cost more.
  @inline(__always)
  func sumDelta(_ member: Int, minutes: Int, days: Int) -> Int {
    let limit = limits + Int(members[member].limits)
    let load = loads + member &* 4
    var delta = 0
    if minutes != 0 {
      let old = Int(load[0])
      delta =
        Self.penalty(limit, old &+ minutes, isMinutes: true) &- Self.penalty(limit, old, isMinutes: true)
    }
    if days != 0 {
      let old = Int(load[1])
      delta &+=
        Self.penalty(limit + 4, old &+ days, isMinutes: false) &- Self.penalty(limit + 4, old, isMinutes: false)
    }
    return delta
  }

  /// What runs, successions and weekends cost more: the row is read on from the window until its states agree again.
  @inline(__always)
  func stepDelta(_ member: Int, _ first: Int, _ last: Int, _ new: UnsafeMutablePointer<UInt8>) -> Int {
    let entry = members + member
    let table = steps + Int(entry.pointee.steps)
    let partSize = Int(entry.pointee.partSize)
    let letter = letters + Int(entry.pointee.letters)
    let row = duties + member &* dayCount
    let old = states + member &* (dayCount &+ 1)
    let rowMask: Int64 = (1 << Int64(AnnealingSteps.rowBits)) &- 1
    var state = Int(old[first])
    var before: Int64 = 0
    var after: Int64 = 0
    var day = first
    while day <= last {
      let part = table + Int(parts[day]) &* partSize
      let oldStep = part[Int(old[day]) &+ Int(letter[Int(row[day])])]
      let newStep = part[state &+ Int(letter[Int(new[day])])]
      before &+= oldStep >> Int64(AnnealingSteps.rowBits)
      after &+= newStep >> Int64(AnnealingSteps.rowBits)
      state = Int(newStep & rowMask)
      day &+= 1
    }
    while day < dayCount && state != Int(old[day]) {
      let part = table + Int(parts[day]) &* partSize
      let place = Int(letter[Int(row[day])])
      let oldStep = part[Int(old[day]) &+ place]
      let newStep = part[state &+ place]
      before &+= oldStep >> Int64(AnnealingSteps.rowBits)
      after &+= newStep >> Int64(AnnealingSteps.rowBits)
      state = Int(newStep & rowMask)
      day &+= 1
    }
    var delta = Int(after >> 12) &- Int(before >> 12)
    let weekends = Int(after & 4095) &- Int(before & 4095)
    if weekends != 0 {
      let limit = limits + (Int(entry.pointee.limits) &+ 8)
      let load = Int(loads[member &* 4 &+ 2])
      delta &+=
        Self.penalty(limit, load &+ weekends, isMinutes: false) &- Self.penalty(limit, load, isMinutes: false)
    }
    return delta
  }

  /// What shift counts cost more.
  @inline(__always)
  func countDelta(_ member: Int, _ first: Int, _ last: Int, _ new: UnsafeMutablePointer<UInt8>) -> Int {
    let limited = members[member].limitedCodes
    if limited == 0 { return 0 }
    let limit = countLimits + Int(members[member].countLimits)
    let counts = shiftCounts + member &* codeCount
    let row = duties + member &* dayCount
    var delta = 0
    var day = first
    while day <= last {
      let (old, code) = (Int(dutyCode[Int(row[day])]), Int(dutyCode[Int(new[day])]))
      if old != code {
        if (limited >> UInt64(old)) & 1 != 0 { delta &+= move(counts + old, -1, limit + old &* 4) }
        if (limited >> UInt64(code)) & 1 != 0 { delta &+= move(counts + code, 1, limit + code &* 4) }
      }
      day &+= 1
    }
    day = first
    while day <= last {
      let (old, code) = (Int(dutyCode[Int(row[day])]), Int(dutyCode[Int(new[day])]))
      counts[old] &+= 1
      counts[code] &-= 1
      if (limited >> UInt64(old)) & 1 == 0 { counts[old] &-= 1 }
      if (limited >> UInt64(code)) & 1 == 0 { counts[code] &+= 1 }
      day &+= 1
    }
    return delta
  }

  @inline(__always)
  private func move(
    _ count: UnsafeMutablePointer<Int32>, _ step: Int32, _ limit: UnsafeMutablePointer<Int32>
  ) -> Int {
    let old = Int(count.pointee)
    count.pointee &+= step
    return Self.penalty(limit, old &+ Int(step), isMinutes: false) &- Self.penalty(limit, old, isMinutes: false)
  }
}
