import Foundation
import Testing

@Suite("Tables that a spreadsheet has saved, and callsigns in place of ids, as typed")
struct SpreadsheetTests {
  /// The roster of edits with every table as a spreadsheet of Tashkent saves it.
  private func ugly() throws -> EditFixture {
    try EditFixture { roster in
      roster.replacing("Сокол,police", by: "Сокол,Police", in: "units.csv")
        .replacing(
          "2026-12-05,A,b1,u1,,", by: "05.12.2026,A,b1,СОКОЛ,,\"by car,\nthen on foot\"", in: "assignments.csv"
        )
        .replacing("day,shift,beat,unit,status,note", by: "Day,shift,beat,unit,status,note,,", in: "assignments.csv")
        .appending(",,,,,,,\n", to: "assignments.csv")
        .replacing("Walk", by: "\"Walk\naround\"", in: "beats.csv")
    }
  }

  @Test("are read whole: warnings, and the exit code of a table that is written as it should be")
  func readWhole() throws {
    let edit = try ugly()
    let clean = try EditFixture().run("validate --fail-on never")
    let outcome = try edit.run("validate --fail-on never")
    #expect(outcome.status == 0 && !outcome.output.contains("error: FMT"))
    let told = outcome.lines.filter { $0.contains("FMT011") }
    #expect(
      told.count == 6 && told.allSatisfy { $0.contains("warning: FMT011 read-but-ugly: ") }, "\(outcome.output)")
    #expect(outcome.lines.filter { !$0.contains("FMT011") }.count == clean.lines.count)
    #expect(try Program.run(["explain", "FMT011"]).status == 0)
  }

  @Test("take edits, and what is written then is as it should be")
  func written() throws {
    let edit = try ugly()
    #expect(try edit.run("assign --unit u2 --beat b1 --day 2026-12-06 --shift A").status == 0)
    #expect(
      try edit.text("assignments.csv") == """
        day,shift,beat,unit,status,note
        2026-12-05,A,b1,u1,,"by car,
        then on foot"
        2026-12-05,A,b1,v1,,
        2026-12-06,A,b1,u2,,

        """)
    #expect(try edit.run("export --table -").status == 0)
  }

  @Test(
    "a callsign is its unit's in a verb too: in another case, with look-alikes, by every verb that takes a unit",
    arguments: ["Лочин", "ЛОЧИН", "Лoчин", " лочин "])
  func callsigns(callsign: String) throws {
    let edit = try EditFixture()
    func run(_ words: [String]) throws -> Program.Outcome {
      try Program.run([words[0], edit.roster, "--unit", callsign] + words.dropFirst())
    }
    #expect(try run(["assign", "--beat", "b1", "--day", "2026-12-06", "--shift", "A"]).status == 0)
    #expect(try edit.rows("assignments.csv").contains("2026-12-06,A,b1,u2,,"))
    #expect(try run(["log"]).lines.filter { !$0.hasPrefix(" ") }.count == 1)
    #expect(try run(["lock", "--day", "2026-12-06"]).status == 0)
    #expect(try run(["unlock", "--day", "2026-12-06"]).status == 0)
    #expect(try run(["unassign", "--day", "2026-12-06"]).status == 0)
    #expect(try run(["absent", "--day", "2026-12-08", "--reason", "Sick"]).status == 0)
    #expect(try edit.rows("absences.csv") == ["u2,2026-12-08,,sick"])
  }

  @Test("a callsign of two units is neither's: both are named, nothing is done")
  func twoBearers() throws {
    let edit = try EditFixture { $0.replacing("Yordam", by: "Лoчин", in: "units.csv") }
    let outcome = try Program.run(["absent", edit.roster, "--unit", "ЛОЧИН", "--day", "2026-12-08", "--reason", "sick"])
    #expect(outcome.status == 3 && outcome.errors.contains("is the callsign of u2, v1. Name the unit by its id."))
    let found = try edit.run("validate --select ORG005")
    #expect(found.status == 0 && found.output.contains("v1 is called Лoчин, which looks or sounds like Лочин of u2"))
    #expect(found.output.contains("character 2 is U+006F LATIN SMALL LETTER O in one, U+043E CYRILLIC SMALL LETTER O"))
  }
}
