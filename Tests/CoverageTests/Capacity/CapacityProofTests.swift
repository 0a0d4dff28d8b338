import RosterModel
import Testing

@testable import Coverage

@Suite("Counting units against demand")
struct CapacityProofTests {
  @Test("on rosters of which every posting can be tried, no shortage is claimed that some roster does without")
  func neverFalse() {
    var random = SeededRandom(seed: 2026)
    var claims = 0
    for _ in 0..<40 {
      let tiny = TinyCity(&random)
      let (found, kinds, tree) = CapacityProof.shortages(in: CoverageGrid(tiny.city.roster, frame: tiny.frame))
      for shortage in found {
        for days in shortage.isSpan ? [shortage.days] : shortage.days.map({ $0...$0 }) {
          claims += 1
          let squares = Self.squares(shortage, days, kinds[shortage.kind], tree.place(shortage.place), tiny)
          #expect(!tiny.canFill(squares), "\(shortage) \(kinds[shortage.kind]) \(tiny.city.roster)")
        }
        if shortage.isSpan || shortage.days.count == 1 {
          let most = Self.mostWork(shortage, kinds[shortage.kind], tree.place(shortage.place), tiny)
          #expect(most <= shortage.possible, "\(shortage) \(kinds[shortage.kind]) \(tiny.city.roster)")
        }
      }
    }
    #expect(claims > 40)
  }

  /// The squares that a claim is about.
  private static func squares(
    _ shortage: Shortage, _ days: ClosedRange<Int>, _ kind: StaffKind, _ place: Place, _ tiny: TinyCity
  ) -> [Int] {
    let roster = tiny.city.roster
    return tiny.squares.indices.filter { index in
      let square = tiny.squares[index]
      let line = tiny.frame.plan.lines[square.line]
      guard days.contains(tiny.frame.calendar.offset(of: square.day)), shortage.tile ?? square.tile == square.tile,
        roster.contains(place, line.place), kind.skill.isEmpty || kind.skill == line.skill
      else { return false }
      if kind.forces == .all || line.force.map({ kind.forces.contains($0) }) ?? false { return true }
      guard let beat = line.beat, line.force == nil else { return false }
      return roster.beats[beat.index].forces.forces.allSatisfy(kind.forces.contains)
    }
  }

  /// The most that the units of a sort can work in the place, span and tile of a claim, each by itself.
  private static func mostWork(_ shortage: Shortage, _ kind: StaffKind, _ place: Place, _ tiny: TinyCity) -> Int {
    let roster = tiny.city.roster
    return roster.units.indices.reduce(0) { sum, unit in
      guard kind.forces.contains(roster.units[unit].force),
        kind.skill.isEmpty || roster.units[unit].has(kind.skill)
      else { return sum }
      let most = tiny.schedules[unit].map { schedule in
        schedule.postings.reduce(0) { tiles, posting in
          guard shortage.days.contains(tiny.frame.calendar.offset(of: posting.day)),
            roster.contains(place, .beat(posting.beat))
          else { return tiles }
          let own = roster.settings.shifts.tileNumbers[posting.shift.index]
          return tiles + (shortage.tile.map { own.contains($0) ? 1 : 0 } ?? own.count)
        }
      }
      return sum + (most.max() ?? 0)
    }
  }
}
