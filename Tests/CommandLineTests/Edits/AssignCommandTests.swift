import Foundation
import Testing

@Suite("patrol assign, unassign, lock and unlock")
struct AssignCommandTests {
  @Test("posts a unit, says so, and touches no other table")
  func assign() throws {
    let edit = try EditFixture()
    let before = try edit.tables()
    let outcome = try edit.run("assign --unit u2 --beat b1 --day 2026-12-06 --shift B --lock --note relief")
    #expect(outcome.status == 0 && outcome.errors == "written, entry 1\n")
    #expect(
      outcome.lines == [
        "2026-12-06 B b1: +u2 Лочин (locked; note '' now 'relief')", "unit u2 Лочин: +2026-12-06 B b1",
        "1 postings added, 0 taken away, 0 remarked; 1 units",
      ])
    #expect(try edit.rows("assignments.csv").last == "2026-12-06,B,b1,u2,locked,relief")
    let after = try edit.tables()
    #expect(after.keys == before.keys)
    for (name, bytes) in after where name != "assignments.csv" { #expect(before[name] == bytes) }
  }

  @Test("the folder is the current one where none is named, and ids are read without regard to case")
  func currentFolder() throws {
    let edit = try EditFixture()
    let outcome = try Program.run(
      ["assign", "--unit", "U2", "--beat", "B1", "--day", "tomorrow", "--shift", "a", "--now", "2026-12-06T03:00"],
      in: URL(filePath: edit.roster))
    #expect(outcome.status == 0, "\(outcome.errors)")
    // At three in the morning it is still the day before.
    #expect(try edit.rows("assignments.csv").last == "2026-12-06,A,b1,u2,,")
  }

  @Test("what breaks a rule is refused with its reasons, exit code 1, and nothing is written")
  func refused() throws {
    let edit = try EditFixture()
    let before = try edit.contents()
    let outcome = try edit.run("assign --unit u1 --beat b1 --day 2026-12-05 --shift B")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("error: DUP002 unit-twice-in-a-day: Сокол (u1), 2026-12-05 B"))
    #expect(outcome.output.contains("error: RST002 rest-too-short"))
    #expect(outcome.errors.contains("--force --reason TEXT") && outcome.errors.contains("nothing was written"))
    #expect(try edit.contents() == before)
    let forced = try edit.run("assign --unit u1 --beat b1 --day 2026-12-05 --shift B --force --reason nobody-else")
    #expect(forced.status == 0 && forced.output.contains("DUP002"))
    #expect(try edit.rows("assignments.csv").contains("2026-12-05,B,b1,u1,,"))
  }

  @Test(
    "a volunteer without escort is refused, one whose escort goes keeps the escort, a rule that is off refuses nothing")
  func escorts() throws {
    let edit = try EditFixture()
    #expect(
      try edit.run("assign --unit v1 --beat b1 --day 2026-12-06 --shift A").output.contains("MIX003"))
    let left = try edit.run("unassign --unit u1 --day 2026-12-05")
    #expect(left.status == 1 && left.output.contains("MIX003 volunteer-without-escort: n1 / b1, 2026-12-05 A"))
    let free = try EditFixture {
      $0.appending("[rules.volunteer-without-escort]\nseverity = \"off\"\n", to: "roster.toml")
    }
    #expect(try free.run("unassign --unit u1 --day 2026-12-05").status == 0)
  }

  @Test("--move takes the unit's other posting of the day away in the same step")
  func move() throws {
    let edit = try EditFixture()
    #expect(try edit.run("unassign --unit v1 --from 2026-12-05").status == 0)
    let outcome = try edit.run("assign --unit u1 --beat b1 --day 2026-12-05 --shift B --move")
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(try edit.rows("assignments.csv") == ["2026-12-05,B,b1,u1,,"])
  }

  @Test("a range of days is one step: all of them, or none")
  func range() throws {
    let edit = try EditFixture()
    let before = try edit.contents()
    #expect(try edit.run("assign --unit u1 --beat b1 --from 2026-12-05 --to 2026-12-08 --shift B").status == 1)
    #expect(try edit.contents() == before)
    #expect(try edit.run("assign --unit u2 --beat b1 --from 2026-12-06 --shift A").status == 0)
    #expect(try edit.rows("assignments.csv").filter { $0.contains("u2") }.count == 3)
  }

  @Test("what is so already is no change and no failure; what is not there is exit code 1")
  func already() throws {
    let edit = try EditFixture()
    let before = try edit.contents()
    let again = try edit.run("assign --unit u1 --beat b1 --day 2026-12-05 --shift A")
    #expect(again.status == 0 && again.output.isEmpty && again.errors.contains("nothing to change"))
    #expect(try edit.run("unlock --unit u1 --day 2026-12-05").status == 0)
    let missing = try edit.run("unassign --unit u2 --day 2026-12-05")
    #expect(missing.status == 1 && missing.errors.contains("u2 has no posting on 2026-12-05"))
    #expect(try edit.contents() == before)
  }

  @Test("locks postings of a unit, a beat, a shift, and unlocks them; planning leaves what is locked")
  func lock() throws {
    let edit = try EditFixture()
    #expect(try edit.run("lock --beat b1 --day 2026-12-05 --shift A").status == 0)
    #expect(try edit.rows("assignments.csv") == ["2026-12-05,A,b1,u1,locked,", "2026-12-05,A,b1,v1,locked,"])
    #expect(try edit.run("plan --iterations 500 --threads 1").status != 3)
    #expect(try edit.rows("assignments.csv").contains("2026-12-05,A,b1,u1,locked,"))
    #expect(try edit.run("unlock --unit v1 --from 2026-12-05").status == 0)
    #expect(try edit.rows("assignments.csv").contains("2026-12-05,A,b1,v1,,"))
  }

  @Test("--dry-run judges and shows the same, and writes nothing")
  func dryRun() throws {
    let edit = try EditFixture()
    let before = try edit.contents()
    let words = "assign --unit u2 --beat b1 --day 2026-12-06 --shift A"
    let shown = try edit.run(words + " --dry-run")
    #expect(shown.status == 0 && shown.errors.contains("--dry-run"))
    #expect(try edit.contents() == before)
    #expect(try edit.run(words).output == shown.output)
    #expect(try edit.run("assign --unit u2 --beat b1 --day 2026-12-06 --shift B --dry-run").status == 1)
  }

  @Test("answers in JSON what was done or why not, and who did it")
  func json() throws {
    let edit = try EditFixture()
    let done = try edit.json(
      try edit.run(
        "assign --unit u2 --beat b1 --day 2026-12-06 --shift A --reason leave-cover --format json",
        environment: ["PATROL_USER": "Aziz"]))
    #expect(done["format_version"] as? String == "1.1" && done["verb"] as? String == "assign")
    #expect(done["is_applied"] as? Bool == true && done["by"] as? String == "Aziz")
    #expect(done["reason"] as? String == "leave-cover" && (done["refusals"] as? [Any])?.isEmpty == true)
    let difference = try #require(done["difference"] as? [String: Any])
    #expect((difference["cells"] as? [[String: Any]])?.first?["beat"] as? String == "b1")
    let refused = try edit.json(
      try edit.run("assign --unit u2 --beat b2 --day 2026-12-06 --shift A --as Malika --format json"))
    #expect(refused["is_applied"] as? Bool == false && refused["by"] as? String == "Malika")
    #expect((refused["refusals"] as? [[String: Any]])?.first?["kind"] as? String == "breaks-rules")
    let rules = (refused["findings"] as? [[String: Any]])?.compactMap { $0["rule"] as? String }
    #expect(rules == ["RCH001", "DUP001"] || rules == ["DUP001", "RCH001"], "\(rules ?? [])")
    let missing = try edit.json(try edit.run("unassign --unit u2 --day 2026-12-05 --format json"))
    #expect((missing["refusals"] as? [[String: Any]])?.first?["kind"] as? String == "nothing-there")
  }

  @Test(
    "what is not understood is exit code 3 with the reason",
    arguments: [
      ("assign --unit u9 --beat b1 --day 2026-12-05 --shift A", "no unit has the id 'u9'"),
      ("assign --unit u2 --beat nowhere --day 2026-12-05 --shift A", "no beat has the id"),
      ("assign --unit u2 --beat b1 --day 2026-12-05 --shift Q", "The roster has: A, B"),
      ("assign --unit u2 --beat b1 --day someday --shift A", "--day: 'someday' is not a duty day"),
      ("assign --unit u2 --beat b1 --day 2027-01-05 --shift A", "outside of the roster's period"),
      ("assign --unit u2 --beat b1 --shift A", "--day"),
      ("assign --unit u2 --beat b1 --day 2026-12-05 --to 2026-12-06 --shift A", "Name either"),
      ("assign --unit u2 --beat b1 --day 2026-12-06 --shift A --force", "--force wants a reason"),
      ("assign --unit u2 --beat b1 --day 2026-12-06 --shift A --note a\u{1B}[2J", "--note takes a text"),
      ("assign --unit u2 --beat b1 --day 2026-12-06 --shift A --as \u{7}", "--as takes a text"),
      ("unassign --day 2026-12-05", "--unit"),
      ("lock --unit u1 --from 2026-12-06 --to 2026-12-05", "is after"),
    ])
  func usage(words: String, reason: String) throws {
    let edit = try EditFixture()
    let before = try edit.contents()
    let outcome = try edit.run(words)
    #expect(outcome.status == 3 && outcome.output.isEmpty)
    #expect(outcome.errors.contains(reason), "\(outcome.errors)")
    #expect(!outcome.errors.contains("\u{1B}"))
    #expect(try edit.contents() == before)
  }
}
