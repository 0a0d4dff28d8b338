import Foundation
import Testing

@Suite("patrol who, as typed")
struct WhoCommandTests {
  private struct Answer: Decodable {
    struct Unit: Decodable { var unit: String, legal: Bool, cost: Int?, leaves: Posting? }
    struct Posting: Decodable { var beat: String, shift: String }
    var format_version: String, cell: String, units: [Unit]
  }

  private func who(
    _ roster: SmallRoster, _ cell: String, _ arguments: [String] = []
  ) throws -> (answer: Answer, status: Int32) {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(
      ["who", try roster.write(to: folder), "--cell", cell, "--format", "json"] + arguments)
    return (try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8)), outcome.status)
  }

  private func failure(_ cell: String) throws -> Program.Outcome {
    let folder = try TemporaryFolder()
    return try Program.run(["who", try SmallRoster().write(to: folder), "--cell", cell])
  }

  @Test("free units come first, by what each costs; one that stands elsewhere says what it leaves")
  func order() throws {
    let roster = SmallRoster().appending("b2,n1,Bridge,post,,,\n", to: "beats.csv")
      .appending("b2,,,daily,,,,1,,\n", to: "demand.csv")
      .appending("2026-12-06,A,b2,u1,,\n", to: "assignments.csv")
    let (answer, status) = try who(roster, "b1/2026-12-06/A")
    #expect(status == 0)
    #expect(answer.format_version == "1.2")
    #expect(answer.cell == "b1/2026-12-06/A")
    #expect(answer.units.map(\.unit) == ["u2", "u1"])
    #expect(answer.units.map { $0.leaves?.beat } == [nil, "b2"])
    // u2 fills the gap, and its weekend day evens the two out; u1 would open another gap, and saves a change of beat.
    #expect(answer.units.map(\.cost) == [-1003, -1])
  }

  @Test("where nobody can, the exit code is 1, and --verbose says what is against each")
  func nobody() throws {
    let roster = SmallRoster().appending(
      "unit,days,shift,reason\nu1,daily,,sick\nu2,daily,,leave\n", to: "absences.csv")
    #expect(try who(roster, "b1/2026-12-06/A").status == 1)
    #expect(try who(roster, "b1/2026-12-06/A").answer.units.isEmpty)
    #expect(try who(roster, "b1/2026-12-06/A", ["--verbose"]).answer.units.map(\.legal) == [false, false])
  }

  @Test("a cell is found whatever its case, as findings print it, and by tomorrow")
  func ways() throws {
    for cell in ["B1/2026-12-06/a", "cell:b1/2026-12-06/A", "square:b1/2026-12-06/A//", "b1/tomorrow/A/any"] {
      let (answer, status) = try who(SmallRoster(), cell, ["--now", "2026-12-05T12:00"])
      #expect(status == 0)
      #expect(answer.units.map(\.unit) == ["u2", "u1"], "\(cell)")
    }
  }

  @Test(
    "a cell that is none is exit code 3 with what there is",
    arguments: [
      ("b1", "PLACE/DAY/SHIFT"), ("b9/2026-12-06/A", "b1"), ("b1/2026-12-07/A", "2026-12-05 to 2026-12-06"),
      ("b1/2026-12-06/Z", "A"), ("b1/2026-12-06/A/navy", "police, guard, volunteer"),
      ("b1/2026-12-06/A/police", "b1/2026-12-06/A/any"), ("north/2026-12-06/A", "Name a beat"),
      ("b1/noon/A", "tomorrow"),
    ])
  func none(cell: String, words: String) throws {
    let outcome = try failure(cell)
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test("the text is a table whose figures add up to the summary")
  func text() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(["who", try SmallRoster().write(to: folder), "--cell", "b1/2026-12-06/A"])
    #expect(outcome.lines.count == 3)
    #expect(outcome.lines[1].contains("u2") && outcome.lines[1].contains("gap -1000"))
    #expect(outcome.errors.contains("b1/2026-12-06/A: 2 free, 0 cannot"))
  }
}
