import Foundation
import RosterModel
import Testing

@testable import Coverage

@Suite("One verdict, whoever asks")
struct VerdictPropertyTests {
  /// How many rosters; ten thousand in the long form.
  private static let rosters = ProcessInfo.processInfo.environment["PATROL_VERDICTS"].flatMap(Int.init) ?? 40
  private static let families: Set<String> = ["MIX", "RST", "DUP", "ABS", "RCH"]

  private static func seeds(_ first: UInt64) -> [SeededRandom] {
    (0..<rosters).map { SeededRandom(seed: first + UInt64($0)) }
  }

  private static func words(_ breaks: [Break]) -> Set<String> {
    Set(
      breaks.map {
        "\($0.rule.id) \($0.severity) \($0.isWaived) \($0.unit.map { "\($0.raw)" } ?? "cell") \($0.message)"
      })
  }

  @Test("what is asked of one posting, and of one that leaves another, is what the judge says of the edits")
  func probe() {
    for var random in Self.seeds(100_000) {
      let city = RichCity.make(&random)
      var grid = city.grid
      var judge = Judge(grid.frame)
      for _ in 0..<12 {
        let posting = RichCity.posting(city, &random)
        guard grid.frame.offset(of: posting.day) != nil,
          !grid.assignments(of: posting.unit).contains(where: posting.isSamePosting)
        else { continue }
        let own = grid.assignments(of: posting.unit).filter { grid.frame.offset(of: $0.day) != nil }
        for leaving in [nil, own.randomElement(using: &random)] {
          let edits = (leaving.map { [Edit.remove($0)] } ?? []) + [.add(posting)]
          let judged = judge.breaks(of: edits, on: &grid)
          #expect(
            Self.words(grid.breaks(of: posting, leaving: leaving)) == Self.words(judged),
            "\(posting) leaving \(String(describing: leaving))")
        }
      }
    }
  }

  @Test("the figures of gaps are the counts of the list of who could come")
  func gaps() {
    for var random in Self.seeds(200_000) {
      let city = RichCity.make(&random)
      let grid = city.grid
      let squares = grid.squaresBelowDemand(in: .whole).map(\.square)
      for (square, fillers) in zip(squares, grid.fillers(of: squares))
      where Int.random(in: 0..<6, using: &random) == 0 {
        let question = grid.frame.question(square)
        // One question may be about two squares of one place, which count other units.
        guard grid.squares(of: question).count == 1 else { continue }
        let list = grid.candidates(for: question)
        #expect(fillers == Fillers(free: list.free, byLeaving: list.byLeaving), "\(square)")
        let states = grid.squares(of: question)
        let why = grid.ruledOut(grid.appraisals(for: question, states), for: question, states)
        #expect(why.free == list.free && why.byLeaving == list.byLeaving)
      }
    }
  }

  @Test("who can come is who the edits of the verbs, and the validator before and after, let come")
  func validator() throws {
    for var random in Self.seeds(300_000) {
      let city = RichCity.make(&random)
      let grid = city.grid
      guard let square = grid.gaps().randomElement(using: &random)?.square else { continue }
      let before = Self.errors(city.roster)
      for candidate in grid.candidates(for: grid.frame.question(square)).candidates {
        let edits = candidate.edits(on: square.day)
        let found = grid.findings(madeBy: EditStep(name: "", edits: edits)).filter { $0.severity == .error }
        #expect(found.isEmpty == !candidate.reasons.contains(where: \.isHard), "\(candidate.reasons)")
        var after = city.roster
        try after.apply(EditStep(name: "", edits: edits))
        let errors = Self.errors(after)
        for finding in found { #expect(errors.contains(Self.key(finding)), "\(finding)") }
        // Clean before is clean after, where the judge has nothing against it.
        if candidate.isLegal, before.isEmpty { #expect(errors.isEmpty, "\(candidate) \(errors)") }
      }
    }
  }

  private static func errors(_ roster: Roster) -> Set<String> {
    Set(
      Validator.findings(in: roster).filter { $0.severity == .error && families.contains($0.rule.family) }.map(key))
  }

  private static func key(_ finding: Finding) -> String { "\(finding.rule.id) \(finding.subject) \(finding.message)" }
}

extension RosterFrame {
  /// The question about a square.
  fileprivate func question(_ square: Square) -> CellQuestion {
    let line = plan.lines[square.line]
    return CellQuestion(
      place: line.place, day: square.day, tile: square.tile, force: line.force.map { .force($0) } ?? .none,
      skill: line.skill)
  }
}
