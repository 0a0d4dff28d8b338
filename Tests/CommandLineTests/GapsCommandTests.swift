import Foundation
import Testing

@Suite("patrol gaps, as typed")
struct GapsCommandTests {
  private struct Gap: Decodable { var place, day, shift: String, gap, shortfall, have, minimum, units: Int }
  private struct Answer: Decodable { var gaps: [Gap] }

  private func gaps(_ roster: SmallRoster, _ arguments: [String] = []) throws -> (gaps: [Gap], status: Int32) {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(["gaps", try roster.write(to: folder), "--format", "json"] + arguments)
    return (try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8)).gaps, outcome.status)
  }

  @Test("the worst gap comes first, each with how many units could fill it")
  func order() throws {
    let roster = SmallRoster().appending("b1,,,2026-12-06,A,,,3,,\n", to: "demand.csv")
      .appending("b2,n1,Bridge,post,,,\n", to: "beats.csv").appending("b2,,,daily,,,,1,2,\n", to: "demand.csv")
      .appending("2026-12-06,A,b2,u1,,\n", to: "assignments.csv")
    let (gaps, status) = try gaps(roster)
    #expect(status == 1)
    #expect(
      gaps.map { "\($0.place) \($0.day) \($0.gap) \($0.shortfall)" } == [
        "b1 2026-12-06 3 0", "b2 2026-12-05 1 1", "b2 2026-12-06 0 1",
      ])
    // On the 6th u1 stands at b2, so only u2 is left; on the 5th u1 stands at b1.
    #expect(gaps.map(\.units) == [1, 1, 1])
  }

  @Test("squares only below target do not fail, and a roster without gaps says so")
  func shortfall() throws {
    let (gaps, status) = try gaps(SmallRoster.clean.replacing("1,,\n", by: "1,2,\n", in: "demand.csv"))
    #expect(status == 0)
    #expect(gaps.map(\.shortfall) == [1, 1])
    #expect(try self.gaps(.clean).gaps.isEmpty)
  }

  @Test("days and districts limit the list, and an unreadable row wins over the gaps")
  func scope() throws {
    #expect(try gaps(SmallRoster(), ["--to", "2026-12-05"]).gaps.isEmpty)
    #expect(try gaps(SmallRoster(), ["--district", "south"]).status == 0)
    #expect(try gaps(SmallRoster().appending("what\n", to: "absences.csv")).status == 2)
  }

  @Test("the text is a table with a header, or nothing")
  func text() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(["gaps", try SmallRoster().write(to: folder)])
    #expect(outcome.lines.count == 2)
    #expect(outcome.lines[1].hasSuffix("2026-12-06  A      b1     any"))
    #expect(outcome.errors.contains("1 square below minimum, 1 unit missing; 0 only below target"))
    #expect(try Program.run(["gaps", try SmallRoster.clean.write(to: folder, as: "clean")]).output.isEmpty)
  }
}
