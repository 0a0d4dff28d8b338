import FaultTesting
import Foundation
import Journal
import Testing

/// A script that takes "the disk is full" for "you typed it wrong" gives up where it should wait.
@Suite("What the system refuses")
struct SystemRefusalTests {
  static let editing = [
    "assign --unit u2 --beat b1 --day 2026-12-07 --shift A", "unassign --unit v1 --day 2026-12-05",
    "lock --unit u1 --day 2026-12-05", "unlock --unit u2 --day 2026-12-06",
    "absent --unit u2 --day 2026-12-07 --reason sick", "publish --day 2026-12-05", "undo --as Aziz", "redo --as Bek",
    "plan --replan --iterations 200", "import sheets",
  ]

  /// A roster on which each of the verbs has something to do.
  static func fixture() throws -> EditFixture {
    let edit = try EditFixture()
    for words in [
      "assign --unit u2 --beat b1 --day 2026-12-06 --shift A --lock --as Aziz",
      "lock --unit u1 --day 2026-12-05 --as Bek",
      "undo --as Bek", "export --sheets \(edit.folder.path)/sheets --day 2026-12-05",
    ] { #expect(try edit.run(words).status == 0) }
    let sheet = edit.folder.url.appending(path: "sheets/n1_2026-12-05_A.csv")
    let text = try String(contentsOf: sheet, encoding: .utf8)
    try Data(text.replacingOccurrences(of: "08:00,20:00,,", with: "08:00,20:00,by hand,").utf8).write(to: sheet)
    return edit
  }

  static func arguments(_ words: String, _ edit: EditFixture) -> [String] {
    let words = words.split(separator: " ").map { $0 == "sheets" ? edit.folder.path + "/sheets" : String($0) }
    return [words[0], edit.roster] + words.dropFirst()
  }

  @Test("each verb that edits would have something to do", arguments: editing)
  func control(words: String) throws {
    let edit = try Self.fixture()
    let before = try edit.tables()
    let outcome = try Program.run(Self.arguments(words, edit))
    #expect(outcome.status <= 1, "\(outcome.errors)")
    #expect((outcome.output + outcome.errors).contains(/entry 4/), "\(outcome.output)\(outcome.errors)")
    #expect(try edit.tables() != before)
  }

  @Test(
    "a folder that may not be written to is exit code 5, and as it was", .enabled(if: OtherUser.isAllowed),
    arguments: editing)
  func readOnly(words: String) throws {
    let edit = try Self.fixture()
    let before = try edit.contents()
    for format in ["text", "json"] {
      let (output, code) = try OtherUser.run("patrol", Self.arguments(words, edit) + ["--format", format])
      #expect(code == 5 && output.isEmpty, "\(code) \(output)")
    }
    #expect(try edit.contents() == before)
  }

  @Test(
    "a disk without room is said to be full, with exit code 5, whatever there is no room for; the roster is as it was",
    .enabled(if: SmallDisk.isAllowed, "needs the right to mount"),
    arguments: Array(stride(from: 0, through: 136, by: 8)))
  func fullDisk(room: Int) throws {
    let edit = try EditFixture()
    let before = try edit.contents()
    let left = edit.folder.url.deletingLastPathComponent().path + "/left-\(UUID().uuidString)"
    defer { removeFolder(left) }
    let (words, code) = try SmallDisk.run(
      "patrol", Self.arguments(Self.editing[0], edit), in: edit.folder.path, size: 1000, room: room, left: left)
    if code == 0 { return #expect(words.contains("written, entry 1")) }
    #expect(code == 5 && words.contains("full"), "\(code) \(words)")
    #expect(try edit.folder.tables(of: left + "/roster") == before)
  }

  /// What is left of files that were being written.
  private static func leftovers(in folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).filter { name in
      [".patrol-new", ".patrol-table-", ".patrol-sheets-new", "patrol-tail.new", "unfinished"].contains {
        name.contains($0)
      }
    }
  }

  @Test(
    "a limit on the size of files is an error of the system, whatever it is met by: exit code 5, nothing half-written",
    arguments: [0, 1, 4, 8, 32, 48])
  func fileLimit(blocks: Int) throws {
    let writing = [
      "export --table AROUND/t.csv", "export --report AROUND/r.html", "export --xlsx AROUND/w.xlsx",
      "export --sheets AROUND/s",
      "export --calendar AROUND/c", "plan --iterations 200 --output AROUND/planned",
      "validate --report csv=AROUND/v.csv",
    ]
    for words in [Self.editing[0], Self.editing[5], Self.editing[8]] + writing {
      let edit = try EditFixture()
      let before = try edit.tables()
      let arguments = Self.arguments(words.replacing("AROUND", with: edit.folder.path), edit)
      // The files that take what it says are no matter of the limit.
      let script = "(ulimit -f \(blocks); exec \"$@\") 2>&1 | cat"
      let outcome = try Program.run(
        ["-o", "pipefail", "-c", script, "bash", Program.folder.appending(path: "patrol").path] + arguments,
        executable: "/bin/bash")
      #expect([0, 1, 5].contains(outcome.status), "\(words): \(outcome.status) \(outcome.output)")
      let after = try edit.tables()
      #expect(outcome.status != 5 || after == before, "\(words)")
      #expect(try Self.leftovers(in: edit.folder.path).isEmpty, "\(words)")
      if blocks == 0 { #expect(outcome.status == 5, "\(words): \(outcome.status) \(outcome.output)") }
    }
  }

  @Test("what an export that was killed has left is removed by a later one, and nothing else")
  func leftover() throws {
    let edit = try EditFixture()
    let around = edit.folder.path
    for (name, age) in [(".patrol-table-1234567", 7200.0), (".patrol-table-1234568", 60), (".patrol-table-mine", 7200)]
    {
      try Data("half".utf8).write(to: URL(filePath: around + name))
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -age)], ofItemAtPath: around + name)
    }
    #expect(try edit.run("export --table \(around)t.csv").status == 0)
    #expect(try Self.leftovers(in: around).sorted() == [".patrol-table-1234568", ".patrol-table-mine"])
  }

  @Test(
    "where a file cannot be made: 5 if the system refuses, 3 if there is no such place",
    .enabled(if: OtherUser.isAllowed))
  func places() throws {
    let edit = try EditFixture()
    let around = edit.folder.path
    let before = try edit.folder.contents(of: around)
    for (words, there, nowhere) in [
      (["new"], around + "/fresh", around + "/no/fresh"),
      (["new", "--after", edit.roster], around + "/next", around + "/no/next"),
      (["plan", edit.roster, "--iterations", "200", "--output"], around + "/planned", around + "/no/planned"),
      (["export", edit.roster, "--table"], around + "/t.csv", around + "/no/t.csv"),
      (["export", edit.roster, "--report"], around + "/r.html", around + "/no/r.html"),
      (["validate", edit.roster, "--report"], "csv=\(around)/v.csv", "csv=\(around)/no/v.csv"),
      (["validate", edit.roster, "--write-baseline"], around + "/b.json", around + "/no/b.json"),
    ] {
      #expect(try OtherUser.run("patrol", words + [there]).code == 5, "\(words)")
      #expect(try OtherUser.run("patrol", words + [nowhere]).code == 3, "\(words)")
    }
    for option in ["--sheets", "--calendar"] {
      #expect(try OtherUser.run("patrol", ["export", edit.roster, option, around + "/made/s"]).code == 5)
    }
    #expect(try edit.folder.contents(of: around) == before)
  }

  @Test("a lock that others keep for too long is exit code 5")
  func busy() throws {
    let edit = try Self.fixture()
    let desk = try RosterSession(at: edit.roster, SessionOptions(person: "Guli", isDesk: true))
    let lock = try WriteLock(of: edit.roster)
    let outcome = try withExtendedLifetime(lock) { try Program.run(Self.arguments(Self.editing[0], edit)) }
    #expect(desk.access == .editing)
    #expect(outcome.status == 5 && outcome.errors.contains("was not free in time; try again"), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  private func removeFolder(_ path: String) {
    do { try FileManager.default.removeItem(atPath: path) } catch { print("a temporary folder stays behind: \(error)") }
  }
}
