extension AnnealingKernel {
  /// A sum of costs above this has a forbidden cell in it.
  private static let forbidden = 1 << 28

  /// Tries a number of moves at one temperature and returns how many were tried.
  ///
  /// The threshold is drawn before the move is judged, so a move is given up as soon as it can no longer come below it:
  /// no row can save more than it costs.
  ///
  /// - Parameters:
  ///   - thresholds: 4096 costs, drawn with equal chance: a move is taken if it costs no more.
  ///   - stopsAtChange: Whether to come back after the first move taken.
  func run(
    _ moves: Int, thresholds: UnsafeMutablePointer<Int32>, stopsAtChange: Bool, _ tally: inout AnnealingTally,
    _ random: inout RandomSource
  ) -> Int {
    var tried = 0
    while tried < moves {
      tried &+= 1
      let (draw, place) = (random.next(), random.next())
      let threshold = Int(thresholds[Int(draw & 4095)])
      let kind = Int((draw >> 12) & 255)
      let member = Int(((draw >> 32) &* UInt64(truncatingIfNeeded: staffCount)) >> 32)
      let day = Int(((place >> 32) &* UInt64(truncatingIfNeeded: dayCount)) >> 32)
      let pick = place & 0xFFFF_FFFF
      let length = Int(lengths[Int((draw >> 20) & 63)])
      let isTaken: Bool
      if kind < swapShare {
        isTaken = trySwap(member, day, min(day &+ length &- 1, dayCount &- 1), pick, threshold, &tally)
      } else {
        let last: Int
        let way = Int((draw >> 26) & 3)
        if kind < spanShare {
          last = kind < singleShare ? day : min(day &+ length &- 1, dayCount &- 1)
          isTaken = fill(member, day, last, pick, way) && tryRow(member, day, last, threshold, &tally)
        } else {
          last = min(day &+ 1 &+ Int((pick &* 13) >> 32), dayCount &- 1)
          isTaken = rearrange(member, day, last, way) && tryRow(member, day, last, threshold, &tally)
        }
      }
      if isTaken {
        tally.accepted &+= 1
        tally.checksum =
          (tally.checksum &+ UInt64(truncatingIfNeeded: tried &* 4096 &+ member &* 64 &+ day)) &* 0x9E37_79B9_7F4A_7C15
        if tally.broken == 0 && tally.soft < tally.best {
          tally.best = tally.soft
          tally.isBest = true
        }
        if stopsAtChange { break }
      }
    }
    return tried
  }

  /// Gives a window of a member's days one duty; `false` if it has it already.
  ///
  /// Half the draws take the duty of the day before or after, so that runs grow and shrink; the others any duty that
  /// the first day may have.
  @inline(__always)
  private func fill(_ member: Int, _ first: Int, _ last: Int, _ pick: UInt64, _ way: Int) -> Bool {
    let base = member &* dayCount
    let duty: UInt8
    if way == 2 && first > 0 {
      duty = duties[base &+ first &- 1]
    } else if way == 3 && last &+ 1 < dayCount {
      duty = duties[base &+ last &+ 1]
    } else {
      let list = Int(cellRow[base &+ first])
      let choice = Int((pick &* UInt64(UInt32(bitPattern: choiceCount[list]))) >> 32)
      duty = choices[list &* dutyCount &+ choice]
    }
    if first == last && duty == duties[base &+ first] { return false }
    var day = first
    while day <= last {
      scratch[day] = duty
      day &+= 1
    }
    return true
  }

  /// Exchanges the ends of a window of a member's days, or turns it by a day; `false` if that changes nothing.
  @inline(__always)
  private func rearrange(_ member: Int, _ first: Int, _ last: Int, _ way: Int) -> Bool {
    let row = duties + member &* dayCount
    if row[first] == row[last] { return false }
    var day = first
    switch way {
    case 0:
      while day < last {
        scratch[day] = row[day &+ 1]
        day &+= 1
      }
      scratch[last] = row[first]
    case 1:
      while day < last {
        scratch[day &+ 1] = row[day]
        day &+= 1
      }
      scratch[first] = row[last]
    default:
      while day <= last {
        scratch[day] = row[day]
        day &+= 1
      }
      scratch[first] = row[last]
      scratch[last] = row[first]
    }
    return true
  }

  /// Gives a window of a member's days the duties in ``scratch``.
  @inline(__always)
  private func tryRow(
    _ member: Int, _ first: Int, _ last: Int, _ threshold: Int, _ tally: inout AnnealingTally
  ) -> Bool {
    let base = member &* dayCount
    let cells = cellDelta(member, first, last, scratch)
    if cells > Self.forbidden { return false }
    let own = cells &+ coverDelta(member, first, last, scratch)
    let most = threshold &+ rowCosts[member]
    if own > most { return false }
    let work = workDelta(member, first, last, scratch)
    var row = sumDelta(member, minutes: Self.minutes(work), days: Self.days(work))
    if own &+ row > most { return false }
    row &+= stepDelta(member, first, last, scratch)
    if own &+ row > most { return false }
    row &+= countDelta(member, first, last, scratch)
    if own &+ row > threshold { return false }

    keepBest(&tally)
    commitRow(member, first, last, scratch, &tally)
    rowCosts[member] &+= row
    tally.soft &+= own
    var day = first
    while day <= last {
      commitCover(day, Int(duties[base &+ day]), Int(scratch[day]))
      duties[base &+ day] = scratch[day]
      day &+= 1
    }
    return true
  }

  /// Exchanges a window of days between two members; the cover stays as it is.
  @inline(__always)
  private func trySwap(
    _ member: Int, _ first: Int, _ last: Int, _ pick: UInt64, _ threshold: Int, _ tally: inout AnnealingTally
  ) -> Bool {
    var other = Int((pick &* UInt64(truncatingIfNeeded: staffCount)) >> 32)
    let row = duties + member &* dayCount
    // Members with another duty on the first day; a few places on there is nearly always one.
    var tries = 0
    while duties[other &* dayCount &+ first] == row[first] {
      if tries == 4 { return false }
      tries &+= 1
      other &+= 1
      if other == staffCount { other = 0 }
    }
    let otherRow = duties + other &* dayCount
    let own = cellDelta(member, first, last, otherRow) &+ cellDelta(other, first, last, row)
    let most = threshold &+ rowCosts[member] &+ rowCosts[other]
    if own > most || own > Self.forbidden { return false }
    let work = workDelta(member, first, last, otherRow)
    let (minutes, days) = (Self.minutes(work), Self.days(work))
    var mine = sumDelta(member, minutes: minutes, days: days)
    var theirs = sumDelta(other, minutes: 0 &- minutes, days: 0 &- days)
    if own &+ mine &+ theirs > most { return false }
    mine &+= stepDelta(member, first, last, otherRow)
    if own &+ mine &+ theirs > most { return false }
    theirs &+= stepDelta(other, first, last, row)
    if own &+ mine &+ theirs > most { return false }
    mine &+= countDelta(member, first, last, otherRow)
    theirs &+= countDelta(other, first, last, row)
    if own &+ mine &+ theirs > threshold { return false }

    keepBest(&tally)
    commitRow(member, first, last, otherRow, &tally)
    commitRow(other, first, last, row, &tally)
    rowCosts[member] &+= mine
    rowCosts[other] &+= theirs
    tally.soft &+= own
    var day = first
    while day <= last {
      let duty = row[day]
      row[day] = otherRow[day]
      otherRow[day] = duty
      day &+= 1
    }
    return true
  }
}

/// How often each kind of move is tried, and over how many days.
struct AnnealingMoves: Sendable {
  /// Of 256 moves, those that exchange a block of days between two members.
  var swapShare = 150
  /// Of 256 moves, those before, and those that give one day another duty.
  var singleShare = 200
  /// Of 256 moves, those before, and those that give several days one duty; the rest rearrange days of one member.
  var spanShare = 240
  /// The days of a block, 64 chances.
  var lengths: [UInt8]

  init(dayCount: Int) {
    let chances = [20, 10, 8, 7, 6, 5, 5, 3]
    lengths = chances.enumerated().flatMap { Array(repeating: UInt8(min($0.offset + 1, dayCount)), count: $0.element) }
  }
}

/// Where an annealing stands: what the roster costs, how much it breaks, and what was done.
package struct AnnealingTally: Equatable, Sendable {
  /// Cost of the roster, breaches apart.
  package var soft = 0
  /// Breaches of hard rules, all classes together.
  package var broken = 0
  /// Cost of the cheapest roster without a breach.
  package var best = Int.max
  /// Whether the roster is the cheapest and has not been copied yet.
  package var isBest = false
  package var accepted = 0
  /// Made of every accepted move, so that two runs can be told apart.
  package var checksum: UInt64 = 0
}
