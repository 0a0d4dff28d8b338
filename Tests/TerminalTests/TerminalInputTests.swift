import Screen
import Testing

@testable import TerminalTesting

@Suite("Input from a terminal")
struct TerminalInputTests {
  @Test("keys, mouse, wheel, paste and focus arrive as events")
  func events() throws {
    let run = try Probe.start()
    run.press("Esc")
    try run.wait(for: "key Esc")
    run.press("Ctrl-Right")
    try run.wait(for: "key Ctrl-Right")
    run.press("ў")
    try run.wait(for: "key ў")
    run.press("Alt-x")
    try run.wait(for: "key Alt-x")
    run.press("Ctrl-C")
    try run.wait(for: "key Ctrl-C")
    run.type("\u{1B}[<0;10;5M")
    try run.wait(for: "mouse press(Screen.MouseEvent.Button.left) 4,9")
    run.type("\u{1B}[<65;1;1M")
    try run.wait(for: "mouse wheelDown 0,0")
    run.type("\u{1B}[200~q\u{1B}й\t\u{1B}[201~")
    try run.wait(for: "paste <q␛й␉>")
    run.type("\u{1B}[I")
    try run.wait(for: "focus true")
  }

  @Test("a resize arrives as an event with the new size")
  func resize() throws {
    let run = try Probe.start()
    run.resize(to: Size(width: 100, height: 30))
    try run.wait(for: "resize 100×30")
    #expect(run.screen.text(ofRow: 0).hasPrefix("Probe 100×30"))
  }

  @Test("the mouse can be switched off while running")
  func mouseOff() throws {
    let run = try Probe.start()
    #expect(run.screen.modes[1002] == true)
    run.press("m")
    try run.wait(until: "the mouse is off") { $0.screen.modes[1002] == false }
  }
}
