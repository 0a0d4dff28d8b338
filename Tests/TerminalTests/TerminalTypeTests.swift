import Glibc
import Screen
import Testing

@testable import TerminalTesting

@Suite("Kinds of terminals")
struct TerminalTypeTests {
  @Test("an unknown type is taken for xterm-256color, and the person is told", arguments: ["no-such-terminal", ""])
  func unknown(type: String) throws {
    let run = try Probe.start(environment: ["TERM": type])
    try run.wait(for: "the terminal's type is unknown here; it is taken for xterm-256color")
    run.press("q")
    #expect(try run.waitForEnd() == .exited(0))
    #expect(run.leftovers.isEmpty)
  }

  @Test("a terminal that cannot place the cursor is refused, with what to do")
  func dumb() throws {
    let run = try TerminalRun(program: BuiltProgram.path("TerminalProbe"), environment: ["TERM": "dumb"])
    #expect(try run.waitForEnd() == .exited(3))
    #expect(run.screen.text.contains("set TERM"))
    #expect(run.leftovers.isEmpty)
  }

  @Test("where standard input is not a terminal, the program says so and touches nothing")
  func noTerminal() throws {
    let probe = try BuiltProgram.path("TerminalProbe")
    let run = try TerminalRun(program: "/bin/sh", arguments: ["-c", "\"$0\" < /dev/null", probe])
    #expect(try run.waitForEnd() == .exited(3))
    #expect(run.screen.text.contains("not a terminal"))
    #expect(!run.output.contains(0x1B))
  }

  @Test("on a terminal without colours, and on one with eight, the same text is drawn", arguments: ["vt100", "linux"])
  func fewColors(type: String) throws {
    let run = try Probe.start(environment: ["TERM": type])
    try run.wait(for: "Probe 80×24 Юнусобод 東京")
    #expect(!String(decoding: run.output, as: UTF8.self).contains("38;5;"))
    run.press("q")
    #expect(try run.waitForEnd() == .exited(0))
    #expect(run.leftovers.isEmpty)
  }

  @Test("without a chosen locale, characters beyond ASCII are drawn all the same", arguments: ["C", "no_SUCH.UTF-8"])
  func plainLocale(name: String) throws {
    let run = try Probe.start(environment: ["LC_ALL": name])
    try run.wait(for: "Probe 80×24 Юнусобод 東京")
  }
}
