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
