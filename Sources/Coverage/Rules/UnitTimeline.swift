import RosterModel

/// One unit's postings in order of time, with what rules about them need to know.
///
/// What happened during a shift counts: who came late, left early or stayed longer has worked so long. Postings that do not count
/// are not work: those that name something unknown are left out, those during an absence
/// are in `whileAbsent` and are otherwise days off. Time after the period is left out, because it counts as free.
struct UnitTimeline: Sendable {
  /// A posting.
  struct Entry: Hashable, Sendable {
    /// The duty day, counted from the first of the period; negative in history.
    var day: Int32
    var shift: Int32
    var beat: Int32
    /// The slot in the grid; `nil` for a posting that is only being considered.
    var slot: Int32?
    /// When it begins, in minutes since 1970-01-01 00:00 UTC.
    var start: Int
    /// When it ends.
    var end: Int
    /// The work time: elapsed time, daylight saving included, the pauses of a split duty left out.
    var minutes: Int
    var isNight: Bool
    /// The line of its row, by which equal postings are told apart; one that is only being considered comes last.
    var line: Int32

    /// The line of its row; `nil` where it was not read.
    var readLine: Int32? { line > 0 && line < .max ? line : nil }

    /// Whether it is in the period.
    var isInPeriod: Bool { day >= 0 }
  }

  let frame: RosterFrame
  private let clock: ShiftClock
  /// Whose postings these are.
  private(set) var unit = 0
  /// The postings that are work, by day and start.
  private(set) var entries: [Entry] = []
  /// The same postings at the beats to which the unit was moved meanwhile.
  private(set) var elsewhere: [Entry] = []
  /// The postings while the unit is absent, in the period, with the absence's reason by its number and line.
  private(set) var whileAbsent: [(entry: Entry, reason: Int, line: Int32)] = []
  /// The limits of the unit's regime; `nil` where it is not known.
  private(set) var limits: RegimeLimits?
  /// The days of the period on which the unit is not away the whole day.
  private(set) var daysPresent = 0

  /// An empty timeline of a roster, to be loaded.
  init(_ frame: RosterFrame) {
    self.frame = frame
    clock = frame.clock
  }

  /// The unit's regime, or an empty one where it is not known.
  var regime: Regime? { limits?.regime }
}

extension UnitTimeline {
  /// Reads a unit's postings from the grid; the storage of the last unit is used again.
  mutating func load(_ unit: Int, from grid: CoverageGrid) {
    self.unit = unit
    entries.removeAll(keepingCapacity: true)
    elsewhere.removeAll(keepingCapacity: true)
    whileAbsent.removeAll(keepingCapacity: true)
    let regime = frame.roster.units[unit].regime
    limits = regime.isKnown ? frame.limits[regime.index] : nil
    daysPresent = frame.days - grid.absences.daysAway(unit)
    var slot = grid.headOfUnit[unit]
    while slot >= 0 {
      read(slot, grid)
      slot = grid.nextOfUnit[Int(slot)]
    }
    sort()
  }

  private mutating func read(_ slot: Int32, _ grid: CoverageGrid) {
    let assignment = grid.slots[Int(slot)]
    let offset = frame.calendar.offset(of: assignment.day)
    guard offset < frame.days, assignment.beat.isKnown, assignment.shift.isKnown else { return }
    var entry = entry(offset, assignment.shift.index, assignment.beat.index, slot: slot, line: assignment.line)
    if let worked = grid.worked(assignment) {
      (entry.start, entry.end, entry.minutes) = (worked.start, worked.end, worked.minutes)
      if grid.counting[Int(slot)] {
        for stay in worked.stays where stay.beat != assignment.beat && stay.beat.isKnown {
          var moved = entry
          moved.beat = stay.beat.raw
          elsewhere.append(moved)
        }
      }
    }
    if grid.counting[Int(slot)] {
      entries.append(entry)
    } else if entry.isInPeriod {
      addWhileAbsent(entry, grid)
    }
  }

  /// Adds a posting that is only being considered; where the unit is absent then, it counts as one while absent.
  ///
  /// - Returns: where it was put, for `take`.
  mutating func consider(day: Int, shift: Int, beat: Int, in grid: CoverageGrid) -> Int? {
    let entry = entry(day, shift, beat, slot: nil, line: Int32.max)
    guard !grid.absences.isAbsent(unit, day, shift: shift, clock: frame.clock) else {
      addWhileAbsent(entry, grid)
      return nil
    }
    let position = entries.firstIndex { Self.precedes(entry, $0) } ?? entries.count
    entries.insert(entry, at: position)
    return position
  }

  /// Takes away what `consider` added last.
  mutating func take(_ position: Int?) {
    if let position { entries.remove(at: position) } else { whileAbsent.removeLast() }
  }

  /// Takes away the posting of a slot.
  mutating func drop(_ slot: Int32) {
    entries.removeAll { $0.slot == slot }
    elsewhere.removeAll { $0.slot == slot }
    whileAbsent.removeAll { $0.entry.slot == slot }
  }

  private func entry(_ day: Int, _ shift: Int, _ beat: Int, slot: Int32?, line: Int32) -> Entry {
    let (start, end) = clock.interval(day, shift)
    return Entry(
      day: Int32(day), shift: Int32(shift), beat: Int32(beat), slot: slot, start: start, end: end,
      minutes: clock.minutes(day, shift), isNight: clock.isNight[shift], line: line)
  }

  private mutating func addWhileAbsent(_ entry: Entry, _ grid: CoverageGrid) {
    let absence = grid.absences.absence(of: unit, Int(entry.day), shift: Int(entry.shift), clock: frame.clock)
    let reason = AbsenceReason.allCases.firstIndex(of: absence?.reason ?? .other) ?? 0
    whileAbsent.append((entry, reason, absence?.line ?? 0))
  }

  /// Sorts by insertion: tables are sorted by day, so there is next to nothing to do.
  private mutating func sort() {
    guard entries.count > 1 else { return }
    for position in 1..<entries.count where Self.precedes(entries[position], entries[position - 1]) {
      let entry = entries[position]
      var place = position
      while place > 0, Self.precedes(entry, entries[place - 1]) {
        entries[place] = entries[place - 1]
        place -= 1
      }
      entries[place] = entry
    }
    whileAbsent.sort { Self.precedes($0.entry, $1.entry) }
  }

  private static func precedes(_ left: Entry, _ right: Entry) -> Bool {
    if left.day != right.day { return left.day < right.day }
    if left.start != right.start { return left.start < right.start }
    if left.shift != right.shift { return left.shift < right.shift }
    if left.slot == nil || right.slot == nil { return left.line < right.line }
    if left.beat != right.beat { return left.beat < right.beat }
    return left.line < right.line
  }

  /// Consecutive days, each with at least one posting of a sort.
  struct Run {
    var firstDay: Int32
    /// How many days there are.
    var days: Int
    /// The position in `entries` of the first posting of the day with which the run was longer than allowed.
    var breakingEntry: Int?
  }

  /// The runs of days with a matching posting that are longer than `most` and have a day of the period too many.
  ///
  /// A run that history begins is blamed on its first day of the period that is too many.
  func runs(longerThan most: Int, where matches: (Entry) -> Bool) -> [Run] {
    var found: [Run] = []
    var run: Run?
    func close() { if let run, run.breakingEntry != nil { found.append(run) } }
    for (position, entry) in entries.enumerated() where matches(entry) {
      if var current = run, entry.day <= current.firstDay + Int32(current.days) {
        if entry.day < current.firstDay + Int32(current.days) { continue }
        current.days += 1
        if current.days > most, entry.isInPeriod, current.breakingEntry == nil { current.breakingEntry = position }
        run = current
      } else {
        close()
        run = Run(firstDay: entry.day, days: 1, breakingEntry: most < 1 && entry.isInPeriod ? position : nil)
      }
    }
    close()
    return found
  }

  /// Whether another posting of the same day precedes the one at a position.
  func isSecondOfDay(_ position: Int) -> Bool {
    position > 0 && entries[position - 1].day == entries[position].day
  }
}
