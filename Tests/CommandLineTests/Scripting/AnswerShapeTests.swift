import Foundation
import Testing

/// The answers for programs against docs/JSON.md and the schemas beside it.
@Suite("Answers as JSON")
struct AnswerShapeTests {
  /// A verb's line in the home of docs/SCRIPTING.md, and what may come of it.
  struct Line: Sendable, CustomTestStringConvertible {
    var verb: String
    var script: String
    var schema: String?
    /// What the answer holds, so that the line is about what it is meant to be.
    var mark = "\"format_version\""
    var testDescription: String { script }
  }

  static let lines = [
    Line(verb: "validate", script: "patrol validate rosters/week", schema: "validate"),
    Line(verb: "gaps", script: "patrol gaps rosters/week", schema: "gaps"),
    Line(verb: "gaps", script: "patrol gaps rosters/city --district south", schema: "gaps"),
    Line(
      verb: "gaps",
      script: """
        patrol move-now rosters/week --unit y1-u1 --beat y1-metro --at 2026-12-08T21:40 --reason fight >moved 2>&1
        patrol gaps rosters/week
        """, schema: "gaps", mark: "\"minutes_without\" : 340"),
    Line(verb: "why", script: "patrol why rosters/week --to 2026-12-09", schema: "why-gaps", mark: "\"remedies\""),
    Line(verb: "capacity", script: "patrol capacity rosters/week", schema: "capacity", mark: "\"factor_per_cent\""),
    Line(verb: "plan", script: "patrol plan rosters/week --output planned --iterations 500", schema: "plan"),
    Line(verb: "plan", script: "patrol plan rosters/city --dry-run --iterations 500", schema: "plan"),
    Line(
      verb: "diff",
      script: """
        echo '2026-12-08,A,b1,u2,locked,a note' >>rosters/city/assignments.csv
        printf 'unit,days,shift,reason\\nu1,2026-12-07,A,sick\\n' >rosters/city/absences.csv
        sed -i s/Market/Bazaar/ rosters/city/beats.csv
        patrol diff base/rosters/city rosters/city
        """, schema: "diff"),
    Line(verb: "diff", script: "patrol diff rosters/city rosters/city", schema: "diff"),
    Line(
      verb: "import",
      script: """
        patrol export rosters/week --sheets sheets 2>/dev/null
        sed -i /Lochin-2/d sheets/yunusobod-1_2026-12-08_B.csv
        patrol import rosters/week sheets
        """, schema: "import"),
    Line(
      verb: "import",
      script: """
        patrol export rosters/week --sheets sheets 2>/dev/null
        sed -i 's/Lochin-2/Nobody/; s/y1-u2/y1-u99/' sheets/yunusobod-1_2026-12-08_B.csv
        patrol import rosters/week sheets
        """, schema: "import", mark: "\"message\""),
    Line(
      verb: "import",
      script: """
        patrol export rosters/city --sheets sheets 2>/dev/null
        sed -i '2s/08:00,08:00,/08:00,08:00,theirs/' sheets/n1_2026-12-07_A.csv
        sed -i '2s/$/mended/' rosters/city/assignments.csv
        patrol import rosters/city sheets
        """, schema: "import", mark: "\"theirs\""),
    Line(
      verb: "import",
      script: """
        patrol export rosters/week --sheets sheets 2>/dev/null
        sed -i '2,${ /^END OF SHEET/! d }' sheets/yunusobod-1_2026-12-08_B.csv
        patrol import rosters/week sheets
        """, schema: "import", mark: "\"taken_away\" : 7"),
    Line(
      verb: "export",
      script: "patrol export rosters/week --sheets s --table t.csv --datapackage --calendar c --report r.html"),
    Line(
      verb: "log",
      script: """
        patrol absent rosters/week --unit y1-u7 --day 2026-12-13 --reason sick >absent 2>&1
        patrol lock rosters/week --beat y1-metro --day 2026-12-08 >locked 2>&1
        patrol log rosters/week
        """, mark: "\"locked\""),
    Line(
      verb: "log",
      script: """
        patrol lock rosters/week --beat y1-metro --day 2026-12-08 >locked 2>&1
        patrol undo rosters/week
        """, mark: "\"of\""),
    Line(
      verb: "log",
      script: """
        patrol move-now rosters/week --unit y1-u1 --beat y1-metro --at 2026-12-08T21:40 --reason fight >moved 2>&1
        patrol call rosters/week --cell y1-metro/2026-12-08/B --unit y1-u7 --answer no >called 2>&1
        patrol log rosters/week
        """, mark: "\"what\" : \"moved\""),
    Line(verb: "rules", script: "patrol rules"),
    Line(verb: "rules", script: "patrol explain night-load-uneven --roster rosters/week"),
    Line(verb: "new", script: "patrol new rosters/fresh --first-day 2026-12-01"),
    Line(verb: "new", script: "patrol new rosters/next --after rosters/city", mark: "\"kept\""),
    Line(verb: "edits", script: "patrol assign rosters/week --unit y1-u7 --beat y1-metro --day 2026-12-08 --shift B"),
    Line(
      verb: "edits", script: "patrol assign rosters/week --unit y1-u6 --beat y1-metro --day 2026-12-09 --shift B",
      mark: "\"refusals\""),
    Line(verb: "edits", script: "patrol unassign rosters/week --unit y1-u6 --from 2026-12-08 --to 2026-12-08"),
    Line(verb: "edits", script: "patrol swap rosters/week --unit y1-u1 --with y1-u2 --day 2026-12-08"),
    Line(
      verb: "edits",
      script: """
        echo '{"edit":"absent","unit":"y1-u7","day":"2026-12-13","reason":"sick"}' | patrol apply rosters/week
        """),
    Line(verb: "edits", script: "patrol lock rosters/week --beat y1-metro --day 2026-12-08"),
    Line(verb: "edits", script: "patrol absent rosters/week --unit y1-u7 --day 2026-12-13 --reason sick"),
    Line(verb: "edits", script: "patrol publish rosters/week --day 2026-12-08", mark: "\"remarks\""),
    Line(
      verb: "edits",
      script: "patrol move-now rosters/week --unit y1-u1 --sent-home --at 2026-12-08T20:00 --reason ill",
      mark: "\"is_applied\" : true"),
    Line(
      verb: "edits", script: "patrol call rosters/week --cell y1-metro/2026-12-08/B --unit y1-u7 --answer no",
      mark: "\"is_applied\" : true"),
  ]

  @Test("have a version, are as the schema says, and every field is told in docs/JSON.md", arguments: lines)
  func shapes(line: Line) throws {
    let home = try ScriptHome()
    let outcome = try home.run(line.script + " --format json 2>complaints")
    #expect(outcome.status <= 2, "\(outcome.output)")
    let data = Data(outcome.output.utf8)
    #expect(outcome.output.contains(line.mark))
    let answer = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect((answer["format_version"] as? String)?.hasPrefix("1.") == true)
    let others = line.verb == "edits" ? ["diff", "validate"] : line.verb == "import" ? ["diff", "validate"] : []
    let section = try ([line.verb] + others).map { try Self.section("patrol \($0)") }.joined()
    for key in Self.keys(answer).sorted() where key != "format_version" {
      #expect(section.contains("`\(key)`") || section.contains(".\(key)`"), "docs/JSON.md lacks `\(key)`")
    }
    guard let schema = line.schema else { return }
    let file = Self.docs.appending(path: schema + ".schema.json")
    #expect(try JSONSchema(file).complaints(about: data) == [])
  }

  @Test(
    "the schemas refuse an answer that lacks a field or has one more",
    arguments: ["gaps", "plan", "diff", "import", "why-gaps", "capacity"])
  func wrong(schema: String) throws {
    let line = try #require(Self.lines.first { $0.schema == schema })
    let home = try ScriptHome()
    let text = try home.run(line.script + " --format json 2>complaints").output
    let checker = try JSONSchema(Self.docs.appending(path: schema + ".schema.json"))
    let version = "\"format_version\""
    for other in ["\"version\"", "\"further\" : true, \"format_version\""] {
      let changed = text.replacingOccurrences(of: version, with: other)
      try #require(changed != text)
      #expect(try !checker.complaints(about: Data(changed.utf8)).isEmpty)
    }
  }

  @Test("what cannot be answered leaves standard output empty")
  func nothing() throws {
    let home = try ScriptHome()
    for line in ["patrol gaps rosters/gone", "patrol plan rosters/week --threads 0", "patrol diff rosters/week x"] {
      #expect(try home.run(line + " --format json 2>complaints").output == "")
      #expect(try !home.text("complaints").isEmpty)
    }
  }

  private static let docs = TemporaryFolder.samples.deletingLastPathComponent().appending(path: "docs")

  private static func section(_ title: String) throws -> String {
    let page = try String(contentsOf: docs.appending(path: "JSON.md"), encoding: .utf8)
    return try #require(page.components(separatedBy: "\n## ").first { $0.hasPrefix(title + "\n") })
  }

  /// The fields of objects; below `data` and `sources`, and below a rule's `settings` in a roster, names are free.
  private static func keys(_ value: Any) -> Set<String> {
    if let list = value as? [Any] { return list.reduce(into: []) { $0.formUnion(keys($1)) } }
    guard let object = value as? [String: Any] else { return [] }
    return object.reduce(into: Set(object.keys)) { found, field in
      let isFree = ["data", "sources"].contains(field.key) || field.key == "settings" && !(field.value is [Any])
      if !isFree { found.formUnion(keys(field.value)) }
    }
  }
}
