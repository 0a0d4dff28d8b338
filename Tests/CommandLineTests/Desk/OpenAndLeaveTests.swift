import Foundation
import Screen
import Testing

@testable import TerminalTesting

@Suite("Opening the desk and leaving it")
struct OpenAndLeaveTests {
  private let here: TemporaryFolder
  private let roster: String

  init() throws {
    here = try TemporaryFolder()
    roster = try here.copy("one-department")
  }

  @Test("a dispatcher opens a roster, looks, and leaves: the terminal and the tables are as they were")
  func openAndQuit() throws {
    let before = try here.tables(of: roster)
    let run = try DeskRun.start(roster)
    try run.wait(for: "Tezkor guruh 1 · Thu 10 Dec · A Day")
    run.press("1")
    try run.wait(for: "· City")
    run.press("3")
    try run.wait(for: "· Gaps")
    run.press("Esc")
    try run.wait(for: "· City")
    run.press("Esc")
    try run.wait(for: "· Grid")
    run.press("q")
    #expect(try run.waitForEnd() == .exited(0))
    #expect(run.leftovers.isEmpty)
    #expect(run.screen.unknown.isEmpty)
    #expect(try here.tables(of: roster) == before)
  }

  @Test("the letters of a Cyrillic layout are those of the keys they stand on")
  func cyrillicLayout() throws {
    let run = try DeskRun.start(roster)
    run.type("ъп")
    try run.wait(for: "Tezkor guruh 1 · Thu 10 Dec · C Night")
    run.type("й")
    try run.waitForEnd()
    #expect(run.leftovers.isEmpty)
  }

  @Test(
    "a signal ends the desk with the terminal given back and what was saved in the tables",
    arguments: [SIGHUP, SIGTERM, SIGINT, SIGQUIT])
  func signals(signal: Int32) throws {
    let run = try DeskRun.startAtGap(roster)
    try DeskRun.assign("Qalqon-1", in: run)
    run.signal(signal)
    #expect(try run.waitForEnd() == .killed(signal))
    #expect(run.leftovers.isEmpty)
    let table = try String(contentsOfFile: roster + "/assignments.csv", encoding: .utf8)
    #expect(table.contains("2026-12-10,C,yun-car1,y-r1,,"))
  }

  @Test("Control-Z gives the shell its terminal, and fg brings the same screen back")
  func suspend() throws {
    let run = try DeskRun.startAtGap(roster)
    try DeskRun.assign("Qalqon-1", in: run)
    try run.wait(for: "0 free")
    run.read(milliseconds: 300)
    let shown = run.screen.text
    run.press("Ctrl-Z")
    try run.waitUntilStopped()
    #expect(run.leftovers.isEmpty)
    run.foreground()
    try run.wait(until: "the screen is back") { $0.screen.text == shown && $0.screen.modes[1049] == true }
    run.press("u q")
    try run.waitForEnd()
    #expect(run.leftovers.isEmpty)
  }

  @Test("a window made tiny and large again keeps the cell under the cursor in sight")
  func resize() throws {
    let run = try DeskRun.startAtGap(roster)
    try run.wait(for: "1 free")
    run.resize(to: Size(width: 20, height: 5))
    try run.wait(until: "the tiny window shows the cell") {
      $0.screen.text(ofRow: 0).contains("Yunusobod") && $0.screen.text.contains("0/1!")
    }
    run.resize(to: Size(width: 80, height: 24))
    for text in ["Tezkor guruh 1 · Thu 10 Dec · C Night", "1 free", "by day", "q Quit"] {
      try run.wait(for: text)
    }
    #expect(run.screen.unknown.isEmpty)
    run.press("q")
    try run.waitForEnd()
    #expect(run.leftovers.isEmpty)
  }

  @Test("a city of six hundred beats opens, shows its districts, and closes")
  func city() throws {
    let city = TemporaryFolder.samples.appending(path: "tashkent").path(percentEncoded: false)
    let run = try DeskRun.start(city, ["--read-only"], size: Size(width: 120, height: 40))
    run.press("1")
    try run.wait(for: "Mirzo Ulug")
    try run.wait(for: "Yunusobod")
    run.press("Enter")
    try run.wait(for: "· Grid")
    run.press("q")
    #expect(try run.waitForEnd() == .exited(0))
    #expect(run.leftovers.isEmpty)
  }

  @Test("without a terminal, the desk names the command that needs none")
  func noTerminal() throws {
    let outcome = try Program.run(["edit", roster])
    #expect(outcome.status == 3)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("--print"))
    let printed = try Program.run(["edit", roster, "--print", "--now", DeskRun.noon])
    #expect(printed.output.contains("Tezkor guruh 1 · Thu 10 Dec · A Day"))
  }

  @Test("a desk at which nobody does anything uses no processor time")
  func idle() throws {
    let run = try DeskRun.startAtGap(roster, ["--plan-time", "1"])
    try run.wait(for: "1 free")
    #expect(try percentOfProcessor(run) < 10, "with the cursor on a cell")
    run.press("p")
    try run.wait(for: "Proposal for")
    #expect(try percentOfProcessor(run) < 10, "with a proposal")
    run.press("Enter")
    try run.wait(for: "Plan Yunusobod")
    #expect(try percentOfProcessor(run) < 10, "with the proposal accepted")
  }

  /// The share of one processor that the program uses over three seconds without a key.
  private func percentOfProcessor(_ run: TerminalRun) throws -> Double {
    run.read(milliseconds: 500)
    let before = try run.processorTime
    let start = ContinuousClock.now
    while ContinuousClock.now < start + .seconds(3) { run.read(milliseconds: 100) }
    return (try run.processorTime - before) / (ContinuousClock.now - start) * 100
  }

  @Test("a long text pasted into a prompt is cut and told, at once, whether the terminal marks it as a paste or not")
  func longPaste() throws {
    let folder = try TemporaryFolder()
    let run = try DeskRun.startAtGap(try folder.copy("one-department"))
    for isMarked in [true, false] {
      run.press("/")
      let before = try run.processorTime
      let text = String(repeating: "a", count: 300_000)
      run.type(isMarked ? "\u{1B}[200~\(text)\u{1B}[201~" : text)
      try run.wait(for: "the rest is left out: 200 at most")
      run.press("Esc")
      try run.wait(until: "the prompt is closed") { !$0.screen.text.contains("the rest is left out") }
      // In a build for tests; looking at each key would take minutes.
      #expect(try run.processorTime - before < .seconds(15))
    }
    run.press("q")
    #expect(try run.waitForEnd() == .exited(0))
  }
}
