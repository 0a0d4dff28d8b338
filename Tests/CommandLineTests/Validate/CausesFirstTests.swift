import Foundation
import Testing

@Suite("What could not be read comes first")
struct CausesFirstTests {
  private func run(_ roster: SmallRoster, _ arguments: [String] = []) throws -> Program.Outcome {
    let folder = try TemporaryFolder()
    return try Program.run(["validate", try roster.write(to: folder)] + arguments)
  }

  @Test(
    "a row that could not be used is told, and what names it is counted",
    arguments: [
      ("units.csv", "u1,Сокол,police", "u1,Сокол,polise", 1), ("units.csv", "u1,Сокол", "u\u{A0}1,Сокол", 1),
      ("units.csv", "u1,Сокол", "u１,Сокол", 1), ("units.csv", "u1,Сокол", "u1,\"Сок\"ол", 1),
      ("beats.csv", "Market,post", "Market,pst", 2), ("departments.csv", "n1,north", "n1,no rth", 3),
      (
        "roster.toml", "id = \"A\"\nname = \"Day\"\nstart = \"08:00\"",
        "id = \"B\"\nstart = \"08:00\"\nhours = 24\n[[shift]]\nid = \"A\"\nstart = \"8.00\"", 2
      ),
      ("roster.toml", "[regime.any]", "[regime.\"any \"]", 2),
    ])
  func counted(file: String, old: String, new: String, references: Int) throws {
    let outcome = try run(SmallRoster().replacing(old, by: new, in: file))
    #expect(outcome.status == 2)
    #expect(outcome.lines.first?.contains("error: FMT00") == true, "\(outcome.output)")
    #expect(!outcome.output.contains("REF001"), "\(outcome.output)")
    let counted = "; \(references) reference\(references == 1 ? "" : "s") to rows that could not be used not checked"
    #expect(outcome.errors.contains(counted), "\(outcome.errors)")
  }

  @Test("a table in another encoding is told once a row, and none of its postings is")
  func otherEncoding() throws {
    let folder = try TemporaryFolder()
    let path = try SmallRoster.clean.write(to: folder)
    let units = URL(filePath: path).appending(path: "units.csv")
    let text = try String(contentsOf: units, encoding: .utf8)
    try #require(text.data(using: .windowsCP1251)).write(to: units)
    let outcome = try Program.run(["validate", path, "--max-findings", "0"])
    #expect(
      outcome.lines.map { $0.prefix(30) } == ["units.csv:2:4: error: FMT005 n", "units.csv:3:4: error: FMT005 n"])
    #expect(outcome.errors.contains("; 2 references to rows that could not be used not checked"))
  }

  @Test("an id that nothing has is told beside one of a row that could not be used")
  func stray() throws {
    let roster = SmallRoster().replacing("u1,Сокол,police", by: "u1,Сокол,polise", in: "units.csv")
      .appending("2026-12-06,A,b1,u22,,\n", to: "assignments.csv")
    let outcome = try run(roster)
    let strays = outcome.lines.filter { $0.contains("REF001") }
    #expect(
      strays == [
        "assignments.csv:3:17: error: REF001 unknown-id: column unit: no unit has the id u22; mend it (did you mean u2?), "
          + "or add the unit"
      ])
    #expect(outcome.errors.contains("; 1 reference to rows that could not be used not checked"))
  }

  @Test(
    "--max-findings cuts the others, never a cause, whatever the format",
    arguments: ["text", "json", "sarif", "junit", "github", "csv"])
  func maximum(format: String) throws {
    let roster = SmallRoster().appending("u3,Barq,polise,n1,district,any,2,foot,,\n", to: "units.csv")
      .appending("u4,Barq,police,n1,district,any,2\u{A0},foot,,\n", to: "units.csv")
    let outcome = try run(roster, ["--format", format, "--max-findings", "1"])
    #expect(outcome.output.contains("polise"))
    #expect(outcome.output.contains("U+00A0 NO-BREAK SPACE"))
    #expect(!outcome.output.contains("2026-12-06 A: 0 of 1 unit"))
    #expect(outcome.status == 2)
  }

  @Test(
    "a character that does not show, or is a twin from another script, is named",
    arguments: [
      ("units.csv", "u3,Barq,роlice,n1,district,any,2,foot,,", "U+0440 CYRILLIC SMALL LETTER ER, not the p of ASCII"),
      ("units.csv", "u3,Barq,police,n1,district,any,２,foot,,", "U+FF12 FULLWIDTH DIGIT TWO, not the 2 of ASCII"),
      ("units.csv", "А3,Barq,police,n1,district,any,2,foot,,", "U+0410 CYRILLIC CAPITAL LETTER A, not the A of ASCII"),
      ("units.csv", "u3,Barq,police,n1,district,any\u{200B},2,foot,,", "character 4 is U+200B ZERO WIDTH SPACE"),
      ("assignments.csv", "2026-12-0\u{A0}6,A,b1,u2,,", "character 10 is U+00A0 NO-BREAK SPACE"),
      ("roster.toml", "[regime.two]\nshifts = [\"А\"]", "U+0410 CYRILLIC CAPITAL LETTER A, not the A of ASCII"),
    ])
  func named(file: String, row: String, words: String) throws {
    let outcome = try run(SmallRoster().appending(row + "\n", to: file))
    #expect(
      outcome.lines.contains { $0.contains("error: FMT006 bad-value") && $0.contains(words) }, "\(outcome.output)")
  }
}
