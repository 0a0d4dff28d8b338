import Foundation
import Testing

@Suite("patrol why, as typed")
struct WhyCommandTests {
  private struct Answer: Decodable {
    struct Considered: Decodable { var units: Int, free: Int, ruled_out: Int }
    struct Way: Decodable { var cost: Int, closes_all: Bool, commands: [String] }
    struct Decision: Decodable { var obstacles: [Obstacle], commands: [String] }
    struct Obstacle: Decodable { var kind: String }
    struct Proof: Decodable { var kind: String, wanted: Int, possible: Int, units: [Supply]? }
    struct Supply: Decodable { var unit: String, most: Int }
    var format_version: String, verdict: String, considered: Considered, ways: [Way], decisions: [Decision],
      proof: Proof?
  }

  private func why(_ roster: SmallRoster, _ cell: String = "b1/2026-12-06/A") throws -> (answer: Answer, status: Int32)
  {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(["why", try roster.write(to: folder), "--cell", cell, "--format", "json"])
    return (try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8)), outcome.status)
  }

  private func text(_ roster: SmallRoster, _ arguments: [String] = []) throws -> Program.Outcome {
    let folder = try TemporaryFolder()
    return try Program.run(["why", try roster.write(to: folder), "--cell", "b1/2026-12-06/A"] + arguments)
  }

  private let absent = SmallRoster()
    .appending("unit,days,shift,reason\nu1,daily,,sick\nu2,2026-12-06,,leave\n", to: "absences.csv")

  @Test("a cell that is met says so, and one that can be filled has the command to paste")
  func canBeFilled() throws {
    #expect(try why(.clean).answer.verdict == "met")
    #expect(try why(.clean).status == 0)
    #expect(try text(.clean).output.contains("met: nothing is missing"))
    let (answer, status) = try why(SmallRoster())
    #expect(status == 0)
    #expect(answer.verdict == "can_be_filled" && answer.proof == nil)
    #expect(answer.considered.units == 2 && answer.considered.free == 2)
    let command = try #require(answer.ways.first?.commands.first)
    #expect(command.hasSuffix(" --unit u2 --beat b1 --day 2026-12-06 --shift A"))
  }

  @Test("where nobody is there that day, it is proven, and the leave is named that a person could call off")
  func cannot() throws {
    let (answer, status) = try why(absent)
    #expect(status == 1)
    #expect(answer.verdict == "cannot_be_filled")
    #expect(answer.proof?.kind == "day" && answer.proof?.wanted == 1 && answer.proof?.possible == 0)
    #expect(answer.decisions.map { $0.obstacles.map(\.kind) } == [["absence"], ["absence"]])
    #expect(answer.decisions[0].commands.first?.contains("patrol absent") == true)
    let outcome = try text(absent)
    #expect(outcome.output.contains("cannot be filled by any plan: proof"))
    #expect(outcome.output.contains("2       2  assigned-while-absent"))
  }

  @Test("the one unit that is there is needed elsewhere: the proof lists both squares and the unit")
  func together() throws {
    let roster = SmallRoster().appending("b2,n1,Bridge,post,,,\n", to: "beats.csv")
      .appending("b2,,,2026-12-06,,,,1,,\n", to: "demand.csv")
      .appending("2026-12-06,A,b2,u1,,\n", to: "assignments.csv")
      .appending("unit,days,shift,reason\nu2,2026-12-06,,leave\n", to: "absences.csv")
    let (answer, status) = try why(roster)
    #expect(status == 1)
    #expect(answer.proof?.wanted == 2 && answer.proof?.possible == 1)
    #expect(answer.proof?.units?.map(\.unit) == ["u1"])
    let lines = try text(roster).lines
    #expect(lines.contains("cannot be filled by any plan without leaving another square emptier: proof"))
    #expect(lines.contains { $0.contains("b2/2026-12-06/A/any  held now") })
  }

  @Test("an unreadable row is exit code 2, and the answer is given all the same")
  func incomplete() throws {
    let outcome = try text(SmallRoster().appending("what\n", to: "absences.csv"))
    #expect(outcome.status == 2)
    #expect(outcome.output.contains("can be filled"))
  }

  @Test("--verbose names every unit that is ruled out; --ways cuts the ways, and only takes a few")
  func options() throws {
    #expect(try text(absent, ["--verbose"]).output.contains("(u1): assigned-while-absent: "))
    #expect(try text(SmallRoster(), ["--ways", "1"]).output.contains("can be filled: one way"))
    #expect(try text(SmallRoster(), ["--ways", "0"]).status == 3)
  }

  @Test("a folder whose name a shell would take apart is quoted in the commands")
  func quoting() throws {
    let folder = try TemporaryFolder()
    let path = try SmallRoster().write(to: folder, as: "my roster's")
    let outcome = try Program.run(["why", path, "--cell", "b1/2026-12-06/A"])
    #expect(outcome.output.contains("my roster'\\''s' --unit u2"))
  }
}
