import RosterModel

/// Which units could legally take which squares, for many squares at once.
///
/// Whether a unit may work a shift of a day depends on the beat by its district at most, where the roster grades a rule
/// otherwise for some district, so it is asked once a unit, day, shift and class of districts; what depends on the beat is
/// asked once a unit and line.
struct LegalUnits {
  private let grid: CoverageGrid
  private let frame: RosterFrame
  private let unitCount: Int
  /// For each day that is asked about its row in `legal`; -1 for the others.
  private var rowOfDay: [Int]
  /// By class, day row, shift and unit, 1 where the unit may work that shift.
  private var legal: [UInt8] = []
  private let classes: DistrictClasses
  private let dayCount: Int
  private let escorted: [Bool]
  /// The hard rules about unit and beat, and whether each is less than hard somewhere.
  private let beatRules: [(rule: any BeatRule.Type, varies: Bool)]
  /// Whether one of them is graded otherwise on some days.
  private let asksBeatsByDay: Bool

  init(_ grid: CoverageGrid, days: Set<Int>) {
    self.grid = grid
    frame = grid.frame
    unitCount = frame.roster.units.count
    rowOfDay = [Int](repeating: -1, count: frame.days)
    for (row, day) in days.sorted().enumerated() { rowOfDay[day] = row }
    dayCount = days.count
    let policy = frame.policy
    let escortsAreHard = policy.isHard(VolunteerWithoutEscort.info) || policy.isHard(TooManyVolunteersPerEscort.info)
    escorted = Force.allCases.map { force in
      escortsAreHard && grid.frame.roster.settings.escorts.contains { $0.force == force }
    }
    beatRules = UnitRules.ofBeats.filter { policy.isHard($0.info) }.map { ($0, policy.grade(of: $0.info).varies) }
    asksBeatsByDay = beatRules.contains { policy.variesByDay($0.rule.info) }
    classes = DistrictClasses(frame, of: UnitRules.ofDates.map { UnitRules.all[$0].info })
    legal = [UInt8](repeating: 0, count: classes.count * dayCount * frame.clock.shiftCount * unitCount)
    askDates()
  }

  private mutating func askDates() {
    var probe = PostingProbe(grid) { $0 == .error }
    let shifts = frame.clock.shiftCount
    let minds = frame.policy.isHardEverywhere(ShiftNotInRegime.info)
    for unit in 0..<unitCount {
      probe.load(unit)
      let limits = probe.timeline.limits
      for day in 0..<frame.days where rowOfDay[day] >= 0 {
        for shift in 0..<shifts where !minds || limits?.works[shift] != false {
          for (number, beat) in classes.beats.enumerated() where probe.isLegal(day: day, shift: shift, beat: beat) {
            legal[base(number, day, shift) + unit] = 1
          }
        }
      }
    }
  }

  /// Where the units of a class, day and shift begin in `legal`.
  private func base(_ number: Int, _ offset: Int, _ shift: Int) -> Int {
    ((number * dayCount + rowOfDay[offset]) * frame.clock.shiftCount + shift) * unitCount
  }

  /// How many units could take each of a line's squares.
  func counts(line: Int, _ squares: [Square]) -> [Int] {
    let beats = frame.places.beats(in: frame.plan.lines[line].place).map(Int.init)
      .filter { frame.plan.linesOfBeat[$0].contains(Int32(line)) }
    let offsets = squares.map { frame.calendar.offset(of: $0.day) }
    guard asksBeatsByDay else {
      let takers = takers(of: line, beats, on: nil)
      return zip(squares, offsets).map { takers.count(self, $1, $0.tile) }
    }
    var ofDay: [Int: Takers] = [:]
    return zip(squares, offsets).map { square, offset in
      let takers = ofDay[offset] ?? takers(of: line, beats, on: offset)
      ofDay[offset] = takers
      return takers.count(self, offset, square.tile)
    }
  }

  /// The units that may stand on some beat of a line, whatever the shift.
  private struct Takers {
    /// Those that nobody escorts, with the classes of those beats.
    var free: [(unit: Int, classes: [Int])] = []
    /// Those that are escorted, with the beats.
    var bound: [(unit: Int, beats: [Int])] = []

    func count(_ legal: LegalUnits, _ offset: Int, _ tile: Int) -> Int {
      free.count { legal.isLegal($0.unit, $0.classes, offset, tile) }
        + bound.count { legal.isEscorted($0.unit, $0.beats, offset, tile) }
    }
  }

  private func takers(of line: Int, _ beats: [Int], on offset: Int?) -> Takers {
    var takers = Takers()
    for unit in 0..<unitCount {
      let force = frame.roster.units[unit].force.index
      guard frame.line(line, counts: unit, force: force) else { continue }
      if escorted[force] {
        let open = beats.filter { isOpen(unit, $0, on: offset) }
        if !open.isEmpty { takers.bound.append((unit, open)) }
      } else if classes.count == 1 {
        if beats.contains(where: { isOpen(unit, $0, on: offset) }) { takers.free.append((unit, [0])) }
      } else {
        let open = Set(beats.filter { isOpen(unit, $0, on: offset) }.map { classes.ofBeat[$0] }).sorted()
        if !open.isEmpty { takers.free.append((unit, open)) }
      }
    }
    return takers
  }

  private func isOpen(_ unit: Int, _ beat: Int, on offset: Int?) -> Bool {
    !beatRules.contains { rule, varies in
      guard rule.forbids(unit, beat, in: frame) else { return false }
      guard varies else { return true }
      let site = RuleSite(
        force: frame.roster.units[unit].force, district: frame.districtID(frame.places.districtOfBeat[beat]),
        day: offset.map(frame.day))
      return frame.policy.strictest(of: rule.info, at: site) == .error
    }
  }

  private func isLegal(_ unit: Int, _ numbers: [Int], _ offset: Int, _ tile: Int) -> Bool {
    let covering = frame.clock.shiftsOfTile
    for position in covering.range(tile) {
      let shift = Int(covering.values[position])
      for number in numbers where legal[base(number, offset, shift) + unit] != 0 { return true }
    }
    return false
  }

  private func isEscorted(_ unit: Int, _ beats: [Int], _ offset: Int, _ tile: Int) -> Bool {
    let force = frame.roster.units[unit].force
    return frame.clock.shiftsOfTile[tile].map(Int.init).contains { shift in
      beats.contains { beat in
        legal[base(classes.ofBeat[beat], offset, shift) + unit] != 0
          && grid.escortsAllow(force, beat: beat, offset: offset, shift: shift)
      }
    }
  }
}

extension CoverageGrid {
  /// Whether one more unit of a force in a cell, or a duty's cells, breaks no hard rule of escort.
  func escortsAllow(_ force: Force, beat: Int, offset: Int, shift: Int) -> Bool {
    for rule in frame.roster.settings.escorts where rule.force == force {
      for tile in frame.clock.tilesOfShift[shift] {
        let with = check(rule, beat: beat, offset: offset, tile: Int(tile)).adding(force, 1)
        guard with.isWithoutEscort || with.isBeyondEscort else { continue }
        let site = RuleSite(
          force: force, district: frame.districtID(frame.places.districtOfBeat[beat]), day: frame.day(offset))
        let broken = with.isWithoutEscort ? VolunteerWithoutEscort.info : TooManyVolunteersPerEscort.info
        if frame.policy.severity(of: broken, at: site) == .error { return false }
      }
    }
    return true
  }
}
