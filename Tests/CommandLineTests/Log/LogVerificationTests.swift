import Foundation
import Testing

@Suite("patrol log --verify and --seal")
struct LogVerificationTests {
  private let assign = "assign --unit u2 --beat b1 --day 2026-12-06 --shift B --as Aziz"

  /// A roster with four acts.
  private func edited() throws -> EditFixture {
    let edit = try EditFixture()
    for words in [assign, "lock --unit u1 --day 2026-12-05", "unlock --unit u1 --day 2026-12-05", "undo --as Aziz"] {
      #expect(try edit.run(words).status == 0)
    }
    return edit
  }

  private func seal(_ edit: EditFixture) throws -> String {
    let sealed = try edit.run("log --seal")
    #expect(sealed.status == 0 && sealed.errors.isEmpty && sealed.lines.count == 1)
    return try #require(sealed.lines.first)
  }

  private func against(_ line: String, _ edit: EditFixture) throws -> Program.Outcome {
    try Program.run(["log", edit.roster, "--verify", "--against", line])
  }

  @Test("a line vouches for all acts until it was written, and goes on to fit when others are recorded")
  func fits() throws {
    let edit = try edited()
    let line = try seal(edit)
    #expect(line.hasPrefix("patrol-seal last=4 seal=") && line.contains(" entries=4 at=20"))
    #expect(try edit.run(assign).status == 0)
    let outcome = try against(line, edit)
    #expect(outcome.status == 0 && outcome.lines.last == "sound")
    #expect(outcome.lines.contains { $0.hasPrefix("fits the line of ") && $0.hasSuffix(" at entry 4") })
    #expect(outcome.lines.contains("fits .patrol-tail at entry 5"))
    let json = try edit.json(try edit.run("log --seal --format json"))
    #expect(json["last"] as? Int == 5 && (json["line"] as? String)?.hasPrefix("patrol-seal last=5 ") == true)
  }

  @Test("lines are found in any text, as in a signed mail or the system's log; those of other rosters are passed over")
  func files() throws {
    let edit = try edited()
    let line = try seal(edit)
    let file = edit.folder.path + "/seals.txt"
    let other = line.replacingOccurrences(of: "roster=", with: "roster=/elsewhere")
    try "Dear all,\n> \(line)\nDec  1 11:49 vm patrol[7]: \(other.replacingOccurrences(of: "last=4", with: "last=3"))\n"
      .write(toFile: file, atomically: true, encoding: .utf8)
    #expect(try against(file, edit).status == 0)
    let piped = try Program.run(["log", edit.roster, "--verify", "--against", "-"], input: line + "\n")
    #expect(piped.status == 0 && piped.lines.contains { $0.hasPrefix("fits standard input of ") })
    try other.write(toFile: file, atomically: true, encoding: .utf8)
    let none = try against(file, edit)
    #expect(none.status == 3 && none.errors.contains("has no line of"))
    #expect(try against("no line", edit).status == 3)
  }

  @Test(
    "whatever was changed, taken away or put in is noticed, exit code 1",
    arguments: [
      "UPDATE entry SET person = 'Boss' WHERE position = 2", "UPDATE entry SET at = at + 1 WHERE position = 4",
      "UPDATE posting_change SET unit = 'u1' WHERE entry = 1", "DELETE FROM entry WHERE position = 2",
      "DELETE FROM entry WHERE position = 4", "DELETE FROM entry WHERE position = 1", "DELETE FROM entry",
      "DELETE FROM entry WHERE position = 4; UPDATE sqlite_sequence SET seq = 3 WHERE name = 'entry'",
      "UPDATE entry SET seal = lower(hex(randomblob(32))) WHERE position = 3",
      """
      INSERT INTO entry(at, person, session, kind, name, reason, forced, seal)
      VALUES (1, 'x', 's', 'edit', 'assign', '', 0, lower(hex(randomblob(32))))
      """,
    ])
  func noticed(statement: String) throws {
    let edit = try edited()
    try edit.inJournal(statement)
    let outcome = try edit.run("log --verify")
    #expect(outcome.status == 1 && outcome.lines.contains("not sound:"), "\(outcome.output)")
    #expect(try edit.run("log --seal").status == 1)
    let json = try edit.json(try edit.run("log --verify --format json"))
    #expect(json["is_sound"] as? Bool == false && (json["faults"] as? [String])?.isEmpty == false)
  }

  @Test("a journal made anew, to the last byte as the program would, is noticed by the line alone")
  func remade() throws {
    let edit = try edited()
    let line = try seal(edit)
    let other = try edited()
    for name in [".patrol", ".patrol-tail"] {
      try FileManager.default.removeItem(atPath: edit.roster + "/" + name)
      try FileManager.default.copyItem(atPath: other.roster + "/" + name, toPath: edit.roster + "/" + name)
    }
    #expect(try edit.run("log --verify").status == 0)
    let outcome = try against(line, edit)
    #expect(outcome.status == 1 && outcome.output.contains("entry 4, or one before it, is not the one that the line"))
  }

  @Test("that all of .patrol was deleted is noticed by the tail file, and without that by a line")
  func deleted() throws {
    let edit = try edited()
    let line = try seal(edit)
    try FileManager.default.removeItem(atPath: edit.roster + "/.patrol")
    let byTail = try edit.run("log --verify")
    #expect(byTail.status == 1 && byTail.output.contains("by .patrol-tail there was an entry 4"))
    let log = try edit.run("log")
    #expect(log.status == 2 && log.errors.contains("the journal is gone"))
    try FileManager.default.removeItem(atPath: edit.roster + "/.patrol-tail")
    #expect(try edit.run("log --verify").status == 0)
    let byLine = try against(line, edit)
    #expect(byLine.status == 1 && byLine.output.contains("by the line of"))
  }

  @Test("each recorded act is told to the system's log with its seal, by which the journal is verified")
  func systemLog() throws {
    let edit = try EditFixture()
    let log = try FakeSystemLog(edit.folder.path + "/log.socket")
    let environment = ["PATROL_SYSLOG": log.path]
    #expect(try edit.run(assign + " --reason Ўзбек", environment: environment).status == 0)
    #expect(try edit.run("undo --as Aziz", environment: environment).status == 0)
    #expect(try edit.run("log --limit 1", environment: environment).status == 0)
    let messages = log.messages()
    #expect(messages.count == 2 && messages.allSatisfy { $0.hasPrefix("<86>patrol[") })
    #expect(messages.first?.contains(" kind=edit by=Aziz user=\(NSUserName()) ") == true)
    let file = edit.folder.path + "/auth.log"
    try messages.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
    #expect(try against(file, edit).status == 0)
    try edit.inJournal("DELETE FROM entry WHERE position = 2; UPDATE sqlite_sequence SET seq = 1 WHERE name = 'entry'")
    try FileManager.default.removeItem(atPath: edit.roster + "/.patrol-tail")
    #expect(try against(file, edit).status == 1)
  }

  @Test("where nobody reads the system's log the act is recorded, and it is said", arguments: ["none", "full"])
  func noReader(_ kind: String) throws {
    let edit = try EditFixture()
    let log = try FakeSystemLog(edit.folder.path + "/log.socket")
    if kind == "full" { log.fill() }
    let path = kind == "none" ? "/nowhere/at-all" : log.path
    let start = ContinuousClock.now
    let outcome = try edit.run(assign, environment: ["PATROL_SYSLOG": path])
    #expect(outcome.status == 0 && outcome.errors.contains("warning: entry 1 is recorded, and \(path) did not take it"))
    #expect(ContinuousClock.now - start < .seconds(20))
    #expect(
      try edit.run(assign + " --move --shift A", environment: ["PATROL_SYSLOG": "0"]).errors == "written, entry 2\n")
  }

  @Test("a setting that is not understood is told before anything is recorded")
  func setting() throws {
    let outcome = try EditFixture().run(assign, environment: ["PATROL_SYSLOG": "yes"])
    #expect(outcome.status == 3 && outcome.errors.contains("PATROL_SYSLOG: 'yes' is not understood"))
  }

  @Test(
    "filters are of the list only",
    arguments: ["--verify --unit u1", "--seal --by Aziz", "--seal --verify", "--against x --since 2026-12-05"])
  func usage(words: String) throws {
    #expect(try EditFixture().run("log " + words).status == 3)
  }
}
