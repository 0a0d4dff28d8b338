import Testing

@testable import Screen

@Suite("Layout")
struct LayoutTests {
  @Test("parts of a split cover the whole and never leave it, however small it is")
  func splits() {
    for height in 0..<6 {
      for cut in -1..<8 {
        let whole = Rect(row: 2, column: 3, width: 10, height: height)
        let (top, rest) = whole.splitTop(cut)
        #expect(top.height + rest.height == height)
        #expect(rest.origin.row == top.rows.upperBound)
        let (above, bottom) = whole.splitBottom(cut)
        #expect(above.height + bottom.height == height)
        #expect(bottom.rows.upperBound == whole.rows.upperBound)
      }
    }
    let (left, right) = Rect(row: 0, column: 0, width: 10, height: 1).splitLeft(4)
    #expect((left.columns, right.columns) == (0..<4, 4..<10))
    let (rest, last) = Rect(row: 0, column: 0, width: 3, height: 1).splitRight(4)
    #expect((rest.width, last.columns) == (0, 0..<3))
  }

  @Test("flexible columns share what the fixed ones leave")
  func columns() {
    let columns = Rect(row: 0, column: 1, width: 20, height: 1).columns([.fixed(5), .flexible, .flexible], gap: 1)
    #expect(columns.map(\.columns) == [1..<6, 7..<14, 15..<21])
    let narrow = Rect(row: 0, column: 0, width: 4, height: 1).columns([.fixed(3), .fixed(3), .flexible], gap: 1)
    #expect(narrow.map(\.width) == [3, 0, 0])
  }

  @Test("a viewport scrolls no further than it takes to show the cursor")
  func viewport() {
    var view = Viewport(count: 100, length: 10)
    #expect(view.visible == 0..<10)
    view = view.revealing(12)
    #expect(view.visible == 3..<13)
    view = view.revealing(5)
    #expect(view.visible == 3..<13)
    view = view.revealing(5, margin: 3)
    #expect(view.visible == 2..<12)
    #expect(view.revealing(99, margin: 3).visible == 90..<100)
    #expect(view.revealing(0, margin: 3).visible == 0..<10)
    #expect(view.resized(count: 5, length: 10).visible == 0..<5)
    #expect(Viewport(count: 0, length: 0).revealing(0).visible.isEmpty)
    #expect(Viewport(count: 3, length: 10).scrolled(by: 9).visible == 0..<3)
  }

  @Test("a viewport that shows an item shows it whatever the margin")
  func viewportProperty() {
    for length in 1..<8 {
      for item in 0..<20 {
        for margin in 0..<9 {
          for offset in stride(from: 0, to: 20, by: 3) {
            let view = Viewport(offset: offset, count: 20, length: length).revealing(item, margin: margin)
            #expect(view.visible.contains(item))
            #expect(view.visible.count == length)
          }
        }
      }
    }
  }

  @Test("the thumb of a scroll bar touches the end when the last item is in view")
  func thumb() {
    #expect(Viewport(offset: 0, count: 100, length: 10).thumb == 0..<1)
    #expect(Viewport(offset: 90, count: 100, length: 10).thumb == 9..<10)
    #expect(Viewport(offset: 0, count: 5, length: 10).thumb.isEmpty)
  }

  @Test("a dialogue is in the middle and inside")
  func centered() {
    let screen = Rect(Size(width: 21, height: 11))
    #expect(screen.centered(Size(width: 11, height: 3)) == Rect(row: 4, column: 5, width: 11, height: 3))
    #expect(screen.centered(Size(width: 99, height: 99)) == screen)
    #expect(Rect(Size(width: 3, height: 1)).inset(rows: 2, columns: 2).isEmpty)
  }

  @Test("the nearest ASCII character stands for lines and marks where there is no Unicode")
  func ascii() {
    let drawn = "┌─┬┐│…→↑×•Ж"
    #expect(String(String.UnicodeScalarView(drawn.unicodeScalars.map(\.nearestASCII))) == "+-++|.>^x*?")
  }
}
