import Foundation
import Testing

@Suite("patrol why of many gaps, and patrol capacity")
struct ManyGapsCommandTests {
  private struct Answer: Decodable {
    struct Proof: Decodable { var kind: String, wanted: Int, possible: Int }
    struct Remedy: Decodable { var kind: String, closes: Int, left: Int, count: Int?, force: String? }
    var verdict: String, missing: Int, at_least: Int, proof: Proof?, remedies: [Remedy]
  }

  private struct Capacity: Decodable {
    struct Regime: Decodable { var regime: String, units: Int, possible: Int, factor_per_cent: Int? }
    struct Row: Decodable { var place: String, needed: Int, possible: Int, short: Int }
    var regimes: [Regime], rows: [Row], shortages: [String]
  }

  private func run(_ arguments: String, on roster: SmallRoster) throws -> Program.Outcome {
    let folder = try TemporaryFolder()
    let words = arguments.split(separator: " ").map(String.init)
    return try Program.run([words[0], try roster.write(to: folder)] + words.dropFirst())
  }

  private let absent = SmallRoster()
    .appending("unit,days,shift,reason\nu1,daily,,sick\nu2,2026-12-06,,leave\n", to: "absences.csv")

  @Test("gaps of the days named are answered as one, with a proof, and units that close them when tried")
  func many() throws {
    let outcome = try run("why --from 2026-12-06 --to 2026-12-06 --format json", on: absent)
    let answer = try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8))
    #expect(outcome.status == 1)
    #expect(answer.verdict == "cannot_be_filled" && answer.proof?.kind == "period")
    #expect(answer.at_least >= 1 && answer.at_least <= answer.missing)
    let proof = try #require(answer.proof)
    #expect(proof.wanted > proof.possible)
    #expect(answer.remedies.allSatisfy { $0.closes > 0 })
    let text = try run("why --from 2026-12-06 --to 2026-12-06", on: absent)
    #expect(text.output.contains("cannot be filled by any plan"))
  }

  @Test("a roster without gaps is met, and --cell does not go with the rest")
  func met() throws {
    let outcome = try run("why", on: .clean)
    #expect(outcome.status == 0 && outcome.output.hasPrefix("met"))
    #expect(try run("why --cell b1/2026-12-06/A --shift A", on: .clean).status == 3)
    #expect(try run("why --force martians", on: .clean).status == 3)
  }

  @Test("patrol capacity counts before planning, as text, JSON and a table")
  func capacity() throws {
    let outcome = try run("capacity --format json", on: absent)
    let capacity = try JSONDecoder().decode(Capacity.self, from: Data(outcome.output.utf8))
    #expect(outcome.status == 1)
    #expect(!capacity.shortages.isEmpty)
    #expect(capacity.rows.contains { $0.place == "city" && $0.needed > 0 })
    #expect(capacity.rows.allSatisfy { $0.short == max(0, $0.needed - $0.possible) })
    #expect(capacity.regimes.allSatisfy { ($0.factor_per_cent ?? 100) >= 100 })
    #expect(try run("capacity", on: absent).output.contains("will be short (CAP001)"))
    let table = try run("capacity --table -", on: absent).output
    #expect(table.hasPrefix("place,forces,skill,first_day,last_day,shift,needed,possible,short,units,officers\n"))
    #expect(table.split(separator: "\n").count == capacity.rows.count + 1)
  }
}
