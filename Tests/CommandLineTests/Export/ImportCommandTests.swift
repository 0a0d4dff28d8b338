import Foundation
import Testing

@Suite("patrol import")
struct ImportCommandTests {
  private let folder: TemporaryFolder
  private let roster: String

  /// A roster with its sheets and table exported beside it.
  init() throws {
    folder = try TemporaryFolder()
    roster = try SmallRoster().write(to: folder)
    try export()
  }

  private func export(_ options: [String] = []) throws {
    let outcome = try run(["export", "roster", "--sheets", "sheets", "--table", "table.csv"] + options)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  private func run(_ arguments: [String]) throws -> Program.Outcome { try Program.run(arguments, in: folder.url) }

  private func edit(_ file: String, _ old: String, _ new: String) throws {
    let url = folder.url.appending(path: file)
    let text = try String(contentsOf: url, encoding: .utf8)
    #expect(text.contains(old))
    try Data(text.replacingOccurrences(of: old, with: new).utf8).write(to: url)
  }

  private func assignments() throws -> String {
    try String(contentsOf: folder.url.appending(path: "roster/assignments.csv"), encoding: .utf8)
  }

  @Test("an edited sheet is shown, then read back, then known to the next export")
  func sheet() throws {
    let before = try assignments()
    try edit("sheets/n1_2026-12-05_A.csv", ",u1,A,,", ",u1,A,locked,")
    try edit("sheets/n1_2026-12-06_A.csv", "NOT COVERED", "Лочин")
    let shown = try run(["import", "roster", "sheets", "--dry-run"])
    #expect(shown.status == 0)
    #expect(
      shown.lines == [
        "2026-12-05 A b1: ~u1 Сокол (locked)", "2026-12-06 A b1: +u2 Лочин", "unit u1 Сокол: ~2026-12-05 A b1",
        "unit u2 Лочин: +2026-12-06 A b1", "1 postings added, 0 taken away, 1 remarked; 2 units",
      ])
    #expect(try assignments() == before)
    let done = try run(["import", "roster", "sheets"])
    #expect(done.status == 0 && done.output == shown.output)
    #expect(try assignments().contains("2026-12-05,A,b1,u1,locked,\n2026-12-06,A,b1,u2,,\n"))
    let again = try run(["import", "roster", "sheets"])
    #expect(again.status == 0 && again.output.isEmpty && again.errors.contains("nothing to import"))
    try export()
    #expect(
      try !String(contentsOf: folder.url.appending(path: "sheets/n1_2026-12-06_A.csv"), encoding: .utf8)
        .contains("NOT COVERED"))
  }

  @Test("a row taken out of the table unassigns, in the excel dialect too", arguments: ["rfc4180", "excel"])
  func table(dialect: String) throws {
    try export(["--dialect", dialect])
    let url = folder.url.appending(path: "table.csv")
    let header = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline)[0]
    try Data("\(header)\n".utf8).write(to: url)
    let refused = try run(["import", "roster", "table.csv"])
    #expect(refused.status == 2 && refused.output.contains("--removals"), "it looks as if it was cut off")
    #expect(try run(["import", "roster", "table.csv", "--removals"]).status == 0)
    #expect(try !assignments().contains("u1"))
    #expect(try run(["import", "roster", "table.csv"]).output.isEmpty)
  }

  @Test(
    "a sheet that was cut off is exit code 2, dry or not, and the folder stays as it is", arguments: [0, 100, 130, 170])
  func cutOff(length: Int) throws {
    let url = folder.url.appending(path: "sheets/n1_2026-12-05_A.csv")
    let whole = try Data(contentsOf: url)
    #expect(whole.count > 170)
    try whole.prefix(length).write(to: url)
    let before = try folder.contents(of: folder.path)
    for options in [[], ["--dry-run"], ["--removals"]] {
      let outcome = try run(["import", "roster", "sheets"] + options)
      #expect(outcome.status == 2 && outcome.output.contains("was not written whole"))
      #expect(outcome.errors.hasPrefix("nothing was imported"))
    }
    #expect(try folder.contents(of: folder.path) == before)
  }

  @Test("a sheet that loses more than half of its postings is exit code 1 with the number, until --removals says so")
  func removals() throws {
    try edit("sheets/n1_2026-12-05_A.csv", "b1,Market,Walk,Сокол,police,,2,foot,08:00,08:00,,,u1,A,,\n", "")
    let before = try folder.contents(of: folder.path)
    for options in [[], ["--dry-run"]] {
      let outcome = try run(["import", "roster", "sheets"] + options)
      #expect(outcome.status == 1)
      #expect(
        outcome.lines.first == "sheets/n1_2026-12-05_A.csv: refused: 1 of 1 postings would be taken away. Where they "
          + "are to go, import with --removals; otherwise export again with --force")
      #expect(outcome.lines.last == "0 postings added, 1 taken away, 0 remarked; 1 units")
      #expect(outcome.errors.hasPrefix("nothing was imported"))
    }
    let json = try run(["import", "roster", "sheets", "--format", "json"])
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let removals = try #require((object["removals"] as? [[String: Any]])?.first)
    #expect(json.status == 1 && object["is_applied"] as? Bool == false)
    #expect(removals["taken_away"] as? Int == 1 && removals["had"] as? Int == 1)
    #expect(try folder.contents(of: folder.path) == before)
    #expect(try run(["import", "roster", "sheets", "--removals", "--dry-run"]).status == 0)
    #expect(try run(["import", "roster", "sheets", "--removals"]).status == 0)
    #expect(try !assignments().contains("u1"))
    #expect(try run(["import", "roster", "sheets"]).errors.contains("nothing to import"))
  }

  @Test("what both sides have changed is a conflict: exit code 1, nothing written")
  func conflict() throws {
    try edit("sheets/n1_2026-12-05_A.csv", "Сокол,police,,2,foot,08:00,08:00,,,u1", ",,,,,08:00,08:00,,,u2")
    try edit("roster/assignments.csv", "b1,u1,,", "b1,u1,locked,")
    let before = try folder.contents(of: folder.path)
    let outcome = try run(["import", "roster", "sheets"])
    #expect(outcome.status == 1)
    #expect(outcome.output.hasPrefix("sheets/n1_2026-12-05_A.csv: conflict: 2026-12-05 A b1: the file takes u1 away"))
    #expect(try folder.contents(of: folder.path) == before)
  }

  @Test("a file that cannot be read whole is exit code 2 with every reason, in JSON too, and nothing is written")
  func refused() throws {
    try edit("sheets/n1_2026-12-05_A.csv", ",u1,A,,", ",u7,Q,open,")
    try edit("sheets/n1_2026-12-06_A.csv", "NOT COVERED", "\u{1B}[2JNobody")
    let before = try folder.contents(of: folder.path)
    let outcome = try run(["import", "roster", "sheets"])
    #expect(outcome.status == 2 && outcome.lines.count == 2)
    #expect(outcome.lines[0].hasPrefix("sheets/n1_2026-12-05_A.csv:2:"))
    #expect(outcome.lines[1].hasPrefix("sheets/n1_2026-12-06_A.csv:2:16: error: no unit is called"))
    #expect(!outcome.output.contains("\u{1B}"))
    let json = try run(["import", "roster", "sheets", "--format", "json"])
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect((object["problems"] as? [Any])?.count == 2 && object["is_applied"] as? Bool == false)
    #expect(try folder.contents(of: folder.path) == before)
  }

  @Test("a file of which nothing is remembered is refused, unless it is taken as it stands")
  func withoutBase() throws {
    try FileManager.default.moveItem(
      at: folder.url.appending(path: "sheets/n1_2026-12-05_A.csv"),
      to: folder.url.appending(path: "n1_2026-12-05_A.csv"))
    try FileManager.default.removeItem(at: folder.url.appending(path: ".table.csv.patrol"))
    try edit("n1_2026-12-05_A.csv", ",u1,A,,", ",u1,A,locked,")
    for file in ["n1_2026-12-05_A.csv", "table.csv"] {
      let outcome = try run(["import", "roster", file])
      #expect(outcome.status == 2 && outcome.output.contains("--no-base"))
    }
    #expect(try run(["import", "roster", "n1_2026-12-05_A.csv", "--no-base"]).status == 0)
    #expect(try assignments().contains("u1,locked"))
    #expect(
      try run(["import", "roster", "table.csv", "--no-base"]).lines.first == "2026-12-05 A b1: ~u1 Сокол (unlocked)")
  }

  @Test("links, devices, foreign files and rosters in place of sheets are refused or passed over")
  func foreign() throws {
    let secret = folder.url.appending(path: "secret")
    try Data("beat,secret\n".utf8).write(to: secret)
    let sheet = folder.url.appending(path: "sheets/n1_2026-12-05_A.csv")
    try FileManager.default.removeItem(at: sheet)
    try FileManager.default.createSymbolicLink(at: sheet, withDestinationURL: secret)
    try Data("not a sheet".utf8).write(to: folder.url.appending(path: "sheets/notes.csv"))
    let outcome = try run(["import", "roster", "sheets"])
    #expect(outcome.status == 2 && outcome.lines.count == 1 && outcome.output.contains("it is not a file"))
    #expect(try run(["import", "roster", "roster"]).status == 3)
    #expect(try run(["import", "roster", "nowhere"]).status == 2)
    #expect(try run(["import", "roster", "/dev/zero"]).status == 2)
  }
}
