import RosterModel
import Testing

@testable import Coverage

@Suite("Why, held against every plan of tiny rosters")
struct WhyPropertyTests {
  @Test("no plan fills what is proven not to be filled, and every way out closes it and breaks nothing")
  func everyPlan() throws {
    var random = SeededRandom(seed: 11)
    var told: [String: Int] = [:]
    for round in 0..<30 {
      let tiny = TinyPlans(&random)
      for (state, question) in tiny.gaps.prefix(2) {
        let why = try #require(tiny.grid.why(question))
        let word = try check(why, state, tiny, "round \(round), \(question)")
        told[word, default: 0] += 1
      }
    }
    // Both verdicts come up often enough for none of the checks to be idle.
    #expect(told["can", default: 0] >= 3)
    #expect(told["day", default: 0] >= 5)
    // Where nothing is shown, mostly no plan fills it either: few ways are missed.
    #expect(told["missed", default: 0] * 4 <= told["can", default: 0])
  }

  private func check(
    _ why: CellWhy, _ state: SquareState, _ tiny: TinyPlans, _ place: Comment
  ) throws -> String {
    let isPossible = tiny.canFill(state.square)
    switch why.verdict {
    case .met:
      Issue.record("a gap is not met: \(place)")
      return "met"
    case .canBeFilled:
      #expect(isPossible, place)
      for way in why.ways where way.closesAll { try check(way, state, tiny, place) }
      return "can"
    case .cannotBeFilled(.ofTheDay(let proof)):
      #expect(!isPossible, place)
      #expect(proof.faults(in: tiny.roster) == [], place)
      return "day"
    case .cannotBeFilled(.ofASpan), .cannotBeFilled(.ofThePeriod):
      #expect(!isPossible, place)
      return "span"
    case .notShown: return isPossible ? "missed" : "unproven"
    }
  }

  /// Applies a way to the roster itself and looks at it anew.
  private func check(_ way: WayOut, _ state: SquareState, _ tiny: TinyPlans, _ place: Comment) throws {
    var roster = tiny.roster
    try roster.apply(EditStep(name: "a way out", edits: way.edits))
    let after = CoverageGrid(roster, frame: tiny.grid.frame)
    #expect((after.state(state.square.index)?.gap ?? 1) == 0, place)
    tiny.grid.forEachSquare { before in
      #expect((after.state(before.square.index)?.gap ?? 0) <= before.gap, place)
    }
    #expect(TinyPlans.errors(roster.assignments, roster, tiny.grid.frame).isEmpty, place)
    let fixed = tiny.grid.fixedPostings()
    #expect(fixed.allSatisfy(roster.assignments.contains), place)
  }

  @Test("a proof holds although units break rules already, and may go on doing so")
  func wrongRosters() throws {
    var random = SeededRandom(seed: 5)
    var proofs = 0
    for round in 0..<25 {
      let tiny = TinyPlans(wrong: &random)
      for (state, question) in tiny.gaps.prefix(3) {
        guard case .cannotBeFilled(let proof) = try #require(tiny.grid.why(question)).verdict else { continue }
        proofs += 1
        #expect(!tiny.canFill(state.square), "round \(round), \(question)")
        if case .ofTheDay(let proof) = proof { #expect(proof.faults(in: tiny.roster) == [], "round \(round)") }
      }
    }
    #expect(proofs >= 5)
  }

  @Test("a proof that is tampered with is found out")
  func tampered() throws {
    var random = SeededRandom(seed: 3)
    var checked = 0
    while checked < 5 {
      let tiny = TinyPlans(&random)
      for (_, question) in tiny.gaps.prefix(1) {
        guard case .cannotBeFilled(.ofTheDay(var proof)) = try #require(tiny.grid.why(question)).verdict,
          let supply = proof.supplies.first
        else { continue }
        checked += 1
        proof.supplies.removeFirst()
        #expect(proof.faults(in: tiny.roster).contains(.unitCouldDoMore(supply.unit)))
        proof.supplies = [.init(unit: supply.unit, most: proof.wanted)]
        #expect(proof.faults(in: tiny.roster).contains(.enoughUnits))
      }
    }
  }
}
