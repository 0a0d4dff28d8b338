import Foundation
import Screen
import Testing

@testable import TerminalTesting

@Suite("Edits are saved as they are made")
struct SavedEditsTests {
  private let here: TemporaryFolder
  private let roster: String

  init() throws {
    here = try TemporaryFolder()
    roster = try here.copy("one-department")
  }

  /// The first words of the title's right side, where it says what is saved.
  private func status(_ run: TerminalRun) -> String { run.screen.text(ofRow: 0) }

  @Test("an edit shows as pending while it cannot be written, typing goes on meanwhile, and then as saved")
  func pendingThenSaved() throws {
    let run = try DeskRun.startAtGap(roster)
    var lock: WriteLock? = try WriteLock(of: roster)
    try DeskRun.type("Qalqon-1", in: run)
    try run.wait(until: "the edit is pending") { status($0).hasSuffix("1 pending") }
    run.press("h")
    try run.wait(for: "Tezkor guruh 1 · Thu 10 Dec · B Evening")
    #expect(status(run).hasSuffix("1 pending"))
    withExtendedLifetime(lock) {}
    lock = nil
    try run.wait(until: "the edit is saved") { status($0).hasSuffix("saved") }
    run.press("q")
    try run.waitForEnd()
  }

  @Test("what was saved is there after the desk is killed, and can be undone by the next")
  func killed() throws {
    let run = try DeskRun.startAtGap(roster)
    try DeskRun.assign("Qalqon-1", in: run)
    run.signal(SIGKILL)
    #expect(try run.waitForEnd() == .killed(SIGKILL))

    let next = try DeskRun.startAtGap(roster)
    try next.wait(for: "Qalqon-1 police C")
    next.press("u")
    try next.wait(for: "Undone: Assign Qalqon-1 to Tezkor guruh 1, Thu 10 Dec C")
    try next.wait(for: "Nobody is posted here.")
    next.press("Ctrl-R")
    try next.wait(for: "Done again: Assign Qalqon-1")
    next.press("5")
    try next.wait(for: "3 entries")
    try next.wait(for: "Redo: Assign Qalqon-1 to Tezkor guruh 1")
    next.press("q")
    try next.waitForEnd()
    #expect(next.leftovers.isEmpty)
  }

  @Test(
    "what is shown as saved is there after the desk is killed, though somebody has taken the journal away under it",
    arguments: [[".patrol/journal.sqlite-wal"], [".patrol"], [".patrol", ".patrol-tail"]])
  func tidiedUp(_ taken: [String]) throws {
    let run = try DeskRun.startAtGap(roster)
    try DeskRun.assign("Qalqon-1", in: run)
    for name in taken { try FileManager.default.removeItem(atPath: roster + "/" + name) }
    try run.wait(for: "was removed or replaced while the roster was open")
    #expect(status(run).hasSuffix("saved"))
    run.press("=")
    try run.wait(for: "Lock Qalqon-1")
    try run.wait(until: "it is saved") { status($0).hasSuffix("saved") }
    run.signal(SIGKILL)
    #expect(try run.waitForEnd() == .killed(SIGKILL))
    let log = try Program.run(["log", roster]).output
    #expect(log.contains("Assign Qalqon-1") && log.contains("Lock Qalqon-1"), "\(log)")
    // Whoever edits next brings the tables up to date.
    let next = try Program.run([
      "unassign", roster, "--unit", "y1-u2", "--day", "2026-12-07", "--force", "--reason", "x",
    ])
    #expect(next.status == 0, "\(next.errors)")
    let table = try String(contentsOfFile: roster + "/assignments.csv", encoding: .utf8)
    #expect(table.contains("2026-12-10,C,yun-car1,y-r1,locked"))
  }

  @Test("with the journal gone and none to be made, leaving the desk writes the tables and says what is true")
  func withoutJournal() throws {
    let run = try DeskRun.startAtGap(roster)
    try DeskRun.assign("Qalqon-1", in: run)
    try FileManager.default.removeItem(atPath: roster + "/.patrol")
    #expect(FileManager.default.createFile(atPath: roster + "/.patrol", contents: nil))
    try run.wait(for: "cannot save")
    run.press("q")
    #expect(try run.waitForEnd() == .exited(5))
    #expect(run.screen.text.contains("the tables are written and hold every edit"))
    let table = try String(contentsOfFile: roster + "/assignments.csv", encoding: .utf8)
    #expect(table.contains("2026-12-10,C,yun-car1,y-r1,"))
  }

  @Test("what was saved is there after the window is closed over the desk")
  func windowClosed() throws {
    let run = try DeskRun.startAtGap(roster)
    try DeskRun.assign("Qalqon-1", in: run)
    run.closeWindow()
    try run.waitUntilGone()
    let table = try String(contentsOfFile: roster + "/assignments.csv", encoding: .utf8)
    #expect(table.contains("2026-12-10,C,yun-car1,y-r1,,"))
  }

  @Test("a table edited by another program is taken over, and what was done at the desk stays")
  func editedOutside() throws {
    let run = try DeskRun.startAtGap(roster)
    try DeskRun.assign("Qalqon-1", in: run)
    let path = roster + "/assignments.csv"
    let theirs = try String(contentsOfFile: path, encoding: .utf8) + "2026-12-10,B,yun-car1,y-d1,,theirs\n"
    try theirs.write(toFile: path, atomically: true, encoding: .utf8)
    try run.wait(for: "edited by another program")
    try run.wait(for: "Qalqon-1 police C")
    run.press("h")
    try run.wait(for: "“theirs”")
    run.press("q")
    try run.waitForEnd()
    let table = try String(contentsOfFile: path, encoding: .utf8)
    #expect(table.contains("2026-12-10,C,yun-car1,y-r1,,"))
    #expect(table.contains("2026-12-10,B,yun-car1,y-d1,,theirs"))
  }

  @Test("who acts is the name that --as or PATROL_USER gives", arguments: [true, false])
  func person(byOption: Bool) throws {
    let run = try DeskRun.startAtGap(
      roster, byOption ? ["--as", "Каримова"] : [], environment: byOption ? [:] : ["PATROL_USER": "Каримова"])
    try DeskRun.assign("Qalqon-1", in: run)
    run.press("5")
    try run.wait(until: "the history names her") { $0.screen.text(ofRow: 2).contains("Каримова      Assign Qalqon-1") }
    run.press("q")
    try run.waitForEnd()
  }

  @Test(
    "a folder that the user may not write is shown, every change is refused, and the reason is told",
    .enabled(if: geteuid() == 0, "needs the superuser, to become another"))
  func anothersFolder() throws {
    let before = try here.contents(of: roster)
    let other = ["--reuid=65534", "--regid=65534", "--clear-groups"]
    let run = try TerminalRun(
      program: "/usr/bin/setpriv",
      arguments: other + [BuiltProgram.path("patrol"), "edit", roster, "--now", DeskRun.noon])
    run.patience = 60
    try run.wait(for: "q Quit")
    #expect(status(run).hasSuffix("read-only"))
    try run.wait(for: "cannot be written")
    run.press("]g Enter")
    try run.wait(for: "Assign:")
    run.press("q")
    #expect(try run.waitForEnd() == .exited(0))
    #expect(try here.contents(of: roster) == before)
  }
}
