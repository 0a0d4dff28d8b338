import RosterModel

/// When a square was held by as many units as it wants, where somebody came, moved or left during the shift.
public struct HeldTime: Hashable, Sendable {
  /// The times at which it was held, in minutes since 1970-01-01 00:00 UTC, in their order.
  public var spans: [Range<Int>]
  /// How long the tile is, in minutes.
  public var minutes: Int

  /// How many minutes of the tile it was not held.
  public var minutesWithout: Int { minutes - spans.reduce(0) { $0 + $1.count } }
  /// Whether it was held for a part of the tile and not for another.
  public var isPart: Bool { !spans.isEmpty && minutesWithout > 0 }
}

extension CoverageGrid {
  /// For each square that a manoeuvre touches when it was held; squares count who is posted, and this says when these were there.
  ///
  /// A posting counts the whole tile, as it does in the square, but for the time that a manoeuvre takes away. A unit that was
  /// moved counts at its new beat as if it were posted there. Held is a square with its minimum, where that is 0 with its
  /// target. O(manoeuvres × lines of their beats).
  public func heldTimes() -> [Int: HeldTime] {
    guard !manoeuvres.isEmpty else { return [:] }
    var changes: [Int: [(at: Int, change: Int)]] = [:]
    var seen: Set<Manoeuvre> = []
    for manoeuvre in manoeuvres.all where seen.insert(manoeuvre.shiftKey).inserted {
      for posting in assignments(of: manoeuvre.unit) where manoeuvre.isOf(posting) && doesCount(posting) {
        guard let worked = worked(posting) else { continue }
        note(worked, of: posting, in: &changes)
      }
    }
    var held: [Int: HeldTime] = [:]
    for (square, changes) in changes { held[square] = heldTime(of: square, changes) }
    return held
  }

  /// When a square was held; `nil` where no manoeuvre touches it.
  public func heldTime(of square: Square, among times: [Int: HeldTime]) -> HeldTime? {
    frame.plan.index(line: square.line, day: square.day, tile: square.tile).flatMap { times[$0] }
  }

  /// The squares with their target that were held for a part of their tile only, by day, tile and line.
  public func squaresPartHeld(_ times: [Int: HeldTime], in scope: CoverageScope) -> [SquareState] {
    let days = scope.offsets(in: frame.calendar)
    return times.compactMap { index, held -> SquareState? in
      guard held.minutesWithout > 0, let state = state(index), state.gap == 0, state.shortfall == 0,
        days.contains(frame.calendar.offset(of: state.square.day)),
        scope.district.map({ frame.plan.districtOfLine[state.square.line] == $0.raw }) ?? true
      else { return nil }
      return state
    }.sorted {
      ($0.square.day.number, $0.square.tile, $0.square.line) < ($1.square.day.number, $1.square.tile, $1.square.line)
    }
  }

  /// Notes where a unit was missing, and where it stood besides.
  private func note(_ worked: WorkedShift, of posting: Assignment, in changes: inout [Int: [(at: Int, change: Int)]]) {
    guard let offset = frame.offset(of: posting.day) else { return }
    let planned = frame.clock.interval(offset, posting.shift.index)
    let own = Set(lines(for: posting.unit, on: posting.beat))
    var spans: [Int: [(span: Range<Int>, change: Int)]] = [:]
    for line in own {
      if worked.start > planned.start { spans[line, default: []].append((Int.min..<worked.start, -1)) }
      if worked.end < planned.end { spans[line, default: []].append((worked.end..<Int.max, -1)) }
    }
    for stay in worked.stays where stay.beat != posting.beat {
      let there = Set(lines(for: posting.unit, on: stay.beat))
      for line in own.subtracting(there) { spans[line, default: []].append((stay.span, -1)) }
      for line in there.subtracting(own) { spans[line, default: []].append((stay.span, 1)) }
    }
    for tile in frame.clock.tilesOfShift[posting.shift.index].map(Int.init) {
      let (start, end) = frame.clock.interval(offset, frame.roster.settings.shifts.tiles[tile].index)
      for (line, parts) in spans {
        guard let square = frame.plan.index(line: line, day: posting.day, tile: tile) else { continue }
        for (part, change) in parts {
          let span = part.clamped(to: start..<max(start, end))
          // A square that is touched at all has a list, so that what was mended in the end is told as held.
          if span.isEmpty { continue }
          changes[square, default: []].append((span.lowerBound, change))
          changes[square, default: []].append((span.upperBound, -change))
        }
      }
    }
  }

  private func heldTime(of index: Int, _ changes: [(at: Int, change: Int)]) -> HeldTime? {
    guard let state = state(index), let offset = frame.offset(of: state.square.day) else { return nil }
    let shift = frame.roster.settings.shifts.tiles[state.square.tile].index
    let (start, end) = frame.clock.interval(offset, shift)
    let wanted = state.square.minimum > 0 ? state.square.minimum : state.square.target
    guard wanted > 0 else { return nil }
    var spans: [Range<Int>] = []
    var (there, since) = (state.have, start)
    for at in Set(changes.map(\.at) + [end]).sorted() {
      if there >= wanted, since < at {
        if let last = spans.last, last.upperBound == since {
          spans[spans.count - 1] = last.lowerBound..<at
        } else {
          spans.append(since..<at)
        }
      }
      since = at
      there += changes.reduce(0) { $1.at == at ? $0 + $1.change : $0 }
    }
    return HeldTime(spans: spans, minutes: max(0, end - start))
  }
}

extension Manoeuvre {
  /// The shift of the unit's day that it is of.
  fileprivate var shiftKey: Manoeuvre {
    Manoeuvre(day: day, shift: shift, unit: unit, at: ClockTime(minutes: 0), kind: .late)
  }
}

extension RosterFrame {
  /// When a square was held, for people: `held from 16:00 to 21:40, 2 h 20 min without`.
  public func words(_ held: HeldTime) -> String {
    let zone = roster.settings.zone
    func clock(_ instant: Int, isEnd: Bool = false) -> String {
      let time = ClockTime(minutes: zone.local(at: instant).minutes).wallClock
      return isEnd && time == "00:00" ? "24:00" : time
    }
    let spans = held.spans.map { "from \(clock($0.lowerBound)) to \(clock($0.upperBound, isEnd: true))" }
    let times = spans.isEmpty ? "never held" : "held \(spans.joined(separator: " and "))"
    return held.minutesWithout == 0 ? times : "\(times), \(Self.duration(held.minutesWithout)) without"
  }

  /// A length of time, for people: `2 h 20 min`, `8 h`, `5 min`.
  public static func duration(_ minutes: Int) -> String {
    let (hours, rest) = (minutes / 60, minutes % 60)
    if hours == 0 { return "\(rest) min" }
    return rest == 0 ? "\(hours) h" : "\(hours) h \(rest) min"
  }
}
