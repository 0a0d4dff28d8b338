import Foundation
import Testing

/// A script that has lost an answer can only ask again; a key makes that safe.
@Suite("Acts with a key")
struct KeyedActTests {
  static let keyed = SystemRefusalTests.editing

  private static func run(_ words: String, _ edit: EditFixture) throws -> Program.Outcome {
    try Program.run(SystemRefusalTests.arguments(words, edit))
  }

  private static func entries(_ edit: EditFixture) throws -> Int {
    try edit.run("log --limit 0").lines.count { $0.first != " " }
  }

  @Test("are done once, however often they are asked for, and say so", arguments: keyed)
  func once(words: String) throws {
    let edit = try SystemRefusalTests.fixture()
    let first = try Self.run(words + " --id night-shift", edit)
    #expect(first.status == 0)
    #expect((first.output + first.errors).contains(", entry 4\n"), "\(first.output)\(first.errors)")
    let tables = try edit.tables()
    let again = try Self.run(words + " --id night-shift", edit)
    #expect(again.status == first.status)
    #expect(again.errors.hasPrefix("recorded already as entry 4; nothing was done again\n"), "\(again.errors)")
    let json = try edit.json(try Self.run(words + " --id night-shift --format json", edit))
    #expect(json["is_applied"] as? Bool == true && json["is_repeat"] as? Bool == true && json["entry"] as? Int == 4)
    #expect(try Self.entries(edit) == 4)
    #expect(try edit.tables() == tables)
  }

  @Test("whose answer was lost are asked for again without being done again", arguments: keyed)
  func lostAnswer(words: String) throws {
    let edit = try SystemRefusalTests.fixture()
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    let line = SystemRefusalTests.arguments(words, edit).joined(separator: " ")
    shell.arguments = ["-c", "exec '\(Program.folder.path)/patrol' \(line) --id k --format json >/dev/full 2>&1"]
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 6)
    let again = try Self.run(words + " --id k", edit)
    #expect(again.status <= 1 && again.errors.hasPrefix("recorded already as entry 4; nothing was done again\n"))
    #expect(try Self.entries(edit) == 4)
  }

  @Test("are refused where the key was given to another act, which is named", arguments: keyed)
  func taken(words: String) throws {
    let edit = try SystemRefusalTests.fixture()
    #expect(try edit.run("assign --unit u2 --beat b1 --day 2026-12-08 --shift A --id k --as Guli").status == 0)
    let tables = try edit.tables()
    let refused = try Self.run(words + " --id k", edit)
    #expect(refused.status == 1, "\(refused.errors)")
    #expect(
      refused.errors.contains(
        "refused: --id: 'k' was given to another act, entry 4 by Guli: assign u2 to b1 "
          + "(assign u2 b1 2026-12-08..2026-12-08 a). Take a new key for a new act."), "\(refused.errors)")
    #expect(try Self.entries(edit) == 4)
    #expect(try edit.tables() == tables)
  }

  @Test("that import are of the files as they are: elsewhere they are the same, edited they are others")
  func files() throws {
    let edit = try SystemRefusalTests.fixture()
    #expect(try Self.run("import sheets --id k", edit).errors.hasSuffix("imported, entry 4\n"))
    let sheets = edit.folder.url.appending(path: "sheets")
    let copy = edit.folder.path + "copy"
    try FileManager.default.copyItem(atPath: sheets.path, toPath: copy)
    #expect(try edit.run("import \(copy) --id k").errors == "recorded already as entry 4; nothing was done again\n")
    let sheet = sheets.appending(path: "n1_2026-12-05_A.csv")
    let text = try String(contentsOf: sheet, encoding: .utf8)
    try Data(text.replacingOccurrences(of: "by hand", with: "by head").utf8).write(to: sheet)
    let other = try Self.run("import sheets --id k", edit)
    #expect(other.status == 1 && other.errors.contains("'k' was given to another act, entry 4"), "\(other.errors)")
    #expect(try Self.run("import sheets --no-base --id k", edit).status == 1)
    #expect(try Self.run("import sheets --id k2", edit).errors.hasSuffix("imported, entry 5\n"))
  }

  @Test("that plan are exit code 0 when they are asked for again, whatever gaps were left")
  func gaps() throws {
    let edit = try EditFixture { $0.appending("b1,,,daily,A,police,,5,,\n", to: "demand.csv") }
    #expect(try edit.run("plan --iterations 200 --id k").status == 1)
    let again = try edit.run("plan --time-limit 3600 --id k")
    #expect(again.status == 0 && again.errors.hasPrefix("recorded already as entry 1; "), "\(again.errors)")
  }

  @Test("are other acts where another unit, day, note or person is asked for")
  func others() throws {
    let edit = try EditFixture()
    let act = "assign --unit u2 --beat b1 --day 2026-12-06 --shift A --as Aziz --id k"
    #expect(try edit.run(act).status == 0)
    for (old, new) in [
      ("u2", "u1"), ("2026-12-06", "2026-12-07"), ("b1", "b2"), ("Aziz", "Bek"), ("--as", "--note x --as"),
      ("--as", "--lock --as"), ("--as", "--move --as"), ("--day 2026-12-06", "--from 2026-12-06 --to 2026-12-07"),
    ] {
      let other = try edit.run(act.replacingOccurrences(of: old, with: new) + " --format json")
      #expect(other.status == 1, "\(new)")
      #expect((try edit.json(other)["refusals"] as? [[String: Any]])?.first?["kind"] as? String == "key-taken")
    }
    // The same in other words: the day by the clock, ids in another case, a reason and force, which change nothing asked for.
    let same = "assign --unit U2 --beat B1 --day tomorrow --now 2026-12-05T09:00 --shift a --as Aziz --id k"
    #expect(try edit.run(same + " --force --reason again").errors.hasPrefix("recorded already as entry 1"))
    #expect(try edit.run(same + " --dry-run").errors.hasPrefix("recorded already as entry 1"))
  }

  @Test("stay recorded when they are undone, and a refused one leaves its key free")
  func undone() throws {
    let edit = try EditFixture()
    let act = "assign --unit u1 --beat b2 --day 2026-12-05 --shift B --id k"
    let refused = try edit.run(act)
    #expect(refused.status == 1 && refused.errors.contains("it would make"))
    #expect(try edit.run(act + " --force --reason both").errors.hasSuffix("written, entry 1\n"))
    #expect(try edit.run("undo").status == 0)
    #expect(try edit.run(act).errors == "recorded already as entry 1; nothing was done again\n")
    #expect(try Self.entries(edit) == 2)
  }

  @Test("are done once by many programs at once")
  func race() throws {
    let edit = try EditFixture()
    let words = "assign --unit u2 --beat b1 --day 2026-12-06 --shift A --id k".split(separator: " ").map(String.init)
    let running = try (0..<8).map { _ in try RunningProgram([words[0], edit.roster] + words.dropFirst()) }
    let said = try running.map { try $0.outcome() }
    #expect(said.allSatisfy { $0.status == 0 && $0.errors.contains("entry 1") }, "\(said.map(\.errors))")
    #expect(said.count { $0.errors.contains("written, entry 1") } == 1)
    #expect(try Self.entries(edit) == 1)
  }

  @Test(
    "take a printable text of up to 200 bytes for a key",
    arguments: [
      ("", 3), (" ", 3), ("a\nb", 3), ("\u{1B}[2J", 3), ("a\u{202E}b", 3), (String(repeating: "x", count: 201), 3),
      (String(repeating: "ж", count: 101), 3), (String(repeating: "ж", count: 100), 0),
      ("job 7/12, смена №2 — ночь", 0),
    ] as [(String, Int32)])
  func keys(key: String, status: Int32) throws {
    let edit = try EditFixture()
    let outcome = try Program.run(["lock", edit.roster, "--unit", "u1", "--day", "2026-12-05", "--id", key])
    #expect(outcome.status == status, "\(outcome.errors)")
    if status == 3 { #expect(outcome.errors.contains("--id") && !outcome.errors.contains("\u{1B}")) }
  }
}
