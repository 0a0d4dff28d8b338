import Coverage
import RosterModel
import Testing

@testable import Planner

@Suite("What the engine proves and plans of gaps")
struct FillProverTests {
  private var effort: FillProver.Effort {
    var effort = FillProver.Effort()
    effort.iterations = 10_000
    return effort
  }

  @Test("is right on departments of which every plan can be tried: no plan fills more, and every way fills it")
  func everyPlan() throws {
    var random = TestRandom(7)
    var (proofs, ways, unshown) = (0, 0, 0)
    for round in 0..<40 {
      let tiny = TinyDepartment(&random)
      let gaps = tiny.grid.gaps()
      guard !gaps.isEmpty, let prover = FillProver(tiny.grid) else { continue }
      let fewest = tiny.fewestMissing(gaps)
      let finding = try prover.prove(gaps)
      if let proof = finding.proof { #expect(proof.faults(in: tiny.grid) { tiny.rows(of: $0) } == []) }
      #expect(finding.atLeast <= fewest, "round \(round)")
      #expect((finding.proof == nil) == (finding.atLeast == 0), "round \(round)")
      for gap in gaps.prefix(2) {
        let fewest = tiny.fewestMissing([gap])
        let proof = try prover.prove([gap]).proof
        if let proof {
          proofs += 1
          #expect(fewest > 0, "round \(round), \(gap.square)")
          #expect(proof.faults(in: tiny.grid) { tiny.rows(of: $0) } == [], "round \(round), \(gap.square)")
          var less = proof
          if !less.supplies.isEmpty {
            let unit = less.supplies.removeFirst().unit
            #expect(less.faults(in: tiny.grid) { tiny.rows(of: $0) }.contains(.unitCouldDoMore(unit)))
          }
        }
        let way = try prover.way(filling: #require(CellLack([gap], upTo: .minimum)), effort: effort)
        if let way {
          ways += 1
          #expect(fewest == 0, "round \(round), \(gap.square)")
          try check(way, gap, tiny)
        }
        if proof == nil, way == nil { unshown += 1 }
      }
    }
    #expect(proofs > 20)
    #expect(ways > 2)
    #expect(unshown * 20 <= proofs + ways, "\(unshown) of \(proofs + ways)")
  }

  private func check(_ way: WayOut, _ gap: SquareState, _ tiny: TinyDepartment) throws {
    var roster = tiny.roster
    try roster.apply(EditStep(name: "way", edits: way.edits))
    var options = ValidationOptions()
    options.select = ["MIX", "RST", "DUP", "ABS", "RCH"]
    #expect(Validator.findings(in: roster, options: options).filter { $0.severity == .error } == [])
    #expect(CoverageGrid(roster).gaps().allSatisfy { $0.square != gap.square })
    #expect(tiny.roster.assignments.filter(\.isLocked).allSatisfy(roster.assignments.contains))
  }

  /// A department of 16 police and 4 volunteers who are escorted, where 18 or more police would be wanted.
  private func department(police: Int) throws -> Roster {
    var roster = SmallCity.empty(days: 14)
    roster.settings.regimes[0].maxMinutes = 176 * 60
    roster.settings.regimes[0].maxWeekends = nil
    roster.settings.regimes[0].maxShifts = []
    roster.beats = Array(roster.beats[1...2])
    for number in 0..<police + 2 {
      roster.units.append(
        Unit(
          id: "u\(number)", callsign: "u\(number)", force: number < police ? .police : .volunteer,
          home: .department(DepartmentReference(0)), reach: .department, regime: SmallCity.threeShift))
    }
    for beat in 0..<2 {
      roster.demand.append(
        DemandRow(
          place: .beat(BeatReference(beat)), isPerBeat: false, days: .daily, shift: nil,
          minimum: 1, line: Int32(beat + 2)))
    }
    return roster
  }

  @Test("volunteers do not hide that people are lacking: the bound, the proof and what closes it count police")
  func volunteers() throws {
    // 84 unit-shifts of police are wanted; six police work 11 each in two weeks.
    let grid = CoverageGrid(try department(police: 6))
    let prover = try #require(FillProver(grid))
    let many = try prover.manyGaps(grid.gaps(), effort: effort)
    #expect(many.missing == 84)
    #expect(many.atLeast == 84 - 66)
    let proof = try #require(many.proof)
    #expect(proof.countsUnits && proof.wanted == 84 && proof.possible == 66)
    #expect(proof.supplies.count == 6)
    #expect((18...20).contains(many.leftByPlanning ?? 0))
    let units = many.remedies.compactMap { remedy -> Int? in
      guard case .units(let count, let like, _) = remedy.kind, remedy.left == 0 else { return nil }
      return grid.frame.roster.units[like.index].force == .police ? count : nil
    }
    // Two would do by their hours; whether their rests allow it too, the search need not have found.
    #expect(units == [2] || units == [3])
  }
}
