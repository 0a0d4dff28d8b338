import Coverage
import RosterModel

@testable import Planner

/// A department so small that every plan of it can be tried: police, volunteers and a crew of 24 hours on two beats.
struct TinyDepartment {
  /// The roster as it stands.
  let roster: Roster
  let grid: CoverageGrid
  /// For each unit the rows that break no rule by themselves.
  private let rows: [[[Assignment]]]

  init(_ random: inout TestRandom) {
    var roster = Self.make(&random)
    rows = roster.units.indices.map { Self.rows(of: UnitReference($0), in: roster) }
    // Any postings that the rules allow together, some of them locked.
    for _ in 0..<20 {
      let postings = rows.flatMap { $0[random.below($0.count)] }
      guard Self.keepsEscorts(postings, roster) else { continue }
      roster.assignments = postings.map { posting in
        var posting = posting
        posting.isLocked = random.below(6) == 0
        return posting
      }
      break
    }
    self.roster = roster
    grid = CoverageGrid(roster)
  }

  private static func make(_ random: inout TestRandom) -> Roster {
    let days = 2 + random.below(2)
    var roster = SmallCity.empty(days: days)
    roster.beats = Array(roster.beats[1...2])
    if random.below(4) == 0 { roster.beats[0].forces = ForceSet([.police, .guard]) }
    roster.settings.escorts[0].atMost = 1 + random.below(2)
    roster.settings.regimes[0].restMinutes = [480, 720, 1500][random.below(3)]
    roster.settings.regimes[0].maxConsecutiveDays = [1, 2, 5][random.below(3)]
    roster.settings.regimes[0].weeklyRestMinutes = nil
    let sorts: [(Force, RegimeReference)] = [
      (.police, SmallCity.threeShift), (.volunteer, SmallCity.threeShift), (.police, SmallCity.fullDay),
    ]
    for number in 0..<(days == 3 ? 2 : 3) {
      let (force, regime) = sorts[random.below(sorts.count)]
      roster.units.append(
        Unit(
          id: "u\(number)", callsign: "u\(number)", force: force, home: .department(DepartmentReference(0)),
          reach: .department, regime: regime))
    }
    for beat in 0..<2 {
      for shift in [SmallCity.a, SmallCity.c] where random.below(3) > 0 {
        roster.demand.append(
          DemandRow(
            place: .beat(BeatReference(beat)), isPerBeat: false, days: .daily,
            shift: shift, force: random.below(6) == 0 ? .volunteer : nil, minimum: 1 + random.below(3),
            target: 3, line: Int32(roster.demand.count + 2)))
      }
    }
    return roster
  }

  private static func rows(of unit: UnitReference, in roster: Roster) -> [[Assignment]] {
    var rows: [[Assignment]] = [[]]
    for offset in 0..<roster.settings.days {
      let postings = [SmallCity.a, SmallCity.c, SmallCity.d].flatMap { shift in
        roster.beats.indices.map {
          Assignment(
            day: roster.settings.firstDay.advanced(by: offset), shift: shift, beat: BeatReference($0), unit: unit)
        }
      }
      rows = rows.flatMap { before in [before] + postings.map { before + [$0] } }
    }
    var options = ValidationOptions()
    options.select = ["RST", "DUP", "ABS", "RCH", "MIX001", "MIX002"]
    let frame = RosterFrame(roster)
    return rows.filter { postings in
      if postings.isEmpty { return true }
      var alone = roster
      alone.assignments = postings
      return !Validator.validate(CoverageGrid(alone, frame: frame), options: options).findings
        .contains { $0.severity == .error }
    }
  }

  /// Whether no volunteer stands without an escort, nor too many beside one.
  private static func keepsEscorts(_ postings: [Assignment], _ roster: Roster) -> Bool {
    let tiles = roster.settings.shifts.tileNumbers
    var counts: [[Int]: (escorted: Int, escorts: Int)] = [:]
    for posting in postings {
      for tile in tiles[posting.shift.index] {
        let cell = [posting.beat.index, Int(posting.day.number), tile]
        if roster.units[posting.unit.index].force == .volunteer {
          counts[cell, default: (0, 0)].escorted += 1
        } else {
          counts[cell, default: (0, 0)].escorts += 1
        }
      }
    }
    return counts.values.allSatisfy { $0.escorted <= roster.settings.escorts[0].atMost * $0.escorts }
  }

  /// The rows that a unit could work, whatever the others do: those that hold what is locked.
  func rows(of unit: UnitReference) -> [[Assignment]] {
    let fixed = roster.assignments.filter { $0.isLocked && $0.unit == unit }
    return rows[unit.index].filter { row in
      fixed.allSatisfy { posting in row.contains { $0.isSamePosting(as: posting) } }
    }
  }

  /// The fewest units that any plan leaves missing in squares, where those not asked about keep what they have of their
  /// minimum, or are filled up again as missing.
  func fewestMissing(_ asked: [SquareState]) -> Int {
    let squares = Self.squares(of: grid)
    let wanted = squares.map { state in
      asked.contains { $0.square == state.square } ? state.square.minimum : min(state.have, state.square.minimum)
    }
    let tiles = roster.settings.shifts.tileNumbers
    let fixed = roster.assignments.filter(\.isLocked)
    let own = rows.enumerated().map { unit, rows in
      rows.filter { row in
        fixed.filter { $0.unit.index == unit }.allSatisfy { posting in row.contains { $0.isSamePosting(as: posting) } }
      }
    }
    var fewest = Int.max
    func extend(_ unit: Int, _ postings: [Assignment]) {
      guard unit < own.count else {
        guard Self.keepsEscorts(postings, roster) else { return }
        var missing = 0
        for (state, wanted) in zip(squares, wanted) {
          let line = grid.frame.plan.lines[state.square.line]
          let have = postings.count { posting in
            posting.day == state.square.day && tiles[posting.shift.index].contains(state.square.tile)
              && line.place == .beat(posting.beat)
              && (line.force == nil || line.force == roster.units[posting.unit.index].force)
          }
          missing += max(0, wanted - have)
        }
        fewest = min(fewest, missing)
        return
      }
      for row in own[unit] { extend(unit + 1, postings + row) }
    }
    extend(0, [])
    return fewest
  }

  private static func squares(of grid: CoverageGrid) -> [SquareState] {
    var squares: [SquareState] = []
    grid.forEachSquare { squares.append($0) }
    return squares
  }
}
