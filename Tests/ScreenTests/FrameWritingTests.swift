import Testing

@testable import Screen

@Suite("Drawing on a frame")
struct FrameWritingTests {
  let size = Size(width: 8, height: 2)

  @Test("text is clipped at every edge")
  func clipping() {
    var frame = Frame(size: size)
    frame.write("0123456789", at: Position(row: 0, column: 3))
    frame.write("0123456789", at: Position(row: 1, column: -3))
    frame.write("above", at: Position(row: -1, column: 0))
    frame.write("below", at: Position(row: 2, column: 0))
    #expect(frame.text == "   01234\n3456789\n")
  }

  @Test("text stays inside its clip")
  func clip() {
    var frame = Frame(size: size)
    let clip = Rect(row: 0, column: 2, width: 3, height: 1)
    #expect(frame.write("абвгдежз", at: .zero, clip: clip) == 5)
    frame.write("xxxxxxxx", at: Position(row: 1, column: 0), clip: clip)
    #expect(frame.text == "  вгд\n\n")
  }

  @Test("a wide character that does not fit is left out")
  func wideAtEdge() {
    var frame = Frame(size: Size(width: 5, height: 1))
    #expect(frame.write("東京都", at: .zero) == 4)
    #expect(frame.text == "東京\n")
    frame.fill(frame.bounds, style: .normal)
    frame.write("東京都", at: Position(row: 0, column: -1))
    #expect(frame.text == " 京都\n")
  }

  @Test("writing over half of a wide character blanks the other half")
  func overwriting() {
    var frame = Frame(size: Size(width: 6, height: 1))
    frame.write("東京都", at: .zero)
    frame.write("x", at: Position(row: 0, column: 1))
    #expect(frame.text == " x京都\n")
    frame.write("й", at: Position(row: 0, column: 2))
    #expect(frame.text == " xй 都\n")
    frame.fill(Rect(row: 0, column: 5, width: 1, height: 1), style: .normal)
    #expect(frame.text == " xй\n")
  }

  @Test("a field is truncated, aligned and filled with its style")
  func field() {
    var frame = Frame(size: Size(width: 10, height: 3))
    frame.write("Мирзо Улуғбек", at: .zero, width: 9, style: Style(.title))
    frame.write("7", at: Position(row: 1, column: 0), width: 4, style: Style(.gap), .right)
    frame.write("7", at: Position(row: 2, column: 6), width: 9, style: Style(.gap), .right)
    #expect(frame.text == "Мирзо Ул…\n   7\n\n")
    #expect(frame.styleMap == "TTTTTTTTT\ngggg\n......gggg\n")
  }

  @Test("styles can be read off a row")
  func styles() {
    var frame = Frame(size: Size(width: 9, height: 1))
    frame.write("ab", at: .zero, style: Style(.gap, on: .cursor, .bold))
    frame.write("cd", at: Position(row: 0, column: 3))
    #expect(frame.styledText(ofRow: 0) == "[gap on cursor +bold]ab[normal] cd")
    #expect(frame.styleMap == "CC\n")
  }

  @Test("laying cells on a backdrop takes wide characters whole")
  func backdrop() {
    var frame = Frame(size: Size(width: 6, height: 1))
    frame.write("東京都", at: .zero)
    frame.lay(Rect(row: 0, column: 1, width: 2, height: 1), on: .selection)
    #expect(frame.styleMap == "SSSS\n")
  }

  @Test("a frame copied into another is clipped without leaving half a character")
  func drawing() {
    var small = Frame(size: Size(width: 4, height: 1))
    small.write("東京", at: .zero)
    var frame = Frame(size: Size(width: 5, height: 1))
    frame.draw(small, at: Position(row: 0, column: 2))
    #expect(frame.text == "  東\n")
    frame.draw(small, at: Position(row: 0, column: -1))
    #expect(frame.text == " 京\n")
  }

  @Test("whatever is drawn, every wide glyph has its right half and nothing else has one")
  func wholeness() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<400 {
      let frame = RandomText.frame(&generator, size: Size(width: 17, height: 5))
      for row in 0..<5 {
        var column = 0
        while column < 17 {
          let glyph = frame[row, column].glyph
          #expect(!glyph.isContinuation)
          if glyph.isWide {
            #expect(column + 1 < 17)
            #expect(frame[row, column + 1].glyph.isContinuation)
            #expect(frame[row, column + 1].style == frame[row, column].style)
          }
          column += max(1, glyph.width)
        }
      }
    }
  }

  @Test("a frame without cells can be drawn on")
  func emptyFrame() {
    for size in [Size(width: 0, height: 0), Size(width: 0, height: 4), Size(width: 4, height: 0)] {
      var frame = Frame(size: size)
      var generator = SeededGenerator(seed: 3)
      RandomText.scribble(on: &frame, &generator, strokes: 100)
      #expect(frame.text.allSatisfy { $0 == "\n" })
    }
  }
}
