import Screen
import Testing

@testable import TerminalTesting

@Suite("Drawing on a terminal")
struct DrawingTests {
  @Test("what is drawn is what the frame says, wide characters and Cyrillic too")
  func frame() throws {
    let run = try Probe.start()
    try run.wait(for: "line 22:")
    #expect(run.screen.text(ofRow: 0) == "Probe 80×24 Юнусобод 東京 row 0 steps 0 draws 1")
    #expect(run.screen.text(ofRow: 23).hasPrefix("line 22:"))
    #expect(run.screen.unknown.isEmpty)
  }

  @Test("after many changes the screen still is what the last frame says")
  func changes() throws {
    let run = try Probe.start(size: Size(width: 50, height: 14))
    for size in [Size(width: 70, height: 20), Size(width: 33, height: 9), Size(width: 90, height: 30)] {
      run.press("Down Down x й Up PgUp")
      run.resize(to: size)
      run.press("Down F5 Shift-Up")
      try run.wait(for: "key Shift-Up")
      try run.wait(for: "Probe \(size)".prefix(size.width).description)
    }
    run.read(milliseconds: 100)
    let incremental = run.screen.text
    run.press("Ctrl-Z")
    try run.waitUntilStopped()
    run.foreground()
    try run.wait(until: "the screen is back") { $0.screen.modes[1049] == true && $0.screen.text == incremental }
    #expect(run.screen.unknown.isEmpty)
  }

  @Test("the smallest windows do not break it", arguments: [Size(width: 20, height: 5), Size(width: 6, height: 2)])
  func small(size: Size) throws {
    let run = try Probe.start(size: size)
    for smaller in [Size(width: 3, height: 1), Size(width: 1, height: 1), Size(width: 1, height: 40), size] {
      run.resize(to: smaller)
      run.press("x Down")
      run.read(milliseconds: 50)
    }
    try run.wait(for: "Probe")
    run.press("q")
    #expect(try run.waitForEnd() == .exited(0))
    #expect(run.leftovers.isEmpty)
  }

  @Test("a key that moves the cursor sends the two lines that change, not the screen")
  func economy() throws {
    let run = try Probe.start(size: Size(width: 120, height: 40))
    run.read(milliseconds: 50)
    let before = run.output.count
    run.press("Down")
    try run.wait(for: "row 1 ")
    run.read(milliseconds: 30)
    #expect(run.output.count - before < 600)
  }

  @Test("keys that arrive together are answered by one drawing")
  func burst() throws {
    let run = try Probe.start(size: Size(width: 80, height: 600))
    run.send(Array(repeating: Array("\u{1B}[B".utf8), count: 500).joined())
    try run.wait(for: "row 500 ")
    let title = run.screen.text(ofRow: 0)
    let draws = try #require(title.split(separator: " ").last.flatMap { Int($0) })
    #expect(draws < 100)
  }

  @Test("a worker that never rests is drawn at most some twenty times a second, and keys do not wait for it")
  func worker() throws {
    let run = try Probe.start()
    let start = ContinuousClock.now
    run.press("w")
    run.read(milliseconds: 0)
    while ContinuousClock.now - start < .seconds(1) { run.read(milliseconds: 10) }
    run.press("x")
    try run.wait(for: "key x")
    let elapsed = ContinuousClock.now - start
    let title = run.screen.text(ofRow: 0).split(separator: " ")
    let draws = try #require(title.last.flatMap { Int($0) })
    let allowed = elapsed / .milliseconds(50)
    #expect(draws > 2 && Double(draws) < allowed + 6)
    run.press("q")
    #expect(try run.waitForEnd() == .exited(0))
  }

  @Test("copying sends the text to the clipboard of the person's machine")
  func clipboard() throws {
    let run = try Probe.start()
    run.press("y")
    try run.wait(until: "the clipboard is set") { $0.screen.clipboard != nil }
    #expect(run.screen.clipboard == "0K7QvdGD0YHQvtCx0L7QtA==")
  }
}
