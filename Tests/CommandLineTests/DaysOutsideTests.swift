import Foundation
import Testing

/// The roster of `EditFixture` has the days 2026-12-05 to 2026-12-08.
@Suite("Days that the roster does not have")
struct DaysOutsideTests {
  private static let verbs = [
    "validate", "gaps", "export --table -", "export --report -", "export --sheets SHEETS",
    "export --calendar CALENDARS",
    "plan --dry-run --iterations 50", "publish --dry-run",
    "assign --unit u2 --beat b2 --shift A --dry-run", "unassign --unit v1 --dry-run", "lock --unit v1 --dry-run",
    "unlock --unit v1 --dry-run", "absent --unit u2 --reason sick --dry-run", "absent --unit u2 --remove --dry-run",
  ]

  /// Runs a verb; what it would write is beside the roster.
  private func run(_ edit: EditFixture, _ words: String) throws -> Program.Outcome {
    try edit.run(
      words.replacingOccurrences(of: "SHEETS", with: edit.folder.path + "sheets")
        .replacingOccurrences(of: "CALENDARS", with: edit.folder.path + "calendars"))
  }

  @Test("every verb says so, names the period and what to do, and is exit code 3", arguments: verbs)
  func outside(verb: String) throws {
    let edit = try EditFixture()
    let before = try edit.folder.contents(of: edit.folder.path)
    let period = "outside of the roster's period, 2026-12-05 to 2026-12-08."
    for (days, said) in [
      ("--from tomorrow --to tomorrow --now 2026-12-08T17:30", "--from: tomorrow, 2026-12-09, is \(period) Name a day"),
      ("--from 2027-12-06 --to 2027-12-07", "--from: 2027-12-06 is \(period) Did you mean 2026-12-06?"),
      ("--to 2026-11-30", "--to: 2026-11-30 is \(period) Name a day"),
      ("--from 2026-12-09", "--from: 2026-12-09 is \(period) Name a day of the period; `patrol new --after`"),
    ] {
      for clip in ["", " --clip"] {
        let outcome = try run(edit, "\(verb) \(days)\(clip)")
        #expect(outcome.status == 3, "\(days): \(outcome.output)")
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains(said), "\(outcome.errors)")
      }
    }
    #expect(try edit.folder.contents(of: edit.folder.path) == before)
  }

  @Test(
    "a range that is partly outside is refused, and with --clip its days inside are taken, and told",
    arguments: verbs.filter { !$0.hasPrefix("absent") })
  func partly(verb: String) throws {
    let edit = try EditFixture()
    for days in ["--from 2026-12-01 --to 2026-12-05", "--to 2026-12-05 --from 2026-12-04"] {
      let refused = try run(edit, "\(verb) \(days)")
      #expect(refused.status == 3 && refused.output.isEmpty)
      #expect(refused.errors.contains("With --clip the days inside are taken."))
      let clipped = try run(edit, "\(verb) \(days) --clip")
      #expect(clipped.status <= 1, "\(clipped.errors)")
      #expect(clipped.errors.contains("--clip: 2026-12-05 of 2026-12-0"))
      #expect(try !run(edit, "\(verb) \(days) --clip --quiet").errors.contains("--clip"))
      let inside = try run(edit, "\(verb) --from 2026-12-05 --to 2026-12-05")
      #expect(inside.output == clipped.output)
    }
  }

  @Test("an absence may reach beyond the period, and with --clip it does not")
  func absence() throws {
    let edit = try EditFixture()
    #expect(try edit.run("absent --unit u2 --from 2026-12-07 --to 2027-01-05 --reason leave --clip").status == 0)
    #expect(try edit.rows("absences.csv") == ["u2,2026-12-07..2026-12-08,,leave"])
    let beyond = try EditFixture()
    #expect(try beyond.run("absent --unit u2 --from 2026-12-07 --to 2027-01-05 --reason leave").status == 0)
    #expect(try beyond.rows("absences.csv") == ["u2,2026-12-07..2027-01-05,,leave"])
  }

  @Test(
    "a single day and a cell are held to the period too",
    arguments: [
      ("who --cell b1/2026-12-09/A", "--cell: 2026-12-09"), ("why --cell b1/2027-12-05/A", "Did you mean 2026-12-05?"),
      ("why --cell b1/tomorrow/A --now 2026-12-08T17:30", "--cell: tomorrow, 2026-12-09,"),
      ("log --cell b1/2030-01-01", "--cell: 2030-01-01"), ("export --table - --day 2025-12-05", "--day: 2025-12-05"),
      ("publish --day 2026-12-09", "--day: 2026-12-09"), ("absent --unit u2 --day 2026-12-09 --reason sick", "--day:"),
      ("assign --unit u2 --beat b2 --shift A --day 2025-12-05", "--day: 2025-12-05"),
    ])
  func single(words: String, said: String) throws {
    let outcome = try EditFixture().run(words)
    #expect(outcome.status == 3 && outcome.output.isEmpty)
    #expect(outcome.errors.contains(said) && outcome.errors.contains("2026-12-05 to 2026-12-08"), "\(outcome.errors)")
  }

  @Test("a next period that leaves days in no roster says which, to people and programs")
  func rollover() throws {
    let edit = try EditFixture()
    let next = edit.folder.path + "next"
    let arguments = ["new", next, "--after", edit.roster, "--days", "7", "--first-day"]
    let late = try Program.run(arguments + ["2026-12-12", "--format", "json"])
    #expect(late.status == 0)
    #expect(late.errors.contains("2026-12-09 to 2026-12-11 are in no roster"))
    let answer = try edit.json(late)
    #expect(answer["in_no_roster"] as? [String: String] == ["first_day": "2026-12-09", "last_day": "2026-12-11"])
    try FileManager.default.removeItem(atPath: next)
    let onTime = try Program.run(arguments + ["2026-12-09"])
    #expect(onTime.status == 0 && !onTime.errors.contains("in no roster"))
  }
}
