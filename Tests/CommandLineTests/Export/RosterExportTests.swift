import Foundation
import RosterModel
import Testing

@testable import patrol

@Suite("patrol export")
struct RosterExportTests {
  private func run(_ arguments: [String], roster: Roster = ExportFixture.roster) throws -> [String] {
    try RosterExport(options: try ExportOptions.parse(arguments)).run(roster).compactMap(\.text)
  }

  private func failure(_ arguments: [String]) -> CommandFailure? {
    do {
      _ = try run(arguments)
      return nil
    } catch {
      return error as? CommandFailure
    }
  }

  @Test("sheets and table of tomorrow, by the clock that --now sets: at 03:00 it is still the day before")
  func tomorrow() throws {
    let temporary = try TemporaryFolder()
    let sheets = temporary.url.appending(path: "sheets").path
    let table = temporary.url.appending(path: "table.csv").path
    let said = try run([
      "--sheets", sheets, "--table", table, "--day", "tomorrow", "--now", "2026-12-06T03:00", "--department", "y1",
    ])
    #expect(
      said == [
        "\(sheets): 1 sheets written, 0 unchanged, 0 removed; 1 rows NOT COVERED", "\(table): 0 postings",
      ])
    #expect(try temporary.contents(of: sheets).keys.sorted() == [".patrol-sheets", "y1_2026-12-06_A.csv"])
  }

  @Test("the table holds every posting, and replaces the file that was there")
  func table() throws {
    let temporary = try TemporaryFolder()
    let file = temporary.url.appending(path: "table.csv")
    try Data("old".utf8).write(to: file)
    #expect(try run(["--table", file.path, "--dialect", "excel"]) == ["\(file.path): 1 postings"])
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(text.hasPrefix("\u{FEFF}day;weekday;shift;"))
    #expect(text.contains(";Сокол-1;police;"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: temporary.path).sorted()
        == [".table.csv.patrol", "table.csv"])
  }

  @Test("a link to a table keeps leading to it")
  func linkedTable() throws {
    let temporary = try TemporaryFolder()
    let file = temporary.url.appending(path: "table.csv")
    let link = temporary.url.appending(path: "latest.csv")
    try Data("old".utf8).write(to: file)
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
    _ = try run(["--table", link.path])
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == file.path)
    #expect(try String(contentsOf: file, encoding: .utf8).hasPrefix("day,"))
  }

  @Test("a full disk is said, and is no success")
  func fullDisk() {
    let failure = failure(["--table", "/dev/full"])
    #expect(failure?.status == .system)
    #expect(
      failure?.message
        == "cannot write /dev/full: No space left on device. Free some space, or choose another place.")
  }

  @Test("a table is not written into a roster folder, nor in place of a folder")
  func refusedTable() throws {
    let temporary = try TemporaryFolder()
    #expect(failure(["--table", temporary.path])?.message.contains("is a folder") == true)
    try Data().write(to: temporary.url.appending(path: "roster.toml"))
    let file = temporary.url.appending(path: "assignments.csv").path
    #expect(failure(["--table", file])?.message.contains("is inside a roster folder") == true)
    #expect(failure(["--table", temporary.url.appending(path: "no/such/file.csv").path])?.status == .usage)
    #expect(try FileManager.default.contentsOfDirectory(atPath: temporary.path) == ["roster.toml"])
  }

  @Test(
    "what cannot be chosen is wrong usage and says what can",
    arguments: [
      (["--department", "y9"], "no department has the id 'y9'. Did you mean y1 or y2?"),
      (["--district", "south"], "no district has the id 'south'. The roster has: north."),
      (["--shift", "Q"], "no shift has the id 'Q'. The roster has: A."),
      (
        ["--day", "2027-01-01"],
        "--day: 2027-01-01 is outside of the roster's period, 2026-12-05 to 2026-12-06. Name a day of the period; `patrol new "
          + "--after` rolls the roster over to the next."
      ),
    ])
  func wrongChoice(arguments: [String], message: String) throws {
    let temporary = try TemporaryFolder()
    let sheets = temporary.url.appending(path: "sheets").path
    let failure = failure(["--sheets", sheets] + arguments)
    #expect(failure?.status == .usage)
    #expect(failure?.message == message)
    #expect(!FileManager.default.fileExists(atPath: sheets))
  }

  @Test("nothing to export, and a day beside a range, are wrong usage")
  func wrongOptions() {
    #expect(throws: (any Error).self) { try ExportOptions.parse([]) }
    #expect(throws: (any Error).self) {
      try ExportOptions.parse(["--table", "-", "--day", "today", "--from", "today"])
    }
    #expect(throws: (any Error).self) { try ExportOptions.parse(["--table", "-", "--dialect", "xls"]) }
  }

  @Test("Ctrl-C while sheets are made writes none")
  func interrupted() throws {
    let temporary = try TemporaryFolder()
    let sheets = temporary.url.appending(path: "sheets").path
    let export = RosterExport(options: try ExportOptions.parse(["--sheets", sheets]))
    var asked = 0
    let error = #expect(throws: CommandFailure.self) {
      try export.run(ExportFixture.roster) {
        asked += 1
        return asked > 2
      }
    }
    #expect(error?.status == .interrupted)
    #expect(!FileManager.default.fileExists(atPath: sheets))
  }
}
