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

  private func tables() throws -> [String: Data] { try here.tables(of: roster) }

  @Test("a gap filled by typing a callsign is one more row of the table after leaving, and nothing else has changed")
  func fill() throws {
    let before = try tables()
    let rows = try table()
    let run = try DeskRun.startAtGap(roster)
    try DeskRun.assign("Qalqon-1", in: run)
    run.press("q")
    try run.waitForEnd()
    #expect(run.leftovers.isEmpty)
    #expect(try table().filter { $0 != filled } == rows)
    #expect(try table().contains(filled))
    var after = try tables()
    after["assignments.csv"] = before["assignments.csv"]
    #expect(after == before)
  }

  @Test("a change that was undone leaves the bytes as they were")
  func undo() throws {
    let before = try tables()
    let run = try DeskRun.startAtGap(roster)
    try DeskRun.assign("Qalqon-1", in: run)
    run.press("u")
    try run.wait(for: "Undone: Assign Qalqon-1")
    run.press("q")
    try run.waitForEnd()
    #expect(try tables() == before)
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
    #expect(run.screen.text(ofRow: 0).contains("saved"))
    #expect(run.screen.text.contains("Nobody is posted here."))
    run.press("q")
    try run.waitForEnd()
  }

  @Test("leaving right after a change waits until it is saved")
  func leavingWaits() throws {
    let run = try DeskRun.startAtGap(roster)
    run.press("Enter")
    try run.wait(for: "Assign to Tezkor guruh 1")
    run.type("Qalqon-1\rq")
    try run.waitForEnd()
    #expect(run.leftovers.isEmpty)
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

  @Test("a plan that is accepted leaves fewer gaps, as another program counts them")
  func plan() throws {
    let before = try gaps()
    let run = try DeskRun.startAtGap(roster, ["--plan-time", "2"])
    run.press("p")
    try run.wait(for: "Proposal for Yunusobod")
    run.press("Enter")
    try run.wait(for: "Plan Yunusobod")
    run.press("q")
    try run.waitForEnd()
    #expect(try gaps() < before)
  }

  private func gaps() throws -> Int {
    try Program.run(["validate", roster]).lines.count { $0.contains("COV001") }
  }
}
