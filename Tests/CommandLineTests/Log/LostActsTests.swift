import Foundation
import Journal
import RosterModel
import Testing

@Suite("Recorded acts that an old copy of a table takes away")
struct LostActsTests {
  private let assign = "assign --unit u2 --beat b1 --day 2026-12-06 --shift B --as Bek --reason relief"
  private let swap = "swap --unit u1 --with u2 --day 2026-12-05 --as Aziz --force --reason asked"

  /// A roster whose u2 stands beside u1, so that the two can change places.
  private func roster() throws -> EditFixture {
    try EditFixture {
      $0.appending("b3,n1,Bridge,post,,,\n", to: "beats.csv").appending("2026-12-05,A,b3,u2,,\n", to: "assignments.csv")
    }
  }

  /// Saves an old copy over a table.
  private func save(_ text: String, over file: String = "assignments.csv", _ edit: EditFixture) throws {
    try text.write(toFile: edit.roster + "/" + file, atomically: false, encoding: .utf8)
  }

  /// Whether a reader finds nothing lacking.
  private func tellsNothing(_ edit: EditFixture) throws -> Bool {
    try !edit.run("gaps").errors.contains("another program") && edit.run("log --conflicts").status == 0
  }

  private func heads(_ outcome: Program.Outcome) -> [String] { outcome.lines.filter { $0.first != " " } }

  @Test("every verb says which act is gone, who did it and when; the log lists it; done again it is there")
  func told() throws {
    let edit = try roster()
    let copy = try edit.text("assignments.csv")
    #expect(try edit.run(assign).status == 0)
    try save(copy, edit)
    let words = "warning: another program has edited the tables, and 1 recorded act is not in them any more"
    for verb in ["gaps", "validate --fail-on never", "export --table -", "who --cell b1/2026-12-06/B", "edit --print"] {
      let outcome = try edit.run(verb)
      #expect(outcome.errors.contains(words), "\(verb): \(outcome.errors)")
      #expect(outcome.errors.contains("patrol log --conflicts"), "\(verb)")
      #expect(outcome.errors.contains("\n  1  20") && outcome.errors.contains("  Bek ("), "\(verb)")
      #expect(outcome.errors.contains("  assign u2 to b1: relief\n"), "\(verb)")
    }
    let log = try edit.run("log --conflicts")
    #expect(log.status == 1 && heads(log).count == 1 && heads(log)[0].hasSuffix("  assign u2 to b1: relief"))
    #expect(log.lines.last == "    not in the tables any more: +2026-12-06 B b1 u2")
    let entry = try #require(
      (try edit.json(try edit.run("log --conflicts --format json"))["entries"] as? [[String: Any]])?.first)
    #expect(entry["by"] as? String == "Bek" && entry["position"] as? Int == 1)
    #expect((entry["conflicts"] as? [[String: Any]])?.first?["why"] as? String == "taken-away")
    let again = try edit.run("redo --entry 1 --as Guli")
    #expect(again.status == 0 && again.errors.contains("written, entry 2"), "\(again.errors)")
    #expect(try edit.rows("assignments.csv").contains("2026-12-06,B,b1,u2,,"))
    #expect(try tellsNothing(edit))
    #expect(try edit.run("undo --as Guli").status == 0)
    #expect(try tellsNothing(edit))
  }

  @Test("what is let be is not told any more, also when the tables are edited outside once more")
  func dropped() throws {
    let edit = try roster()
    let copy = try edit.text("assignments.csv")
    #expect(try edit.run(assign).status == 0)
    try save(copy, edit)
    let dropped = try edit.run("redo --drop 1")
    #expect(dropped.status == 0 && dropped.errors.contains("let be: entry 1"), "\(dropped.errors)")
    #expect(try tellsNothing(edit))
    try save(copy + "2026-12-07,A,b1,u2,,by a spreadsheet\n", edit)
    #expect(try tellsNothing(edit))
    #expect(try edit.run("lock --unit u1 --day 2026-12-05").errors.contains("recorded act") == false)
    #expect(try tellsNothing(edit))
    #expect(try edit.run("redo --drop 1").status == 1)
  }

  @Test("it is told until it is settled, also once the tables are written anew; an act of the same row settles it")
  func lasting() throws {
    let edit = try roster()
    let copy = try edit.text("assignments.csv")
    #expect(try edit.run(assign).status == 0)
    try save(copy, edit)
    let next = try edit.run("lock --unit u1 --day 2026-12-05 --as Guli")
    #expect(next.status == 0 && next.errors.contains("1 recorded act is not in them any more"), "\(next.errors)")
    #expect(try edit.rows("assignments.csv").contains("2026-12-05,A,b1,u1,locked,"))
    #expect(try edit.run("gaps").errors.contains("1 recorded act is not in them any more"))
    #expect(try edit.run("log --conflicts").status == 1)
    #expect(try edit.run("assign --unit u2 --beat b1 --day 2026-12-06 --shift B --as Guli").status == 0)
    #expect(try tellsNothing(edit))
  }

  @Test("a swap and an absence are each done again whole; what a later act undid is not told")
  func several() throws {
    let edit = try roster()
    let (postings, absences) = (
      try edit.text("assignments.csv"), (try? edit.text("absences.csv")) ?? "unit,days,shift,reason\n"
    )
    #expect(try edit.run(swap).status == 0)
    #expect(try edit.run("absent --unit u2 --from 2026-12-07 --to 2026-12-08 --reason sick --as Bek").status == 0)
    #expect(try edit.run(assign).status == 0)
    #expect(try edit.run("undo --as Bek").status == 0)
    let (swapped, away) = (try edit.rows("assignments.csv").sorted(), try edit.rows("absences.csv"))
    try save(postings, edit)
    try save(absences, over: "absences.csv", edit)
    let log = try edit.run("log --conflicts")
    #expect(heads(log).count == 2, "\(log.output)")
    #expect(heads(log)[0].contains("swap u1 with u2") && heads(log)[1].contains("absent u2 sick"))
    #expect(log.lines.filter { $0.hasPrefix("    not in the tables any more: ") }.count == 5)
    #expect(try edit.run("gaps").errors.contains("2 recorded acts are not in them any more"))
    let again = try edit.run("redo --entry all --reason restored --as Guli")
    #expect(again.status == 0 && heads(again).last?.contains("again: 2 acts") == true, "\(again.errors)")
    #expect(try edit.rows("assignments.csv").sorted() == swapped)
    #expect(try edit.rows("absences.csv") == away)
    #expect(try tellsNothing(edit))
  }

  @Test("tables that a spreadsheet only saved in another form have lost nothing")
  func anotherForm() throws {
    let edit = try roster()
    for act in [
      swap, assign, "lock --unit u2 --day 2026-12-06",
      "absent --unit u1 --from 2026-12-07 --to 2026-12-08 --reason leave",
      "absent --unit u1 --from 2026-12-08 --to 2026-12-08 --remove --reason back", "publish --day 2026-12-06",
      "assign --unit u1 --beat b1 --day 2026-12-08 --shift A --note phoned,twice",
      "publish --day 2026-12-06 --district north",
    ] {
      let outcome = try edit.run(act)
      #expect(outcome.status == 0, "\(act): \(outcome.output) \(outcome.errors)")
    }
    for file in ["assignments.csv", "absences.csv", "publications.csv", "published.csv"] {
      let rows = try edit.text(file).split(separator: "\n")
      try save(([rows[0]] + rows.dropFirst().reversed()).joined(separator: "\r\n") + "\r\n", over: file, edit)
    }
    #expect(try tellsNothing(edit))
  }

  @Test("what was published and an old copy took away is told, and published again as it was")
  func published() throws {
    let edit = try roster()
    #expect(try edit.run("publish --day 2026-12-05 --as Aziz").status == 0)
    let files = ["publications.csv", "published.csv"]
    let (copies, before) = (try files.map { try edit.text($0) }, try edit.tables())
    #expect(try edit.run("publish --day 2026-12-06 --as Bek").status == 0)
    let after = try files.map { try edit.rows($0).sorted() }
    for (file, copy) in zip(files, copies) { try save(copy, over: file, edit) }
    #expect(try edit.tables() == before)
    let log = try edit.run("log --conflicts")
    #expect(heads(log).count == 1 && heads(log)[0].contains("  Bek ("), "\(log.output)")
    let again = try edit.run("redo --entry all --as Guli")
    #expect(again.status == 0, "\(again.output) \(again.errors)")
    #expect(try files.map { try edit.rows($0).sorted() } == after)
    #expect(try tellsNothing(edit))
  }

  @Test("an undo that an old copy takes back is told: what was taken away stands again")
  func undone() throws {
    let edit = try roster()
    #expect(try edit.run(assign).status == 0)
    let copy = try edit.text("assignments.csv")
    #expect(try edit.run("undo --as Bek").status == 0)
    let before = try edit.text("assignments.csv")
    try save(copy, edit)
    let log = try edit.run("log --conflicts")
    #expect(heads(log).count == 1 && heads(log)[0].contains("undo of 1: assign u2 to b1"), "\(log.output)")
    #expect(log.lines.last == "    not in the tables any more: -2026-12-06 B b1 u2")
    #expect(try edit.run("redo --entry 2").status == 0)
    #expect(try edit.text("assignments.csv") == before)
  }

  @Test("what came back by another edit of the tables is told no more")
  func mended() throws {
    let edit = try roster()
    let copy = try edit.text("assignments.csv")
    #expect(try edit.run(assign).status == 0)
    let whole = try edit.text("assignments.csv")
    try save(copy, edit)
    #expect(try edit.run("lock --unit u1 --day 2026-12-05").status == 0)
    try save(whole, edit)
    #expect(try edit.run("log --conflicts").output.contains("u2 to b1") == false)
    #expect(try edit.run("log --conflicts").output.contains("lock u1"))
  }

  @Test("doing it again is judged as any edit, and a key makes it once")
  func judged() throws {
    let edit = try roster()
    let copy = try edit.text("assignments.csv")
    #expect(try edit.run(assign).status == 0)
    try save(copy + "2026-12-06,A,b1,u2,,by a spreadsheet\n", edit)
    let refused = try edit.run("redo --entry 1")
    #expect(refused.status == 1 && refused.errors.contains("refused: it would make"), "\(refused.errors)")
    #expect(try edit.run("log --conflicts").status == 1)
    #expect(try edit.rows("assignments.csv").contains("2026-12-06,B,b1,u2,,") == false)
    let forced = try edit.run("redo --entry 1 --reason both --id k1")
    #expect(forced.status == 0, "\(forced.errors)")
    let repeated = try edit.run("redo --entry 1 --reason both --id k1")
    #expect(repeated.status == 0 && repeated.errors.contains("nothing was done again"), "\(repeated.errors)")
    #expect(try edit.run("redo --entry 7").status == 1)
    #expect(try edit.run("redo --entry x").status == 3)
    #expect(try edit.run("redo --entry 1 --drop 1").status == 3)
  }

  @Test("a row that says something else is made what the act made it")
  func remark() throws {
    let edit = try roster()
    let copy = try edit.text("assignments.csv")
    #expect(try edit.run("lock --unit u1 --day 2026-12-05 --as Bek").status == 0)
    try save(copy.replacingOccurrences(of: "A,b1,u1,,", with: "A,b1,u1,,phoned"), edit)
    #expect(try edit.run("log --conflicts").lines.last?.contains("~2026-12-05 A b1 u1 (locked)") == true)
    let again = try edit.run("redo --entry 1")
    #expect(again.status == 0, "\(again.errors)")
    #expect(try edit.rows("assignments.csv").contains("2026-12-05,A,b1,u1,locked,"))
  }

  @Test("an open desk is told, and lists the act")
  func desk() throws {
    let edit = try roster()
    let copy = try edit.text("assignments.csv")
    #expect(try edit.run(assign).status == 0)
    let desk = try RosterSession(at: edit.roster, SessionOptions(person: "Aziz", isDesk: true))
    #expect(desk.conflicts.isEmpty)
    try save(copy, edit)
    let news = try desk.news()
    #expect(news.isReloaded && news.conflicts.map(\.fault) == [.takenAway])
    #expect(try desk.acts(of: news.conflicts).map(\.author.person) == ["Bek"])
    try desk.settle(news.conflicts, as: .dropped)
    try desk.close()
    #expect(try tellsNothing(edit))
  }
}
