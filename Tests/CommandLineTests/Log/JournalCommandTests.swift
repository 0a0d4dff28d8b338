import Foundation
import Journal
import RosterModel
import Testing

@Suite("patrol journal check and repair")
struct JournalCommandTests {
  /// A roster with three acts of two people.
  private func edited() throws -> EditFixture {
    let edit = try EditFixture()
    #expect(try edit.run("assign --unit u2 --beat b1 --day 2026-12-06 --shift B --as Aziz").status == 0)
    #expect(try edit.run("lock --unit u1 --day 2026-12-05 --as Bek").status == 0)
    #expect(try edit.run("unlock --unit u1 --day 2026-12-05 --as Bek").status == 0)
    return edit
  }

  private func journal(_ words: String, _ edit: EditFixture) throws -> Program.Outcome {
    let arguments = words.split(separator: " ").map(String.init)
    return try Program.run(["journal", arguments[0], edit.roster] + arguments.dropFirst())
  }

  @Test("check says what the journal holds, exit code 0; without one the tables are all")
  func sound() throws {
    let edit = try edited()
    let check = try journal("check", edit)
    #expect(check.status == 0 && check.errors.isEmpty)
    #expect(check.lines.contains { $0.hasPrefix("entries      3, the last is 3 of ") })
    #expect(check.lines.last == "sound")
    let json = try edit.json(try journal("check --format json", edit))
    #expect(json["is_sound"] as? Bool == true && (json["faults"] as? [String])?.isEmpty == true)
    #expect((json["entries"] as? [String: Any])?["last"] as? Int == 3)
    let fresh = try EditFixture()
    let none = try journal("check", fresh)
    #expect(none.status == 0 && none.output == "there is no journal: the tables are all of the roster\nsound\n")
    #expect(try journal("repair", edit).errors == "nothing to repair\n")
  }

  @Test("what is wrong is exit code 1; repair mends it, records who did so, and the log goes on")
  func repair() throws {
    let edit = try edited()
    try edit.inJournal("UPDATE entry SET person = 'Boss' WHERE position = 2")
    let check = try journal("check", edit)
    #expect(check.status == 1 && check.lines.suffix(2) == ["not sound:", "  entry 2 is not as it was written"])
    let json = try edit.json(try journal("check --format json", edit))
    #expect((json["damaged"] as? [[String: Any]])?.first?["fault"] as? String == "changed")
    let before = try edit.contents()
    let dry = try journal("repair --dry-run", edit)
    #expect(dry.status == 0 && dry.output == "entry 2, changed: let stand\n" && dry.errors == "nothing was written\n")
    #expect(try edit.contents() == before)
    let repair = try journal("repair --as Karimova", edit)
    #expect(repair.status == 0 && repair.errors == "repaired, entry 4\n")
    #expect(repair.lines.first == "the journal as it was is kept as .patrol/journal.damaged-1.sqlite")
    #expect(try journal("check", edit).status == 0)
    let log = try edit.run("log")
    #expect(log.status == 0)
    #expect(
      log.lines.contains { $0.contains("Karimova") && $0.contains("repair the journal: entry 2, changed: let stand") })
    #expect(log.lines.contains { $0.hasPrefix("2  damaged: ") && $0.contains("let stand by entry 4") })
    let entries = try #require(try edit.json(try edit.run("log --format json"))["entries"] as? [[String: Any]])
    let mended = try #require(entries.last?["mended"] as? [[String: Any]])
    #expect(mended.first?["first"] as? Int == 2 && mended.first?["fault"] as? String == "changed")
    #expect(try edit.run("undo --as Bek").status == 0)
    #expect(try edit.run("undo --as Karimova").status == 1)
  }

  @Test("a journal that cannot be read at all is exit code 2, and repair begins a new one")
  func unreadable() throws {
    let edit = try edited()
    let path = edit.roster + "/.patrol/journal.sqlite"
    try String(repeating: "garbage ", count: 600).write(toFile: path, atomically: false, encoding: .utf8)
    let check = try journal("check", edit)
    #expect(check.status == 2 && check.output.isEmpty && check.errors.contains("patrol journal repair"))
    let steps = try #require(try edit.json(try journal("repair --format json", edit))["steps"] as? [[String: Any]])
    #expect(steps.compactMap { $0["step"] as? String } == ["kept-aside", "begun-anew", "let-stand"])
    #expect(try journal("check", edit).status == 0)
    #expect(try edit.run("lock --unit u1 --day 2026-12-05").errors == "written, entry 5\n")
  }

  @Test("that all of .patrol was deleted is known from the tail file")
  func deleted() throws {
    let edit = try edited()
    try FileManager.default.removeItem(atPath: edit.roster + "/.patrol")
    let check = try journal("check", edit)
    #expect(check.status == 1)
    #expect(check.lines.last == "  the journal is gone: .patrol-tail knows of entries up to 3")
  }

  @Test("a roster that is open at a desk is not repaired, exit code 5; a link in the journal's place is exit code 2")
  func refused() throws {
    let edit = try edited()
    let desk = try RosterSession(at: edit.roster, SessionOptions(person: "Aziz", isDesk: true))
    let busy = try journal("repair", edit)
    #expect(busy.status == 5 && busy.errors.contains("close the desks"))
    try desk.close()
    #expect(try journal("repair", edit).status == 0)
    try FileManager.default.moveItem(atPath: edit.roster + "/.patrol", toPath: edit.folder.path + "/moved")
    try FileManager.default.createSymbolicLink(
      atPath: edit.roster + "/.patrol", withDestinationPath: edit.folder.path + "/moved")
    for words in ["check", "repair"] {
      let linked = try journal(words, edit)
      #expect(linked.status == 2 && linked.errors.contains("what stands there is not followed"), "\(words)")
    }
  }

  @Test("what is not understood is exit code 3", arguments: ["mend", "check --dry-run", "check --as Aziz"])
  func usage(words: String) throws {
    #expect(try journal(words, EditFixture()).status == 3)
  }
}
