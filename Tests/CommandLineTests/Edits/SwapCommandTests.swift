import Foundation
import Testing

@Suite("patrol swap and patrol apply: many edits as one act")
struct SwapCommandTests {
  /// u1 escorts the volunteer v1 on b1, u2 stands alone on b3: neither may leave first.
  private func escorted() throws -> EditFixture {
    try EditFixture {
      $0.appending("b3,n1,Bridge,post,,,\n", to: "beats.csv").appending("2026-12-05,A,b3,u2,,\n", to: "assignments.csv")
    }
  }

  @Test("an escort changes places with another unit, which edit by edit is refused")
  func swap() throws {
    let edit = try escorted()
    let alone = try edit.run("assign --unit u1 --beat b3 --day 2026-12-05 --shift A --move")
    #expect(alone.status == 1 && alone.output.contains("MIX003"), "\(alone.output)")
    let outcome = try edit.run("swap --unit u1 --with u2 --day 2026-12-05")
    #expect(outcome.status == 0, "\(outcome.output) \(outcome.errors)")
    #expect(outcome.errors == "written, entry 1\n")
    let rows = try edit.rows("assignments.csv")
    #expect(rows.contains("2026-12-05,A,b1,u2,,") && rows.contains("2026-12-05,A,b3,u1,,"))
    #expect(try edit.run("undo").status == 0)
    #expect(try edit.rows("assignments.csv").contains("2026-12-05,A,b1,u1,,"))
  }

  @Test("a day on which one of them works passes to the other; nothing to exchange, and one unit twice, are told")
  func oneSided() throws {
    let edit = try EditFixture()
    #expect(try edit.run("swap --unit u1 --with u2 --from 2026-12-05 --to 2026-12-08").status == 0)
    #expect(try edit.rows("assignments.csv").contains("2026-12-05,A,b1,u2,,"))
    let nothing = try edit.run("swap --unit u1 --with u2 --day 2026-12-08")
    #expect(nothing.status == 1 && nothing.errors.contains("have nothing to exchange on 2026-12-08"))
    #expect(try edit.run("swap --unit u1 --with u1 --day 2026-12-05").status == 3)
  }

  @Test("edits of a file are one act, judged as a whole: what the first breaks the second mends")
  func apply() throws {
    let edit = try escorted()
    let file = edit.folder.url.appending(path: "changes.jsonl")
    let lines = """
      {"edit": "unassign", "unit": "u1", "day": "2026-12-05"}

      {"edit": "assign", "unit": "u2", "beat": "b1", "day": "2026-12-05", "shift": "A", "move": true, "note": "relief"}
      {"edit": "absent", "unit": "u1", "from": "2026-12-05", "to": "2026-12-06", "reason": "sick"}

      """
    try Data(lines.utf8).write(to: file)
    let tried = try Program.run(["apply", edit.roster, file.path, "--dry-run"])
    #expect(tried.status == 0 && tried.errors == "not written, as --dry-run was given\n", "\(tried.errors)")
    let done = try Program.run(["apply", edit.roster, file.path, "--id", "night-5"])
    #expect(done.status == 0 && done.errors == "written, entry 1\n", "\(done.errors)")
    #expect(try edit.rows("assignments.csv").contains("2026-12-05,A,b1,u2,,relief"))
    #expect(try edit.rows("absences.csv").contains("u1,2026-12-05..2026-12-06,,sick"))
    let again = try Program.run(["apply", edit.roster, file.path, "--id", "night-5"])
    #expect(again.status == 0 && again.errors.contains("recorded already as entry 1"), "\(again.errors)")
    #expect(try edit.run("undo").status == 0)
    #expect(try edit.rows("assignments.csv").contains("2026-12-05,A,b1,u1,,"))
    #expect(try edit.rows("absences.csv").isEmpty)
  }

  @Test("every line that is wrong is told with its number, and nothing is written")
  func wrongLines() throws {
    let edit = try EditFixture()
    let before = try edit.contents()
    let file = edit.folder.url.appending(path: "changes.jsonl")
    let lines = """
      {"edit": "unassign", "unit": "u1", "day": "2026-12-05"}
      {"edit": "asign", "unit": "u1"}
      what
      {"edit": "assign", "unit": "u9", "beat": "b1", "day": "2026-12-05", "shift": "A"}
      {"edit": "lock", "unit": "u1", "day": "2027-12-05"}
      {"edit": "lock", "unit": 7, "day": "2026-12-05"}
      {"edit": "assign", "unit": "u2", "beat": "b1", "day": "2026-12-05", "shift": "A", "move": "yes"}
      {"edit": "swap", "unit": "u2", "day": "2026-12-05"}
      {"edit": "absent", "unit": "u2", "reason": "sick"}
      {"edit": "absent", "unit": "u2", "reason": "bored", "day": "2026-12-05"}
      {"edit": "unassign", "unit": "u2", "day": "2026-12-05", "who": "me"}
      {"edit": "lock", "unit": "u1", "u\u{5C}u006eit": "u2", "day": "2026-12-05"}
      """
    try Data(lines.utf8).write(to: file)
    let outcome = try Program.run(["apply", edit.roster, file.path])
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    for line in 2...12 { #expect(outcome.errors.contains("changes.jsonl:\(line): "), "\(line): \(outcome.errors)") }
    #expect(!outcome.errors.contains("changes.jsonl:1: "))
    #expect(try edit.contents() == before)
    let json = try edit.json(Program.run(["apply", edit.roster, file.path, "--format", "json"]))
    #expect((json["refusals"] as? [[String: String]])?.first?["kind"] == "unreadable")
  }

  @Test("edits that break a rule together are refused whole; an empty file does nothing and says so")
  func refused() throws {
    let edit = try EditFixture()
    let before = try edit.tables()
    let file = edit.folder.url.appending(path: "changes.jsonl")
    let lines = """
      {"edit": "assign", "unit": "u2", "beat": "b1", "day": "2026-12-06", "shift": "A"}
      {"edit": "unassign", "unit": "u1", "day": "2026-12-05"}
      """
    try Data(lines.utf8).write(to: file)
    let outcome = try Program.run(["apply", edit.roster, file.path])
    #expect(outcome.status == 1 && outcome.output.contains("MIX003") && outcome.errors.contains("nothing was written"))
    #expect(try edit.tables() == before)
    try Data("\n \n".utf8).write(to: file)
    let empty = try Program.run(["apply", edit.roster, file.path])
    #expect(empty.status == 2 && empty.errors.contains("it holds no edit"), "\(empty.errors)")
  }

  @Test("an import is judged as assign is: what it breaks is told and refused, unless forced with a reason")
  func imported() throws {
    let edit = try escorted()
    #expect(try Program.run(["export", edit.roster, "--table", edit.folder.url.path + "/t.csv"]).status == 0)
    let table = edit.folder.url.appending(path: "t.csv")
    // The escort is taken away and the volunteer left.
    let text = try String(contentsOf: table, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.contains(",u1,") }.joined(separator: "\n")
    try Data(text.utf8).write(to: table)
    let before = try edit.tables()
    for extra in [[], ["--dry-run"]] {
      let outcome = try Program.run(["import", edit.roster, table.path, "--removals"] + extra)
      #expect(outcome.status == 1 && outcome.output.contains("MIX003"), "\(outcome.output) \(outcome.errors)")
      #expect(outcome.errors.contains("it would make 1 new error"), "\(outcome.errors)")
    }
    let json = try edit.json(
      Program.run(["import", edit.roster, table.path, "--removals", "--dry-run", "--format", "json"]))
    #expect((json["findings"] as? [[String: Any]])?.count == 1)
    #expect((json["refusals"] as? [[String: String]])?.first?["kind"] == "breaks-rules")
    #expect(try edit.tables() == before)
    #expect(try Program.run(["import", edit.roster, table.path, "--removals", "--force"]).status == 3)
    let forced = try Program.run(
      ["import", edit.roster, table.path, "--removals", "--force", "--reason", "the escort is on the way"])
    #expect(forced.status == 0 && forced.output.contains("MIX003"), "\(forced.errors)")
    #expect(try !edit.rows("assignments.csv").contains("2026-12-05,A,b1,u1,,"))
  }

  @Test("undo says what it breaks, and does it all the same")
  func undone() throws {
    let edit = try EditFixture()
    #expect(try edit.run("unassign --unit u1 --day 2026-12-05 --force --reason ill").status == 0)
    #expect(try edit.run("unassign --unit v1 --day 2026-12-05").status == 0)
    let undone = try edit.run("undo")
    #expect(undone.status == 0 && undone.output.contains("MIX003"), "\(undone.output) \(undone.errors)")
  }
}
