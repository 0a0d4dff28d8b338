import Foundation
import Journal
import RosterModel
import Testing

@Suite("Verbs beside an open desk")
struct OpenDeskTests {
  private let assign = "assign --unit u2 --beat b1 --day 2026-12-06 --shift B --as Bek"

  private func desk(_ edit: EditFixture) throws -> RosterSession {
    try RosterSession(at: edit.roster, SessionOptions(person: "Aziz", isDesk: true))
  }

  @Test("an edit of a verb appears at the desk, every verb sees it, and the tables follow when the desk closes")
  func appears() throws {
    let edit = try EditFixture()
    let desk = try desk(edit)
    let before = try edit.tables()
    let table = edit.folder.path + "/table.csv"
    #expect(try edit.run(assign).status == 0)
    #expect(try edit.tables() == before)
    #expect(try desk.news().entries.map(\.author.person) == ["Bek"])
    #expect(try edit.run("export --table " + table).status == 0)
    #expect(try String(contentsOfFile: table, encoding: .utf8).contains("Лочин"))
    #expect(try edit.run(assign).errors == "nothing to change: the roster says so already\n")
    try desk.close()
    #expect(try edit.rows("assignments.csv").last == "2026-12-06,B,b1,u2,,")
  }

  @Test("validate reports on what the desk has edited, and says so by another fingerprint of the roster")
  func validate() throws {
    let edit = try EditFixture()
    let desk = try desk(edit)
    let before = try edit.json(try edit.run("validate --format json"))
    #expect(try edit.run(assign + " --shift A --force --reason both").status == 0)
    let after = try edit.json(try edit.run("validate --format json"))
    func sha(_ json: [String: Any]) -> String? { (json["roster"] as? [String: Any])?["sha256"] as? String }
    #expect(sha(before) != nil && sha(before) != sha(after))
    try desk.close()
  }

  @Test("tables edited by another program are taken, and what no longer fits them is listed")
  func outside() throws {
    let edit = try EditFixture()
    var desk: RosterSession? = try desk(edit)
    #expect(try edit.run(assign).status == 0)
    // The desk is killed: its edits are in the journal only.
    _ = desk?.position
    desk = nil
    let outside = try edit.text("assignments.csv") + "2026-12-06,A,b2,u2,,from the spreadsheet\n"
    try outside.write(toFile: edit.roster + "/assignments.csv", atomically: false, encoding: .utf8)
    let warned = try edit.run("gaps")
    #expect(warned.errors.contains("another program has edited the tables, and 1 recorded act is not in the roster"))
    let next = try edit.run("lock --unit u1 --day 2026-12-05 --as Guli")
    #expect(next.status == 0 && next.errors.contains("patrol log --conflicts"))
    #expect(try edit.text("assignments.csv").contains("u2,,from the spreadsheet"))
    let conflicts = try edit.run("log --conflicts")
    #expect(conflicts.status == 1 && conflicts.lines.count == 3)
    #expect(conflicts.lines[2].hasPrefix("    not made: +2026-12-06 B b1 u2: the unit stands elsewhere"))
  }

  @Test("a damaged journal is told, and the tables are what is read")
  func damaged() throws {
    let edit = try EditFixture()
    #expect(try edit.run(assign).status == 0)
    let journal = edit.roster + "/.patrol/journal.sqlite"
    try String(repeating: "garbage ", count: 600).write(toFile: journal, atomically: false, encoding: .utf8)
    let gaps = try edit.run("gaps")
    #expect(
      gaps.status == 2 && gaps.errors.contains("is damaged") && gaps.errors.contains("These are the tables as of"))
    let log = try edit.run("log")
    #expect(log.status == 2 && log.errors.contains("is damaged"))
    let next = try edit.run("lock --unit u2 --day 2026-12-06 --as Bek")
    #expect(next.status == 0 && next.errors.contains(".patrol/journal.damaged-1.sqlite"))
    #expect(try edit.rows("assignments.csv").last == "2026-12-06,B,b1,u2,locked,")
  }
}
