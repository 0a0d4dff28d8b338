import Foundation
import Testing

@Suite("patrol absent")
struct AbsentCommandTests {
  @Test("marks a unit that is not posted absent, once, and takes the absence away")
  func markAndRemove() throws {
    let edit = try EditFixture()
    let words = "absent --unit u2 --from 2026-12-06 --to 2026-12-08"
    #expect(try edit.run(words + " --reason sick").status == 0)
    #expect(try edit.text("absences.csv") == "unit,days,shift,reason\nu2,2026-12-06..2026-12-08,,sick\n")
    #expect(try edit.run(words + " --reason sick").errors.contains("nothing to change"))
    #expect(try edit.run(words + " --reason leave").status == 0)
    #expect(try edit.rows("absences.csv") == ["u2,2026-12-06..2026-12-08,,leave"])
    #expect(try edit.run("absent --unit u2 --day 2026-12-07 --remove").status == 0)
    #expect(try edit.rows("absences.csv") == ["u2,2026-12-06 2026-12-08,,leave"])
    #expect(try edit.run("absent --unit u2 --from 2026-12-05 --remove").status == 0)
    #expect(try edit.rows("absences.csv").isEmpty)
    #expect(try edit.run("absent --unit u2 --from 2026-12-05 --remove").status == 1)
    #expect(try edit.run("validate --select FMT --select REF").status == 0)
  }

  @Test("a unit that is back is back for good, also beyond the period")
  func back() throws {
    let edit = try EditFixture()
    #expect(try edit.run("absent --unit u2 --from 2026-12-06 --to 2027-01-20 --reason leave").status == 0)
    let now = "--now 2026-12-08T03:00"
    #expect(try edit.run("absent --unit u2 --remove --from tomorrow \(now)").status == 0)
    #expect(try edit.rows("absences.csv") == ["u2,2026-12-06..2026-12-07,,leave"])
  }

  @Test("a unit that is posted: refused with its postings, until it is said what becomes of them")
  func posted() throws {
    let edit = try EditFixture()
    let before = try edit.contents()
    let words = "absent --unit v1 --from 2026-12-05 --to 2026-12-06 --reason sick"
    let refused = try edit.run(words)
    #expect(refused.status == 1)
    #expect(
      refused.output.contains("assignments.csv:3: error: ABS001 assigned-while-absent: Yordam (v1), 2026-12-05 A"))
    #expect(refused.errors.contains("--unassign") && refused.errors.contains("--keep"))
    #expect(try edit.contents() == before)
    let kept = try edit.run(words + " --keep")
    #expect(kept.status == 0 && kept.output.contains("ABS001"))
    #expect(try edit.rows("assignments.csv").count == 2)
    let taken = try edit.run(words + " --unassign")
    #expect(taken.status == 0 && !taken.output.contains("ABS001"))
    #expect(try edit.rows("assignments.csv") == ["2026-12-05,A,b1,u1,,"])
    #expect(try edit.rows("absences.csv") == ["v1,2026-12-05..2026-12-06,,sick"])
  }

  @Test("an absence of one shift takes only postings of that shift away")
  func shift() throws {
    let edit = try EditFixture()
    let night = try edit.run("absent --unit v1 --day 2026-12-05 --shift B --reason court --unassign")
    #expect(night.status == 0)
    #expect(try edit.rows("absences.csv") == ["v1,2026-12-05,B,court"])
    #expect(try edit.rows("assignments.csv").count == 2)
  }

  @Test("an escort that falls sick beside a volunteer is refused for the volunteer's sake, unless it is forced")
  func escort() throws {
    let edit = try EditFixture()
    let words = "absent --unit u1 --day 2026-12-05 --reason sick --unassign"
    let refused = try edit.run(words)
    #expect(refused.status == 1 && refused.output.contains("MIX003"))
    #expect(try edit.run(words + " --force").status == 0)
  }

  @Test(
    "what cannot be meant is exit code 3",
    arguments: [
      "absent --unit u1 --day 2026-12-05", "absent --unit u1 --day 2026-12-05 --reason tired",
      "absent --unit u1 --day 2026-12-05 --reason sick --keep --unassign",
      "absent --unit u1 --day 2026-12-05 --remove --keep", "absent --unit u1 --reason sick",
      "absent --unit u1 --from 2027-02-01 --reason sick",
    ])
  func usage(words: String) throws {
    let edit = try EditFixture()
    let before = try edit.contents()
    #expect(try edit.run(words).status == 3)
    #expect(try edit.contents() == before)
  }
}
