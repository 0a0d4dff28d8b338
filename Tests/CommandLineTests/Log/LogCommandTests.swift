import Foundation
import Journal
import Testing

@Suite("patrol log, undo and redo")
struct LogCommandTests {
  /// The system's account that the tests run as, as the log shows it.
  private let account = "(\(NSUserName())@\(ProcessInfo.processInfo.hostName))"
  private let assign = "assign --unit u2 --beat b1 --day 2026-12-06 --shift B"

  @Test("says who did what, when and why, and finds it by unit, cell, person and time")
  func log() throws {
    let edit = try EditFixture()
    #expect(try edit.run(assign + " --as Aziz --reason relief").status == 0)
    #expect(try edit.run("lock --unit u1 --day 2026-12-05 --as Bek").status == 0)
    let all = try edit.run("log")
    #expect(all.status == 0 && all.errors.isEmpty)
    #expect(all.lines.count == 4)
    #expect(all.lines[0].hasPrefix("1  20") && all.lines[0].hasSuffix("  Aziz \(account)  assign u2 to b1: relief"))
    #expect(all.lines[1] == "    +2026-12-06 B b1 u2")
    #expect(all.lines[3] == "    ~2026-12-05 A b1 u1 (locked)")
    for words in ["--unit u1", "--by Bek", "--cell b1/2026-12-05", "--cell b1/2026-12-05/A", "--limit 1"] {
      #expect(try edit.run("log " + words).lines.first?.hasPrefix("2  ") == true, "\(words)")
    }
    for words in ["--unit nobody", "--by Guli", "--until 2001-01-01", "--since 2999-01-01T00:00", "--conflicts"] {
      let none = try edit.run("log " + words)
      #expect(none.status == 0 && none.output.isEmpty && none.errors == "no such act is recorded\n", "\(words)")
    }
    let json = try edit.json(try edit.run("log --unit u2 --format json"))
    let entry = try #require((json["entries"] as? [[String: Any]])?.first)
    #expect(entry["by"] as? String == "Aziz" && entry["reason"] as? String == "relief")
    #expect((entry["changes"] as? [[String: Any]])?.first?["unit"] as? String == "u2")
    #expect(entry["user"] as? String == NSUserName() && (entry["seal"] as? String)?.count == 64)
  }

  @Test("says by which account somebody acted where that is not the person's name, and of each act with --origin")
  func origin() throws {
    let edit = try EditFixture()
    #expect(try edit.run(assign, environment: ["PATROL_USER": "Aziz", "USER": "somebody"]).status == 0)
    #expect(try edit.run("lock --unit u1 --day 2026-12-05 --as \(NSUserName())").status == 0)
    let plain = try edit.run("log").lines.filter { $0.first != " " }
    #expect(plain[0].contains("  Aziz \(account)  assign") && plain[1].contains("  \(NSUserName())  lock"))
    let all = try edit.run("log --origin").lines.filter { $0.first != " " }
    #expect(all.allSatisfy { $0.contains("(\(NSUserName())@\(ProcessInfo.processInfo.hostName), no terminal)") })
  }

  @Test("an entry that was changed is named in its place with what it says now; all others are listed, exit code 2")
  func damaged() throws {
    let edit = try EditFixture()
    #expect(try edit.run(assign + " --as Aziz").status == 0)
    #expect(try edit.run("lock --unit u1 --day 2026-12-05 --as Bek").status == 0)
    #expect(try edit.run("unlock --unit u1 --day 2026-12-05 --as Bek").status == 0)
    try edit.inJournal("UPDATE entry SET person = 'Boss' WHERE position = 2")
    let log = try edit.run("log")
    #expect(log.status == 2 && log.errors.contains("patrol journal check"))
    let heads = log.lines.filter { $0.first != " " }
    #expect(heads.count == 3 && heads[0].contains("assign u2 to b1") && heads[2].contains("unlock u1"))
    #expect(heads[1] == "2  damaged: entry 2 is not as it was written; what stands there now:")
    #expect(log.lines.contains { $0.hasPrefix("    2  20") && $0.contains("  Boss (") })
    let json = try edit.json(try edit.run("log --format json"))
    #expect((json["entries"] as? [[String: Any]])?.compactMap { $0["position"] as? Int } == [1, 3])
    let damaged = try #require((json["damaged"] as? [[String: Any]])?.first)
    #expect(damaged["position"] as? Int == 2 && damaged["fault"] as? String == "changed")
    #expect((damaged["says"] as? [String: Any])?["by"] as? String == "Boss")
    #expect(try edit.run("validate --fail-on never").errors.contains("damaged") == false)
    #expect(try edit.run("undo --as Aziz").status == 0)
    #expect(try edit.run("undo --as Bek").status == 0)
    #expect(try edit.run("log --limit 2").status == 0)
  }

  @Test("so it is where the tables do not hold the entry yet; a repair puts it back, and editing goes on")
  func damagedTail() throws {
    let edit = try EditFixture()
    var desk: RosterSession? = try RosterSession(at: edit.roster, SessionOptions(person: "Aziz", isDesk: true))
    #expect(try edit.run(assign + " --as Aziz").status == 0)
    #expect(try edit.run("lock --unit u1 --day 2026-12-05 --as Bek").status == 0)
    // The desk is killed: the acts are in the journal and the tail file only.
    #expect(desk?.access == .editing)
    desk = nil
    try edit.inJournal("UPDATE entry SET name = 'x' WHERE position = 1")
    let log = try edit.run("log")
    #expect(log.status == 2)
    let heads = log.lines.filter { $0.first != " " }
    #expect(heads.count == 2 && heads[0].hasPrefix("1  damaged: entry 1") && heads[1].hasSuffix("  lock u1"))
    #expect(try edit.run("lock --unit u1 --day 2026-12-05 --as Bek").status == 2)
    let repair = try Program.run(["journal", "repair", edit.roster])
    #expect(repair.status == 0 && repair.output.contains("entry 1 is put back from the tail file"))
    #expect(try edit.run("log").status == 0)
    #expect(try edit.run("unlock --unit u1 --day 2026-12-05 --as Bek").status == 0)
    #expect(try edit.rows("assignments.csv").contains("2026-12-06,B,b1,u2,,"))
  }

  @Test("a roster that was never edited has an empty log, and gets no journal by being looked at")
  func empty() throws {
    let edit = try EditFixture()
    let before = try edit.contents()
    #expect(try edit.run("log").errors == "no such act is recorded\n")
    #expect(try edit.run("undo --as Aziz").status == 1)
    #expect(try edit.contents() == before)
  }

  @Test("what is not understood is exit code 3", arguments: ["--cell /x", "--since yesterday", "--limit -1"])
  func usage(words: String) throws {
    #expect(try EditFixture().run("log " + words).status == 3)
  }

  @Test("undo takes the last act back, redo does it again, and the tables have it")
  func undo() throws {
    let edit = try EditFixture()
    let before = try edit.text("assignments.csv")
    #expect(try edit.run(assign + " --as Aziz").status == 0)
    let after = try edit.text("assignments.csv")
    let undone = try edit.run("undo --as Aziz")
    #expect(undone.status == 0 && undone.lines[0].hasSuffix("Aziz \(account)  undo of 1: assign u2 to b1"))
    #expect(try edit.text("assignments.csv") == before)
    #expect(try edit.run("redo --as Aziz").status == 0)
    #expect(try edit.text("assignments.csv") == after)
    #expect(try edit.run("log").lines.filter { $0.first != " " }.count == 3)
  }

  @Test("what another has changed since is not undone, and it says who")
  func othersChange() throws {
    let edit = try EditFixture()
    #expect(try edit.run(assign + " --as Aziz").status == 0)
    #expect(try edit.run("lock --unit u2 --day 2026-12-06 --as Bek").status == 0)
    let before = try edit.tables()
    let refused = try edit.run("undo --as Aziz")
    #expect(refused.status == 1 && refused.errors.contains("Bek has changed u2 on 2026-12-06"))
    #expect(try edit.tables() == before)
  }

  @Test("a plan is one act, which is undone whole")
  func plan() throws {
    let edit = try EditFixture()
    let before = try edit.text("assignments.csv")
    let planned = try edit.run("plan --iterations 200 --as Aziz")
    #expect(planned.status < 2)
    #expect(try edit.text("assignments.csv") != before)
    #expect(try edit.run("undo --as Aziz").status == 0)
    #expect(try edit.text("assignments.csv") == before)
  }
}
