import Foundation
import Testing

@Suite("patrol move-now: what happens during a shift")
struct MoveNowCommandTests {
  /// u1 holds b1 by day on 5 December; b1 wants one unit in each shift.
  private func running() throws -> EditFixture {
    try EditFixture {
      $0.replacing("\n2026-12-05,A,b1,v1,,", by: "", in: "assignments.csv")
        .appending("b3,n1,Bridge,post,,,\n", to: "beats.csv")
    }
  }

  /// Says what happened to u1 on 5 December.
  private func move(_ edit: EditFixture, _ words: String, now: String = "2026-12-05T12:00") throws -> Program.Outcome {
    try edit.run("move-now \(words) --reason fight --as Aziz --now \(now)")
  }

  @Test("a unit that is moved holds its beat until then and the other from then on; gaps, the log and the rules say so")
  func moved() throws {
    let edit = try running()
    let outcome = try move(edit, "--unit u1 --beat b3 --at 11:40")
    #expect(outcome.status == 0 && outcome.errors == "written, entry 1\n", "\(outcome.output) \(outcome.errors)")
    #expect(
      outcome.lines == [
        "Сокол (u1), 2026-12-05 A: moved to b3 from 11:40; worked 08:00-20:00, 12 h",
        "b1/2026-12-05/A/any held from 08:00 to 11:40, 8 h 20 min without",
      ])
    #expect(try edit.rows("manoeuvres.csv") == ["2026-12-05,A,u1,11:40,moved,b3,fight,Aziz"])
    #expect(try edit.rows("assignments.csv").contains("2026-12-05,A,b1,u1,,"))
    let log = try edit.run("log")
    #expect(
      log.output.contains("Aziz") && log.output.contains("  u1 at b1: moved to b3 from 11:40: fight"), "\(log.output)")
    #expect(log.output.contains("+2026-12-05 A u1 moved to b3 from 11:40: fight"))
    #expect(try edit.run("log --unit u1").lines.count == 2)
    let why = try edit.run("why --cell b1/2026-12-05/A")
    #expect(why.output.contains("met, held from 08:00 to 11:40, 8 h 20 min without (demand.csv"), "\(why.output)")
    let gaps = try edit.run("gaps --from 2026-12-05 --to 2026-12-05")
    #expect(gaps.output.contains("held from 08:00 to 11:40, 8 h 20 min without"), "\(gaps.output)")
    #expect(gaps.errors.contains("1 held for a part of the shift"), "\(gaps.errors)")
    let found = try edit.run("validate --select COV006")
    #expect(found.output.contains("1 unit held from 08:00 to 11:40, 8 h 20 min without"), "\(found.output)")
  }

  @Test("what was noted is taken back by undo, byte for byte, and done again by redo")
  func undo() throws {
    let edit = try running()
    try Data("day,shift,unit,at,what,beat,reason,by\n".utf8).write(
      to: URL(filePath: edit.roster).appending(path: "manoeuvres.csv"))
    let before = try edit.tables()
    #expect(try move(edit, "--unit u1 --beat b3 --at 11:40").status == 0)
    #expect(try move(edit, "--unit u1 --sent-home --at 15:00").status == 0)
    #expect(try move(edit, "--unit u2 --called-in --beat b1 --at 15:00").status == 0)
    let after = try edit.tables()
    for _ in 0..<3 { #expect(try edit.run("undo --as Aziz").status == 0) }
    #expect(try edit.tables() == before)
    for _ in 0..<3 { #expect(try edit.run("redo --as Aziz").status == 0) }
    #expect(try edit.tables() == after)
  }

  @Test("who leaves early has worked so long, who leaves again is told when it left, and a gap stays one")
  func leaving() throws {
    let edit = try running()
    let outcome = try move(edit, "--unit u1 --sent-home --at 15:00")
    #expect(outcome.output.contains("sent home at 15:00; worked 08:00-15:00, 7 h"), "\(outcome.output)")
    let again = try move(edit, "--unit u1 --beat b2 --at 16:00")
    #expect(again.status == 1 && again.errors.contains("has left A at 15:00"), "\(again.errors)")
    let gap = try edit.json(edit.run("gaps --from 2026-12-05 --to 2026-12-05 --format json"))
    #expect((gap["summary"] as? [String: Any])?["below_minimum"] as? Int == 1)
  }

  @Test("who stays longer has less rest, and is refused where the next shift breaks it, but for --force")
  func stayed() throws {
    let edit = try running()
    #expect(try edit.run("assign --unit u1 --beat b3 --day 2026-12-06 --shift A").status == 0)
    let refused = try move(edit, "--unit u1 --relieved --at 21:30", now: "2026-12-05T21:40")
    #expect(refused.status == 1 && refused.output.contains("RST002"), "\(refused.output) \(refused.errors)")
    #expect(refused.output.contains("rest 10"), "\(refused.output)")
    let forced = try move(edit, "--unit u1 --relieved --at 21:30 --force", now: "2026-12-05T21:40")
    #expect(forced.status == 0 && forced.output.contains("worked 08:00-21:30, 13 h 30 min"), "\(forced.output)")
    #expect(try edit.rows("manoeuvres.csv") == ["2026-12-05,A,u1,21:30,relieved,,fight,Aziz"])
  }

  @Test("who is called in is posted, holds the beat from then on, and past midnight the day is the one that began")
  func calledIn() throws {
    let edit = try running()
    let outcome = try move(edit, "--unit u2 --called-in --beat b1 --at 02:10", now: "2026-12-06T02:30")
    #expect(outcome.status == 0, "\(outcome.output) \(outcome.errors)")
    #expect(try edit.rows("assignments.csv").contains("2026-12-05,B,b1,u2,,"))
    #expect(try edit.rows("manoeuvres.csv") == ["2026-12-05,B,u2,26:10,called-in,b1,fight,Aziz"])
    #expect(outcome.output.contains("worked 02:10-08:00, 5 h 50 min"), "\(outcome.output)")
    #expect(outcome.output.contains("b1/2026-12-05/B/any held from 02:10 to 08:00, 6 h 10 min without"))
  }

  @Test("a unit that works no shift then, and what goes not together, is refused with words")
  func refused() throws {
    let edit = try running()
    let free = try move(edit, "--unit u2 --beat b2")
    #expect(free.status == 1 && free.errors.contains("works no shift at 12:00 on 2026-12-05"), "\(free.errors)")
    let there = try move(edit, "--unit u1 --beat b1")
    #expect(there.status == 1 && there.errors.contains("is at b1 already"), "\(there.errors)")
    let far = try move(edit, "--unit u1 --beat b2")
    #expect(far.status == 1 && far.output.contains("RCH001"), "\(far.output)")
    #expect(try move(edit, "--unit u1").status == 3)
    #expect(try move(edit, "--unit u1 --late --beat b2").status == 3)
    #expect(try move(edit, "--unit u1 --late --at noon").status == 3)
    #expect(try edit.run("move-now --unit u1 --beat b2").status == 3)
    #expect(try edit.run("absent --unit u1 --day 2026-12-05 --reason sick --keep").status == 0)
    let absent = try move(edit, "--unit u1 --beat b2")
    #expect(absent.status == 1 && absent.errors.contains("is marked absent (sick)"), "\(absent.errors)")
    #expect(!FileManager.default.fileExists(atPath: edit.roster + "/manoeuvres.csv"))
  }

  @Test("the morning's sheets, workbook aside, and the report tell it; read back, nothing of it is an edit")
  func sheets() throws {
    let edit = try running()
    let sheets = edit.folder.url.appending(path: "sheets").path
    let before = try edit.run("export --sheets \(sheets)")
    #expect(before.status == 0)
    let quiet = try String(contentsOfFile: sheets + "/n1_2026-12-05_A.csv", encoding: .utf8)
    #expect(!quiet.contains("happened"))
    #expect(try move(edit, "--unit u1 --beat b3 --at 11:40").status == 0)
    #expect(try move(edit, "--unit u2 --called-in --beat b3 --at 11:00").status == 0)
    #expect(try edit.run("export --sheets \(sheets) --report \(sheets).html").status == 0)
    let rows = try String(contentsOfFile: sheets + "/n1_2026-12-05_A.csv", encoding: .utf8).split(separator: "\n")
    #expect(rows[0].hasSuffix(",absent,happened"))
    #expect(rows[1].hasPrefix("b1,") && rows[1].hasSuffix(",moved to Bridge (b3) from 11:40: fight"), "\(rows)")
    #expect(
      rows[2].hasSuffix(
        ",\"called in to Bridge (b3) from 11:00: fight; Сокол (u1) here from 11:40, from b1: fight\""), "\(rows)")
    let report = try String(contentsOfFile: sheets + ".html", encoding: .utf8)
    #expect(report.contains("<h2>During the shifts</h2>") && report.contains("moved to b3 from 11:40"))
    let back = try edit.run("import \(sheets)")
    #expect(back.status == 0 && back.errors.contains("nothing to import"), "\(back.output) \(back.errors)")
  }

  @Test("an old copy saved over the table takes an event away, which is told, and it is done again by its number")
  func oldCopy() throws {
    let edit = try running()
    #expect(try move(edit, "--unit u1 --beat b3 --at 11:40").status == 0)
    let copy = try edit.text("manoeuvres.csv")
    #expect(try move(edit, "--unit u1 --sent-home --at 15:00").status == 0)
    try Data(copy.utf8).write(to: URL(filePath: edit.roster).appending(path: "manoeuvres.csv"))
    let told = try edit.run("gaps")
    #expect(told.errors.contains("1 recorded act is not in them any more"), "\(told.errors)")
    #expect(
      try edit.run("log --conflicts").output.contains("not in the tables any more: +2026-12-05 A u1 sent home at 15:00")
    )
    let again = try edit.run("redo --entry 2 --as Aziz")
    #expect(again.status == 0, "\(again.errors)")
    #expect(try edit.rows("manoeuvres.csv").count == 2)
    #expect(try !edit.run("gaps").errors.contains("another program"))
  }

  @Test("a unit late by an hour: the square says how long it was without, and the answer in JSON has the rows")
  func late() throws {
    let edit = try running()
    let outcome = try move(edit, "--unit u1 --late --at 09:00 --format json", now: "2026-12-05T08:20")
    let answer = try edit.json(outcome)
    #expect(answer["verb"] as? String == "move-now" && answer["entry"] as? Int == 1)
    #expect((answer["remarks"] as? [String])?.last == "b1/2026-12-05/A/any held from 09:00 to 20:00, 1 h without")
    let gaps = try edit.json(edit.run("gaps --from 2026-12-05 --to 2026-12-05 --format json"))
    #expect((gaps["summary"] as? [String: Any])?["part_covered"] as? Int == 1)
    let rows = try #require(gaps["gaps"] as? [[String: Any]])
    #expect(
      rows.contains {
        $0["minutes_without"] as? Int == 60 && $0["held"] as? String == "held from 09:00 to 20:00, 1 h without"
      })
  }

  @Test("a call is noted with who, when and what was answered, and is in the log")
  func calls() throws {
    let edit = try running()
    let outcome = try edit.run("call --cell b2/today/A --unit u2 --answer no --as Aziz --now 2026-12-05T10:00")
    #expect(outcome.status == 0 && outcome.errors == "written, entry 1\n", "\(outcome.errors)")
    #expect(try edit.rows("calls.csv") == ["2026-12-05,A,b2,u2,2026-12-05T10:00,no,Aziz,"])
    #expect(try edit.run("log").output.contains("+called u2 for 2026-12-05 A b2 at 2026-12-05T10:00: no"))
    #expect(try edit.run("log --cell b2/2026-12-05").lines.count == 2)
    #expect(try edit.run("undo --as Aziz").status == 0)
    #expect(try edit.rows("calls.csv").isEmpty)
    #expect(try edit.run("call --cell north/today/A --unit u2 --answer no --now 2026-12-05T10:00").status == 3)
  }
}
