import Foundation
import Testing

@Suite("patrol diff")
struct DiffCommandTests {
  private func run(_ new: SmallRoster, _ options: [String] = []) throws -> Program.Outcome {
    let folder = try TemporaryFolder()
    let paths = [try SmallRoster().write(to: folder, as: "old"), try new.write(to: folder, as: "new")]
    return try Program.run(["diff"] + paths + options)
  }

  @Test("rosters that say the same do not differ, whatever the order of their rows")
  func same() throws {
    let new = SmallRoster().replacing(
      "u1,Сокол,police,n1,district,any,2,foot,,\nu2,Лочин,police,n1,district,any,2,foot,,",
      by: "u2,Лочин,police,n1,district,any,2,foot,,\nu1,Сокол,police,n1,district,any,,foot,,", in: "units.csv")
    let outcome = try run(new)
    #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.isEmpty)
  }

  @Test("what changed is told by cell, by unit and by table, with exit code 1")
  func text() throws {
    let new = SmallRoster().replacing("A,b1,u1,,", by: "A,b1,u2,locked,", in: "assignments.csv")
      .appending("unit,days,shift,reason\nu1,2026-12-05,,sick\n", to: "absences.csv")
      .replacing("Market", by: "Bozor", in: "beats.csv").replacing("days = 2", by: "days = 3", in: "roster.toml")
    let outcome = try run(new)
    #expect(outcome.status == 1)
    #expect(
      outcome.lines == [
        "2026-12-05 A b1: -u1 Сокол, +u2 Лочин (locked)", "unit u1 Сокол: -2026-12-05 A b1, +sick 2026-12-05",
        "unit u2 Лочин: +2026-12-05 A b1", "beats.csv: 0 rows added, 0 taken away, 1 changed",
        "roster.toml: settings differ", "1 postings added, 1 taken away, 0 remarked; 2 units",
      ])
  }

  @Test("the same for programs: JSON, the same bytes every time")
  func json() throws {
    let new = SmallRoster().appending("2026-12-06,A,b1,u2,,late\n", to: "assignments.csv")
    let outcome = try run(new, ["--format", "json"])
    #expect(outcome.status == 1)
    #expect(try run(new, ["--format", "json"]).output == outcome.output)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(object["is_equal"] as? Bool == false)
    let cells = try #require(object["cells"] as? [[String: Any]])
    #expect(cells.count == 1 && cells[0]["beat"] as? String == "b1")
  }

  @Test("a folder that is no roster, or not whole, is exit code 2")
  func unreadable() throws {
    #expect(try run(SmallRoster().appending("2026-13-05,A,b1,u1,,\n", to: "assignments.csv")).status == 2)
    let folder = try TemporaryFolder()
    #expect(try Program.run(["diff", folder.path, folder.path]).status == 2)
  }
}
