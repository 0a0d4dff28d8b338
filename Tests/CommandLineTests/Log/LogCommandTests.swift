import Foundation
import Testing

@Suite("patrol log, undo and redo")
struct LogCommandTests {
  private let assign = "assign --unit u2 --beat b1 --day 2026-12-06 --shift B"

  @Test("says who did what, when and why, and finds it by unit, cell, person and time")
  func log() throws {
    let edit = try EditFixture()
    #expect(try edit.run(assign + " --as Aziz --reason relief").status == 0)
    #expect(try edit.run("lock --unit u1 --day 2026-12-05 --as Bek").status == 0)
    let all = try edit.run("log")
    #expect(all.status == 0 && all.errors.isEmpty)
    #expect(all.lines.count == 4)
    #expect(all.lines[0].hasPrefix("1  20") && all.lines[0].hasSuffix("  Aziz  assign u2 to b1: relief"))
    #expect(all.lines[1] == "    +2026-12-06 B b1 u2")
    #expect(all.lines[3] == "    ~2026-12-05 A b1 u1 (locked)")
    for words in ["--unit u1", "--by Bek", "--cell b1/2026-12-05", "--cell b1/2026-12-05/A", "--limit 1"] {
      #expect(try edit.run("log " + words).lines.first?.hasPrefix("2  ") == true, "\(words)")
    }
    for words in ["--unit nobody", "--by Guli", "--until 2001-01-01", "--since 2999-01-01T00:00", "--conflicts"] {
      let none = try edit.run("log " + words)
      #expect(none.status == 0 && none.output.isEmpty && none.errors == "no such act is recorded\n", "\(words)")
    }
    let json = try edit.json(try edit.run("log --unit u2 --format json"))
    let entry = try #require((json["entries"] as? [[String: Any]])?.first)
    #expect(entry["by"] as? String == "Aziz" && entry["reason"] as? String == "relief")
    #expect((entry["changes"] as? [[String: Any]])?.first?["unit"] as? String == "u2")
  }

  @Test("a roster that was never edited has an empty log, and gets no journal by being looked at")
  func empty() throws {
    let edit = try EditFixture()
    let before = try edit.contents()
    #expect(try edit.run("log").errors == "no such act is recorded\n")
    #expect(try edit.run("undo --as Aziz").status == 1)
    #expect(try edit.contents() == before)
  }

  @Test("what is not understood is exit code 3", arguments: ["--cell /x", "--since yesterday", "--limit -1"])
  func usage(words: String) throws {
    #expect(try EditFixture().run("log " + words).status == 3)
  }

  @Test("undo takes the last act back, redo does it again, and the tables have it")
  func undo() throws {
    let edit = try EditFixture()
    let before = try edit.text("assignments.csv")
    #expect(try edit.run(assign + " --as Aziz").status == 0)
    let after = try edit.text("assignments.csv")
    let undone = try edit.run("undo --as Aziz")
    #expect(undone.status == 0 && undone.lines[0].hasSuffix("Aziz  undo of 1: assign u2 to b1"))
    #expect(try edit.text("assignments.csv") == before)
    #expect(try edit.run("redo --as Aziz").status == 0)
    #expect(try edit.text("assignments.csv") == after)
    #expect(try edit.run("log").lines.filter { $0.first != " " }.count == 3)
  }

  @Test("what another has changed since is not undone, and it says who")
  func othersChange() throws {
    let edit = try EditFixture()
    #expect(try edit.run(assign + " --as Aziz").status == 0)
    #expect(try edit.run("lock --unit u2 --day 2026-12-06 --as Bek").status == 0)
    let before = try edit.tables()
    let refused = try edit.run("undo --as Aziz")
    #expect(refused.status == 1 && refused.errors.contains("Bek has changed u2 on 2026-12-06"))
    #expect(try edit.tables() == before)
  }

  @Test("a plan is one act, which is undone whole")
  func plan() throws {
    let edit = try EditFixture()
    let before = try edit.text("assignments.csv")
    let planned = try edit.run("plan --iterations 200 --as Aziz")
    #expect(planned.status < 2)
    #expect(try edit.text("assignments.csv") != before)
    #expect(try edit.run("undo --as Aziz").status == 0)
    #expect(try edit.text("assignments.csv") == before)
  }
}
