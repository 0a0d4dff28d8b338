import Foundation
import Testing

@Suite("Edits and the folder they are written into")
struct EditSafetyTests {
  @Test("a folder that cannot be read whole is not edited, unless by force; its bad rows stay")
  func incomplete() throws {
    let edit = try EditFixture { $0.appending("2026-13-05,A,b1,u2,,\n", to: "assignments.csv") }
    let before = try edit.contents()
    let words = "assign --unit u2 --beat b1 --day 2026-12-06 --shift A"
    let refused = try edit.run(words + " --format json")
    #expect(refused.status == 2)
    #expect(((try edit.json(refused)["refusals"]) as? [[String: Any]])?.first?["kind"] as? String == "not-whole")
    #expect(try edit.contents() == before)
    #expect(try edit.run(words + " --force --reason storm").status == 2)
    #expect(try edit.rows("assignments.csv").suffix(2) == ["2026-12-06,A,b1,u2,,", "2026-13-05,A,b1,u2,,"])
  }

  @Test("tables keep their form, their order of bytes and their unknown columns")
  func form() throws {
    let edit = try EditFixture { roster in
      var roster = roster
      roster.files["assignments.csv"] = "\u{FEFF}day;shift;beat;unit;radio\r\n2026-12-05;A;b1;u1;7\r\n"
      return roster
    }
    #expect(try edit.run("assign --unit u2 --beat b1 --day 2026-12-06 --shift A").status == 0)
    let bytes = try #require(try edit.contents()["assignments.csv"])
    #expect(
      bytes
        == Data("\u{FEFF}day;shift;beat;unit;radio\r\n2026-12-05;A;b1;u1;7\r\n2026-12-06;A;b1;u2;\r\n".utf8))
  }

  @Test("edits of several processes at once are all there afterwards")
  func atOnce() throws {
    let edit = try EditFixture()
    let days = ["2026-12-06", "2026-12-07", "2026-12-08"]
    let running = try days.map {
      try RunningProgram(["assign", edit.roster, "--unit", "u2", "--beat", "b1", "--day", $0, "--shift", "A"])
    }
    for program in running { #expect(try program.outcome().status == 0) }
    let rows = try edit.rows("assignments.csv")
    for day in days { #expect(rows.contains("\(day),A,b1,u2,,")) }
  }
}
