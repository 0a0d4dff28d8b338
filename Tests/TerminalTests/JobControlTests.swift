import Glibc
import Screen
import Testing

@testable import TerminalTesting

@Suite("Job control")
struct JobControlTests {
  @Test(
    "Control-Z and a stop signal give the terminal back, and continuing draws the same screen",
    arguments: [true, false])
  func stopAndContinue(byKey: Bool) throws {
    let run = try Probe.start()
    run.press("x")
    try run.wait(for: "key x")
    run.read(milliseconds: 200)
    let before = run.screen.text
    if byKey { run.press("Ctrl-Z") } else { run.signal(SIGTSTP) }
    try run.waitUntilStopped()
    #expect(run.leftovers.isEmpty)
    run.foreground()
    try run.wait(until: "the screen is back") { $0.screen.text == before && $0.screen.modes[1049] == true }
    #expect(run.leftovers.contains("the line is not as it was"), "keys arrive one by one again")
    run.press("y z q")
    #expect(try run.waitForEnd() == .exited(0))
    #expect(run.leftovers.isEmpty)
  }

  @Test("a program that was stopped without being asked takes the terminal again")
  func stoppedByForce() throws {
    let run = try Probe.start()
    run.signal(SIGSTOP)
    try run.waitUntilStopped()
    run.foreground()
    run.press("x")
    try run.wait(for: "key x")
    run.press("q")
    #expect(try run.waitForEnd() == .exited(0))
    #expect(run.leftovers.isEmpty)
  }

  @Test("a window resized while the program is stopped is drawn in its new size")
  func resizedWhileStopped() throws {
    let run = try Probe.start()
    run.press("Ctrl-Z")
    try run.waitUntilStopped()
    run.resize(to: Size(width: 60, height: 12))
    run.foreground()
    try run.wait(for: "Probe 60×12")
    run.press("q")
    #expect(try run.waitForEnd() == .exited(0))
  }

  @Test("a stopped program that is told to end does not take the terminal again")
  func endedWhileStopped() throws {
    let run = try Probe.start()
    run.press("Ctrl-Z")
    try run.waitUntilStopped()
    let sent = run.output.count
    run.signal(SIGTERM)
    run.signal(SIGCONT)
    #expect(try run.waitForEnd() == .killed(SIGTERM))
    #expect(run.output.count == sent)
    #expect(run.leftovers.isEmpty)
  }
}
