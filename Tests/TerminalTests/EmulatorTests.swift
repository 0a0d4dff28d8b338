import Screen
import Testing

@testable import TerminalTesting

@Suite("The terminal that the tests look at")
struct EmulatorTests {
  private func drawn(_ text: String, size: Size = Size(width: 6, height: 3)) -> TerminalEmulator {
    var emulator = TerminalEmulator(size: size)
    for byte in text.utf8 { emulator.feed([byte]) }
    return emulator
  }

  @Test("it draws what an xterm draws")
  func drawing() {
    #expect(drawn("ab\u{1B}[2;3Hcd\u{1B}[H\u{1B}[Ke").text == "e\n  cd\n")
    #expect(drawn("abcdef").cursor == Position(row: 0, column: 5))
    #expect(drawn("abcdefg").text == "abcdef\ng\n", "the wrap waits for the next character")
    #expect(drawn("東京\u{1B}[1;2Hx").text == " x京\n\n")
    #expect(drawn("e\u{301}x").text == "e\u{301}x\n\n")
    #expect(drawn("1\r\n2\r\n3\r\n4").text == "2\n3\n4")
    #expect(drawn("\u{1B}(0qx\u{1B}(Bq").text == "─│q\n\n")
    #expect(drawn("abcdef\u{1B}[1;2H\u{1B}[2P\u{1B}[1@").text == "a def\n\n")
    #expect(drawn("a\u{1B}[3b").text == "aaaa\n\n")
    #expect(drawn("1\r\n2\r\n3\u{1B}[1;2r\u{1B}[2;1H\n").text == "2\n\n3")
    #expect(drawn("\u{1B}[99z").unknown == ["CSI 99z"])
  }

  @Test("it knows what a program has left switched")
  func leftovers() {
    #expect(drawn("\u{1B}[?1049h\u{1B}[?25l\u{1B}[?1h\u{1B}=\u{1B}[?1000;1006h").leftovers.count == 6)
    #expect(drawn("\u{1B}[?1049h\u{1B}[?25l\u{1B}[?25h\u{1B}[?1049l\u{1B}=\u{1B}>").leftovers.isEmpty)
  }
}
