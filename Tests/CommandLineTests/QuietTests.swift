import ArgumentParser
import Foundation
import Testing

@testable import patrol

@Suite("--quiet")
struct QuietTests {
  @Test("every verb takes it, long and short")
  func everywhere() {
    for verb in Patrol.configuration.groupedSubcommands.flatMap({ $0.subcommands }) {
      #expect(Patrol.helpMessage(for: verb, columns: 200).contains("-q, --quiet"), "\(verb)")
    }
  }

  @Test(
    "leaves the answer and the exit code as they are, and standard error empty where nothing is wrong",
    arguments: [
      "validate", "gaps", "who --cell b1/2026-12-06/A", "why --cell b1/2026-12-06/A", "export --table -",
      "export --sheets SHEETS", "plan --dry-run --iterations 200 --threads 1", "log", "journal repair",
      "assign --unit u2 --beat b1 --day 2026-12-06 --shift A", "lock --unit v1 --day 2026-12-05",
      "unassign --unit v1 --day 2026-12-05", "absent --unit u2 --day 2026-12-07 --reason sick",
      "publish --day 2026-12-06",
    ])
  func silent(words: String) throws {
    let (told, quiet) = (try EditFixture(), try EditFixture())
    func run(_ edit: EditFixture, _ more: String) throws -> Program.Outcome {
      let (verb, rest) = words.hasPrefix("journal") ? ("journal", " repair") : (words, "")
      let line = verb.replacingOccurrences(of: "SHEETS", with: edit.folder.path + "sheets")
      guard rest.isEmpty else {
        return try Program.run(["journal", "repair", edit.roster] + (more.isEmpty ? [] : [more]))
      }
      return try edit.run(line + (more.isEmpty ? "" : " " + more))
    }
    let loud = try run(told, "")
    for option in ["-q", "--quiet"] {
      let edit = option == "-q" ? quiet : try EditFixture()
      let outcome = try run(edit, option)
      #expect(outcome.errors == "", "\(option)")
      #expect(outcome.status == loud.status)
      // Both are told with the folder, which is another.
      #expect(
        outcome.output.replacingOccurrences(of: edit.roster, with: "")
          == loud.output.replacingOccurrences(of: told.roster, with: ""))
    }
  }

  @Test("what is wrong is said all the same")
  func wrong() throws {
    let edit = try EditFixture()
    let refused = try edit.run("assign --unit v1 --beat b2 --day 2026-12-05 --shift A --quiet")
    #expect(refused.status == 1 && refused.errors.contains("refused: it would make"))
    #expect(try edit.run("gaps --from someday -q").errors.contains("is not a duty day"))
    #expect(try edit.run("undo -q --as nobody").errors.contains("there is nothing of nobody"))
    let bad = try EditFixture { $0.appending("2026-13-05,A,b1,u2,,\n", to: "assignments.csv") }
    let gaps = try bad.run("gaps --quiet")
    #expect(gaps.status == 2 && gaps.errors.contains("FMT006") && !gaps.errors.contains("below minimum"))
  }
}
