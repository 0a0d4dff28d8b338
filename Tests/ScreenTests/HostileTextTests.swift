import Testing

@testable import Screen

@Suite("Hostile text")
struct HostileTextTests {
  @Test("an escape sequence in a name is shown as characters")
  func escape() {
    var frame = Frame(size: Size(width: 12, height: 1))
    frame.write("a\u{1B}[2Jb\u{7}", at: .zero)
    #expect(frame.text == "a␛[2Jb␇\n")
  }

  @Test("characters that turn the direction of text or take no room are replaced")
  func invisible() {
    #expect("a\u{202E}b\u{2066}c".shown == "a\u{FFFD}b\u{FFFD}c")
    #expect("a\u{200B}b\u{200D}c\u{FEFF}".shown == "a\u{FFFD}b\u{FFFD}c\u{FFFD}")
    #expect("x\u{AD}y\u{2028}z".shown == "x\u{FFFD}y\u{FFFD}z")
    #expect("\u{9B}31m".shown == "\u{FFFD}31m", "the eight-bit form of ESC [ too")
    #expect("a\u{E0041}".shown == "a\u{FFFD}", "tags hide text in text")
  }

  @Test("a line break in a name does not break the line")
  func lineBreak() {
    var frame = Frame(size: Size(width: 6, height: 2))
    frame.write("a\r\nb\tc", at: .zero)
    #expect(frame.text == "a␍␊b␉c\n\n")
  }

  @Test("marks stacked on a letter are cut, and a mark without a letter is replaced")
  func marks() {
    let stacked = "a" + String(repeating: "\u{300}", count: 1000)
    #expect(stacked.shown.unicodeScalars.count == 1 + Glyph.maximumMarks)
    #expect("\u{301}".shown == "\u{FFFD}")
    #expect("\u{1B}\u{301}".shown == "␛\u{FFFD}")
  }

  @Test("whatever a text holds, a frame holds nothing that a terminal would obey")
  func everyScalar() {
    var frame = Frame(size: Size(width: 4, height: 1))
    var offenders: [UInt32] = []
    // All of the first two planes but the large blocks of ideographs and syllables, and a sample of the others.
    let others = stride(from: UInt32(0x20000), through: 0x10FFFF, by: 101)
    for value in Array(0..<0x4E00) + Array(0x9F00..<0xAC00) + Array(0xD700..<0x20000) + Array(0xE0000..<0xE1000)
      + others
    {
      guard let scalar = Unicode.Scalar(value) else { continue }
      frame.fill(frame.bounds, style: .normal)
      frame.write("a\(Character(scalar))", at: .zero)
      for cell in frame.cells(inRow: 0) {
        for part in [cell.glyph.scalars.base, cell.glyph.scalars.mark1, cell.glyph.scalars.mark2] where part != 0 {
          guard let shown = Unicode.Scalar(part) else { continue }
          let category = shown.properties.generalCategory
          let unsafe: [Unicode.GeneralCategory] = [
            .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
          ]
          if unsafe.contains(category) { offenders.append(value) }
        }
      }
    }
    // Format characters that the Unicode version of the tables did not know are left to the terminal's own library.
    #expect(offenders.allSatisfy { (0x13439...0x13455).contains($0) }, "\(offenders.prefix(20))")
  }
}
