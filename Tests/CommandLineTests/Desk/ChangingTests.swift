import Foundation
import Screen
import Testing

@testable import TerminalTesting

@Suite("Changing a roster at the desk")
struct ChangingTests {
  private let here: TemporaryFolder
  private let roster: String
  private let filled = "2026-12-10,C,yun-car1,y-r1,,"

  init() throws {
    here = try TemporaryFolder()
    roster = try here.copy("one-department")
  }

  private func table() throws -> [String] {
    try String(contentsOfFile: roster + "/assignments.csv", encoding: .utf8).components(separatedBy: "\n")
  }

  @Test("a gap filled by typing a callsign and saved is one more row of the table, and nothing else has changed")
  func fillAndSave() throws {
    let before = try here.contents(of: roster)
    let rows = try table()
    let run = try DeskRun.startAtGap(roster)
    try DeskRun.assign("Qalqon-1", in: run)
    try run.wait(for: "Assign Qalqon-1 to Tezkor guruh 1, Thu 10 Dec C")
    run.press("Ctrl-S")
    try run.wait(for: "Saved")
    #expect(!run.screen.text.contains("* not saved"))
    run.press("q")
    try run.waitForEnd()
    #expect(try table().filter { $0 != filled } == rows)
    #expect(try table().contains(filled))
    var after = try here.contents(of: roster)
    after["assignments.csv"] = before["assignments.csv"]
    #expect(after == before)
  }

  @Test("a change that was undone before saving leaves nothing to ask about and the bytes as they were")
  func undo() throws {
    let before = try here.contents(of: roster)
    let run = try DeskRun.startAtGap(roster)
    try DeskRun.assign("Qalqon-1", in: run)
    run.press("u")
    try run.wait(until: "the mark is gone") { !$0.screen.text.contains("* not saved") }
    run.press("q")
    try run.waitForEnd()
    #expect(try here.contents(of: roster) == before)
  }

  @Test("a unit found by Cyrillic letters is shown with what is against it, and Enter does not post it")
  func illegal() throws {
    let run = try DeskRun.startAtGap(roster)
    run.press("Enter")
    try run.wait(for: "Assign to Tezkor guruh 1")
    run.type("сокол")
    try run.wait(for: "Сокол-4")
    try run.wait(for: "x lacks car, which yun-car1 needs")
    run.press("Enter")
    try run.wait(for: "Against the rules")
    run.press("Enter")
    try run.wait(until: "the question is gone") { !$0.screen.text.contains("Against the rules") }
    #expect(!run.screen.text.contains("* not saved"))
    #expect(run.screen.text.contains("Nobody is posted here."))
    run.press("q")
    try run.waitForEnd()
  }

  @Test("leaving with changes that are not saved asks first, and Enter stays")
  func quitAsks() throws {
    let before = try here.contents(of: roster)
    let run = try DeskRun.startAtGap(roster)
    try DeskRun.assign("Qalqon-1", in: run)
    run.press("q")
    try run.wait(for: "Leave without saving?")
    run.press("Enter")
    try run.wait(until: "the question is gone") { !$0.screen.text.contains("Leave without saving?") }
    run.press("q")
    try run.wait(for: "Leave without saving?")
    run.press("y")
    try run.waitForEnd()
    #expect(run.leftovers.isEmpty)
    #expect(try here.contents(of: roster) == before)
  }

  @Test("leaving can save first")
  func quitSaves() throws {
    let run = try DeskRun.startAtGap(roster)
    try DeskRun.assign("Qalqon-1", in: run)
    run.press("q")
    try run.wait(for: "Leave without saving?")
    run.press("s")
    try run.waitForEnd()
    #expect(try table().contains(filled))
  }

  @Test("a roster that was opened to look at refuses every change and says why", arguments: ["Enter", "p", "x", "P"])
  func readOnly(key: String) throws {
    let before = try here.contents(of: roster)
    let run = try DeskRun.start(roster, ["--read-only"])
    run.press(key)
    try run.wait(for: "read-only")
    try run.wait(for: "the roster was opened read-only")
    run.press("q")
    try run.waitForEnd()
    #expect(try here.contents(of: roster) == before)
  }

  @Test("a desk that is killed in the middle of a change leaves the tables as they were")
  func killed() throws {
    let before = try here.contents(of: roster)
    let run = try DeskRun.startAtGap(roster)
    try DeskRun.assign("Qalqon-1", in: run)
    run.signal(SIGKILL)
    #expect(try run.waitForEnd() == .killed(SIGKILL))
    #expect(try here.contents(of: roster) == before)
  }

  @Test("where another program has changed the table meanwhile, nothing is overwritten and the desk says so")
  func changedMeanwhile() throws {
    let run = try DeskRun.startAtGap(roster)
    try DeskRun.assign("Qalqon-1", in: run)
    let theirs = try table().joined(separator: "\n") + "2026-12-11,A,y1-metro,y1-u2,,theirs\n"
    try theirs.write(toFile: roster + "/assignments.csv", atomically: false, encoding: .utf8)
    run.press("Ctrl-S")
    try run.wait(for: "assignments.csv was changed by another program")
    try run.wait(for: "* not saved")
    #expect(try table().joined(separator: "\n") == theirs)
    run.press("q")
    try run.wait(for: "Leave without saving?")
    run.press("y")
    try run.waitForEnd()
    #expect(try table().joined(separator: "\n") == theirs)
  }

  @Test("a plan that is accepted and saved leaves fewer gaps, as another program counts them")
  func plan() throws {
    let before = try gaps()
    let run = try DeskRun.startAtGap(roster, ["--plan-time", "2"])
    run.press("p")
    try run.wait(for: "Proposal for Yunusobod")
    #expect(!run.screen.text.contains("* not saved"), "a proposal changes nothing yet")
    run.press("Enter")
    try run.wait(for: "Plan Yunusobod")
    run.press("Ctrl-S")
    try run.wait(for: "Saved")
    run.press("q")
    try run.waitForEnd()
    #expect(try gaps() < before)
  }

  private func gaps() throws -> Int {
    try Program.run(["validate", roster]).lines.count { $0.contains("COV001") }
  }
}
