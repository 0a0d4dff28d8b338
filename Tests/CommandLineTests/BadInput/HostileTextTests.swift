import Foundation
import Testing

@Suite("Rosters with hostile text")
struct HostileTextTests {
  private static let escape = "\u{1B}]0;owned\u{7}\u{1B}[2J\u{9B}31m"

  private func roster() -> SmallRoster {
    let text = Self.escape
    return SmallRoster()
      .replacing("Small", by: "Sm\\u001B[2Jall", in: "roster.toml")
      .replacing("Market", by: "Mar\(text)ket", in: "beats.csv").replacing("Walk", by: text, in: "beats.csv")
      .replacing("Сокол", by: "Со\(text)кол", in: "units.csv")
      .replacing("North", by: text, in: "districts.csv")
      .replacing("u1,,", by: "u1,,\(text)", in: "assignments.csv")
      .appending("b1,,,daily,,,\(text),1,,\n", to: "demand.csv")
      .appending("2026-12-05,\(text),b1,u1,,\n", to: "assignments.csv")
      .appending("rule,subject,first_day,last_day,reason,by\n", to: "waivers.csv")
      .appending("rule\(text),b1,2026-12-05,2026-12-05,why,me\n", to: "waivers.csv")
  }

  @Test("an escape sequence never reaches the terminal, by whichever verb", arguments: Verb.allCases)
  func escapes(verb: Verb) throws {
    let folder = try TemporaryFolder()
    let path = try roster().write(to: folder)
    let before = try folder.contents(of: path)
    for format in verb == .export || verb == .edit ? [[]] : [[], ["--format", "json"]] {
      let outcome = try Program.run(verb.arguments(path) + format)
      #expect(outcome.status == 2, "\(outcome.errors)")
      for scalar in (outcome.output + outcome.errors).unicodeScalars {
        let isControl = scalar.value < 0x20 && scalar != "\n" || (0x7F...0x9F).contains(scalar.value)
        #expect(!isControl, "U+\(String(scalar.value, radix: 16))")
      }
    }
    #expect(try folder.contents(of: path) == before)
  }

  @Test("sheets written from it hold none either")
  func sheets() throws {
    let folder = try TemporaryFolder()
    let path = try roster().write(to: folder)
    _ = try Program.run(["export", path, "--sheets", folder.path + "/sheets"])
    let sheets = try folder.contents(of: folder.path + "/sheets").filter { $0.key.hasSuffix(".csv") }
    #expect(!sheets.isEmpty)
    for sheet in sheets.values { #expect(!sheet.contains(0x1B)) }
  }

  /// One of each sort that hides, or turns the order of what is read, and that a table may hold all the same.
  private static let hidden = "\u{202E}\u{2066}\u{61C}\u{200B}\u{FEFF}\u{AD}\u{2028}\u{E000}\u{E0041}"

  private func hidingRoster() -> SmallRoster {
    let text = Self.hidden
    return SmallRoster()
      .replacing("Small", by: "Sm\(text)all", in: "roster.toml")
      .replacing("Market", by: "Mar\(text)ket", in: "beats.csv").replacing("Walk", by: text, in: "beats.csv")
      .replacing("Сокол", by: "Со\(text)кол", in: "units.csv").replacing("foot,,", by: "foot,,\(text)", in: "units.csv")
      .replacing("North", by: "\u{301}\(text)", in: "districts.csv")
      .replacing("u1,,", by: "u1,,\(text)", in: "assignments.csv")
      .appending("rule,subject,first_day,last_day,reason,by\n", to: "waivers.csv")
      .appending("COV001,b9,2026-12-05,2026-12-05,\(text),\(text)\n", to: "waivers.csv")
  }

  private func expectNothingHidden(in text: String, _ whose: String) {
    let categories: [Unicode.GeneralCategory] = [.format, .lineSeparator, .paragraphSeparator, .privateUse]
    let found = text.unicodeScalars.filter {
      categories.contains($0.properties.generalCategory) || $0.properties.isDefaultIgnorableCodePoint
    }
    #expect(found.isEmpty, "\(whose): \(Set(found.map { String($0.value, radix: 16) }).sorted())")
  }

  @Test("what hides, or turns the order of what is read, stands raw in no answer of any verb", arguments: Verb.allCases)
  func hidden(verb: Verb) throws {
    let folder = try TemporaryFolder()
    let path = try hidingRoster().write(to: folder)
    var formats = verb == .export || verb == .edit ? [[]] : [[], ["--format", "json"]]
    if verb == .validate { formats += ["sarif", "junit", "github", "csv"].map { ["--format", $0] } }
    for format in formats {
      let outcome = try Program.run(verb.arguments(path) + format)
      #expect([0, 1].contains(outcome.status), "\(outcome.errors)")
      expectNothingHidden(in: outcome.output + outcome.errors, "\(verb) \(format)")
    }
  }

  @Test("nor in anything that is exported")
  func hiddenInExports() throws {
    let folder = try TemporaryFolder()
    _ = try hidingRoster().write(to: folder)
    let outcome = try Program.run(
      [
        "export", "roster", "--sheets", "out/sheets", "--table", "out/t.csv", "--datapackage", "--calendar", "out/c",
        "--report", "out/r.html",
      ], in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let files = try folder.contents(of: folder.path + "/out")
    for sort in [".csv", ".json", ".ics", ".html"] { #expect(files.keys.contains { $0.hasSuffix(sort) }) }
    for (name, bytes) in files { expectNothingHidden(in: String(decoding: bytes, as: UTF8.self), name) }
  }

  @Test("JSON has it as escapes, which are the same value; the log too, in both formats")
  func escapesAreTheValue() throws {
    struct Log: Decodable {
      struct Remark: Decodable { var note: String }
      struct Change: Decodable { var old: Remark? }
      struct Entry: Decodable { var changes: [Change] }
      var entries: [Entry]
    }
    let folder = try TemporaryFolder()
    let path = try hidingRoster().write(to: folder)
    #expect(try Program.run(["unassign", path, "--unit", "u1", "--day", "2026-12-05"]).status == 0)
    let text = try Program.run(["log", path])
    expectNothingHidden(in: text.output + text.errors, "log")
    let json = try Program.run(["log", path, "--format", "json"]).output
    expectNothingHidden(in: json, "log as JSON")
    #expect(json.contains("\\u202e\\u2066"))
    #expect(json.contains("\\udb40\\udc41"))
    let log = try JSONDecoder().decode(Log.self, from: Data(json.utf8))
    #expect(log.entries.first?.changes.first?.old?.note == Self.hidden)
  }

  @Test(
    "a text of the command line that would not show is refused, and the character named with its place",
    arguments: [
      ["assign", "--unit", "u2", "--beat", "b1", "--day", "2026-12-06", "--shift", "A", "--note"],
      ["unassign", "--unit", "u1", "--day", "2026-12-05", "--reason"],
      ["lock", "--unit", "u1", "--day", "2026-12-05", "--as"],
      ["publish", "--day", "2026-12-05", "--as"], ["undo", "--reason"],
    ])
  func refused(words: [String]) throws {
    let folder = try TemporaryFolder()
    let path = try SmallRoster().write(to: folder)
    let before = try folder.contents(of: path)
    for (text, evidence) in [
      ("ab\u{202E}cd", "character 3 is U+202E"), ("\u{200B}x", "character 1 is U+200B"),
      ("x\u{E0041}", "character 2 is U+E0041"), ("a\nb", "character 2 is U+000A"),
    ] {
      let outcome = try Program.run([words[0], path] + words.dropFirst() + [text])
      #expect(outcome.status == 3)
      #expect(outcome.errors.contains(evidence), "\(outcome.errors)")
      #expect(!outcome.errors.contains(text))
    }
    #expect(try folder.contents(of: path) == before)
    let shown = try Program.run(
      [words[0], path] + words.dropFirst() + ["смена ❤️", "--dry-run"].prefix(words[0] == "undo" ? 1 : 2))
    #expect(!shown.errors.contains("takes a text"), "\(shown.errors)")
  }

  @Test("an argument that is not understood is quoted, and commands nothing", arguments: [[], ["validate", "."]])
  func arguments(words: [String]) throws {
    for argument in ["--\(Self.escape)", Self.escape, "x\u{202E}y"] {
      let outcome = try Program.run(words + [argument])
      #expect(outcome.status == 3)
      #expect(
        !outcome.errors.unicodeScalars.contains {
          $0.value < 0x20 && $0 != "\n" || $0.properties.generalCategory == .format
        })
    }
  }

  @Test("ids that no table defines are findings with their row, and every verb goes on")
  func dangling() throws {
    let folder = try TemporaryFolder()
    let path = try SmallRoster.clean
      .appending("2026-12-05,A,b1,u99,,\n2026-12-05,Z,b1,u2,,\n2026-12-05,A,b99,u2,,\n", to: "assignments.csv")
      .appending("u3,C,police,n99,city,none,2,,,\n", to: "units.csv")
      .appending("b2,n99,Bridge,post,,,\n", to: "beats.csv")
      .appending("s2,west,South 2\n", to: "departments.csv")
      .appending("b77,,,daily,,,,1,,\n", to: "demand.csv").write(to: folder)
    let outcome = try Program.run(["validate", path, "--select", "REF"])
    #expect(outcome.status == 1)
    for place in [
      "assignments.csv:4:17", "assignments.csv:5:12", "assignments.csv:6:14", "units.csv:4:13", "beats.csv:3:4",
      "departments.csv:4:4", "demand.csv:3:1",
    ] {
      #expect(outcome.output.contains("\(place): error: REF001 unknown-id"), "\(place)")
    }
    for verb in Verb.allCases { #expect([0, 1].contains(try Program.run(verb.arguments(path)).status)) }
  }
}
