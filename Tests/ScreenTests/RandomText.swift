@testable import Screen

/// Text of the kinds that break screens, at random.
enum RandomText {
  static let pieces: [String] = [
    "a", "Z", " ", "~", "й", "Ў", "ғ", "é", "e\u{301}", "и\u{306}", "東", "한", "\u{1112}\u{1161}\u{11AB}", "😀", "👨‍👩‍👧", "🇺🇿",
    "1️⃣", "❤️", "👍🏽", "\u{1B}[31m", "\u{1B}", "\u{7}", "\u{0}", "\r\n", "\t", "\u{9B}", "\u{202E}", "\u{200B}",
    "\u{200D}", "\u{FEFF}", "\u{301}", "\u{E000}", "\u{10FFFF}", "क्षि", "ﷺ", "a\u{300}\u{301}\u{302}\u{303}", "─", "…",
  ]

  static func make(_ generator: inout SeededGenerator, pieces count: Int) -> String {
    (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
  }

  static func frame(_ generator: inout SeededGenerator, size: Size) -> Frame {
    var frame = Frame(size: size)
    scribble(on: &frame, &generator, strokes: 12)
    return frame
  }

  static func scribble(on frame: inout Frame, _ generator: inout SeededGenerator, strokes: Int) {
    for _ in 0..<strokes {
      let place = Position(row: .random(in: -1...5, using: &generator), column: .random(in: -6...24, using: &generator))
      let role = Role.allCases.randomElement(using: &generator) ?? .normal
      let text = make(&generator, pieces: .random(in: 1...12, using: &generator))
      let area = Rect(
        origin: place,
        size: Size(width: .random(in: 0...9, using: &generator), height: .random(in: 0...3, using: &generator)))
      switch Int.random(in: 0...5, using: &generator) {
      case 0: frame.fill(area, style: Style(role))
      case 1: frame.lay(area, on: role)
      case 2: frame.write(text, at: place, width: area.width, style: Style(role), .right)
      case 3:
        var small = Frame(size: area.size, style: Style(role))
        small.write(text, at: Position(row: 0, column: -1))
        frame.draw(small, at: place)
      default: frame.write(text, at: place, style: Style(role), clip: Bool.random(using: &generator) ? area : nil)
      }
    }
  }
}
