import RosterModel

/// Which units could legally take which squares, for many squares at once.
///
/// Whether a unit may work a shift of a day does not depend on the beat, so it is asked once a unit, day and shift;
/// what depends on the beat is asked once a unit and line.
struct LegalUnits {
  private let grid: CoverageGrid
  private let frame: RosterFrame
  private let unitCount: Int
  /// For each day that is asked about its row in `legal`; -1 for the others.
  private var rowOfDay: [Int]
  /// By day row, shift and unit, 1 where the unit may work that shift.
  private var legal: [UInt8] = []
  private let escorted: [Bool]
  /// The hard rules about unit and beat, and whether each is less than hard somewhere.
  private let beatRules: [(rule: any BeatRule.Type, varies: Bool)]

  init(_ grid: CoverageGrid, days: Set<Int>) {
    self.grid = grid
    frame = grid.frame
    unitCount = frame.roster.units.count
    rowOfDay = [Int](repeating: -1, count: frame.days)
    for (row, day) in days.sorted().enumerated() { rowOfDay[day] = row }
    let policy = frame.policy
    let escortsAreHard = policy.isHard(VolunteerWithoutEscort.info) || policy.isHard(TooManyVolunteersPerEscort.info)
    escorted = Force.allCases.map { force in
      escortsAreHard && grid.frame.roster.settings.escorts.contains { $0.force == force }
    }
    beatRules = UnitRules.ofBeats.filter { policy.isHard($0.info) }.map { ($0, policy.grade(of: $0.info).varies) }
    legal = [UInt8](repeating: 0, count: days.count * frame.clock.shiftCount * unitCount)
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
          guard probe.isLegal(day: day, shift: shift) else { continue }
          legal[(rowOfDay[day] * shifts + shift) * unitCount + unit] = 1
        }
      }
    }
  }

  /// How many units could take each of a line's squares.
  func counts(line: Int, _ squares: [Square]) -> [Int] {
    let beats = frame.places.beats(in: frame.plan.lines[line].place).map(Int.init)
      .filter { frame.plan.linesOfBeat[$0].contains(Int32(line)) }
    var free: [Int] = []
    var bound: [(unit: Int, beats: [Int])] = []
    for unit in 0..<unitCount {
      let force = frame.roster.units[unit].force.index
      guard frame.line(line, counts: unit, force: force) else { continue }
      if escorted[force] {
        let open = beats.filter { isOpen(unit, $0) }
        if !open.isEmpty { bound.append((unit, open)) }
      } else if beats.contains(where: { isOpen(unit, $0) }) {
        free.append(unit)
      }
    }
    return squares.map { square in
      let offset = frame.calendar.offset(of: square.day)
      return free.count(where: { isLegal($0, offset, square.tile) })
        + bound.count(where: { isEscorted($0.unit, $0.beats, offset, square.tile) })
    }
  }

  private func isOpen(_ unit: Int, _ beat: Int) -> Bool {
    !beatRules.contains { rule, varies in
      guard rule.forbids(unit, beat, in: frame) else { return false }
      guard varies else { return true }
      let site = RuleSite(
        force: frame.roster.units[unit].force, district: frame.districtID(frame.places.districtOfBeat[beat]))
      return frame.policy.strictest(of: rule.info, at: site) == .error
    }
  }

  private func isLegal(_ unit: Int, _ offset: Int, _ tile: Int) -> Bool {
    let base = rowOfDay[offset] * frame.clock.shiftCount
    let covering = frame.clock.shiftsOfTile
    for position in covering.range(tile)
    where legal[(base + Int(covering.values[position])) * unitCount + unit] != 0 { return true }
    return false
  }

  private func isEscorted(_ unit: Int, _ beats: [Int], _ offset: Int, _ tile: Int) -> Bool {
    let base = rowOfDay[offset] * frame.clock.shiftCount
    let force = frame.roster.units[unit].force
    for shift in frame.clock.shiftsOfTile[tile] where legal[(base + Int(shift)) * unitCount + unit] != 0 {
      if beats.contains(where: { grid.escortsAllow(force, beat: $0, offset: offset, shift: Int(shift)) }) {
        return true
      }
    }
    return false
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
