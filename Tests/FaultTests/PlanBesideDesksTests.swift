import FaultTesting
import Foundation
import Synchronization
import TerminalTesting
import Testing

/// `patrol plan` in place, as a program, while two desks with people at their keyboards edit what it plans.
@Suite("A plan beside busy desks")
struct PlanBesideDesksTests {
  @Test("every plan is recorded as one act, and no edit that a desk has shown as saved is lost by it")
  func recorded() throws {
    var tries = Tries()
    for _ in 0..<FaultScale.of(1, long: 4, full: 12) { try tries.next() }
    #expect(tries.recorded == tries.count)
    FaultReport.say(
      "a plan beside two busy desks: \(tries.recorded) of \(tries.count) recorded, \(tries.leftOut) units' days left out, "
        + "\(tries.plannedAgain) planned again, beside \(tries.edits) edits")
  }
}

/// Plans of one roster after the other, each beside two desks.
private struct Tries {
  private(set) var count = 0
  private(set) var recorded = 0
  private(set) var leftOut = 0
  private(set) var plannedAgain = 0
  private(set) var edits = 0

  /// Every unit is needed every day, so a plan changes whatever a desk does.
  mutating func next() throws {
    count += 1
    let roster = try FaultRoster(isBare: true)
    let desks = [BusyDesk(roster.path, number: 1), BusyDesk(roster.path, number: 2)]
    for desk in desks { desk.start() }
    for desk in desks { desk.waitUntilBusy() }
    let plan = try Self.run(
      ["plan", roster.path, "--time-limit", "1", "--threads", "1", "--as", "planner", "--format", "json"])
    for desk in desks { edits += try desk.stop() }
    #expect(plan.code <= 1, "\(plan.words)")
    guard plan.code <= 1 else { return }
    let answer = try #require(try JSONSerialization.jsonObject(with: Data(plan.words.utf8)) as? [String: Any])
    leftOut += answer["left_out"] as? Int ?? 0
    plannedAgain += answer["planned_again"] as? Int ?? 0
    let log = try Self.run(["log", roster.path, "--format", "json"])
    let entries =
      try (JSONSerialization.jsonObject(with: Data(log.words.utf8)) as? [String: Any])?["entries"] as? [[String: Any]]
    let plans = (entries ?? []).filter { $0["kind"] as? String == "plan" }
    if plans.count == 1, plans[0]["by"] as? String == "planner" { recorded += 1 }
    for desk in desks {
      #expect((entries ?? []).count { $0["by"] as? String == desk.person } == desk.saved)
    }
    try checkTables(of: roster)
  }

  /// Nobody stands in two places on one day.
  private func checkTables(of roster: FaultRoster) throws {
    let rows = try String(contentsOfFile: roster.path + "/assignments.csv", encoding: .utf8).split(separator: "\n")
    let days = rows.dropFirst().map { row in
      let cells = row.split(separator: ",", omittingEmptySubsequences: false)
      return "\(cells[3]) \(cells[0])"
    }
    #expect(days.count > 40 && Set(days).count == days.count)
  }

  private static func run(_ arguments: [String]) throws -> (words: String, code: Int32) {
    try ProbeRun(script: "exec \"$@\" 2>/dev/null", [try ProbeRun.path("patrol")] + arguments).end()
  }
}

/// A desk at which somebody posts a unit and takes that back, again and again.
private final class BusyDesk: Sendable {
  let person: String
  private let roster: String
  private let number: Int
  private let state = Mutex(State())

  private struct State {
    var saved = 0
    var isStopped = false
    var isOver = false
    var problem: String?
  }

  init(_ roster: String, number: Int) {
    self.roster = roster
    self.number = number
    person = "desk \(number)"
  }

  /// How many acts the desk has shown as saved.
  var saved: Int { state.withLock { $0.saved } }

  func start() {
    Thread.detachNewThread { [self] in
      do { try work() } catch { state.withLock { $0.problem = "\(error)" } }
      state.withLock { $0.isOver = true }
    }
  }

  func waitUntilBusy() {
    while saved < 2, !state.withLock(\.isOver) { usleep(20_000) }
  }

  /// Has the desk left, and gives the number of its edits.
  func stop() throws -> Int {
    state.withLock { $0.isStopped = true }
    while !state.withLock(\.isOver) { usleep(20_000) }
    #expect(state.withLock(\.problem) == nil)
    return saved
  }

  private func work() throws {
    let desk = try TerminalRun(
      program: BuiltProgram.path("patrol"),
      arguments: ["edit", roster, "--now", "2027-01-02T12:00", "--as", person])
    desk.patience = 60
    try desk.wait(for: "q Quit")
    // To the third day, as the first is published; each to a beat of its own.
    desk.press("l l l l l l" + (number == 2 ? " j" : ""))
    while !state.withLock(\.isStopped) {
      desk.press("Enter")
      try desk.wait(for: "Assign to Beat")
      desk.type("Sokol-\(number + 3)")
      desk.press("Enter")
      try settle(desk, "Assign Sokol-\(number + 3) to")
      desk.press("u")
      try settle(desk, "Undone: ")
    }
    desk.press("q")
    try desk.waitForEnd()
  }

  /// Waits until an act is saved, or drops it where another was first.
  private func settle(_ desk: TerminalRun, _ words: String) throws {
    try desk.wait(until: "“\(words)” is done") { $0.screen.text.contains(words) || $0.screen.text.contains("Not ") }
    try desk.wait(until: "“\(words)” is saved or refused") {
      $0.screen.text(ofRow: 0).hasSuffix("saved") || $0.screen.text.contains("Not recorded")
    }
    if desk.screen.text.contains("Not recorded") {
      desk.press("d")
    } else {
      state.withLock { $0.saved += 1 }
    }
  }
}
