import Testing

@testable import Screen

@Suite("Differences between frames")
struct FrameDiffTests {
  @Test("only the cells that differ are in the runs")
  func runs() {
    var old = Frame(size: Size(width: 10, height: 3))
    old.write("0123456789", at: Position(row: 1, column: 0))
    var new = old
    new.write("x", at: Position(row: 1, column: 2))
    new.write("yz", at: Position(row: 1, column: 6))
    let diff = FrameDiff(from: old, to: new)
    #expect(diff.runs.map(\.column) == [2, 6])
    #expect(diff.runs.map(\.cells.count) == [1, 2])
    #expect(FrameDiff(from: new, to: new).runs.isEmpty)
  }

  @Test("with no frame before, or one of another size, everything is drawn")
  func everything() {
    let new = Frame(size: Size(width: 4, height: 2))
    #expect(FrameDiff(from: nil, to: new).runs.map(\.cells.count) == [4, 4])
    #expect(FrameDiff(from: Frame(size: Size(width: 3, height: 2)), to: new).runs.map(\.cells.count) == [4, 4])
  }

  @Test("applied to the old frame the difference gives the new one, in whole characters")
  func property() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<400 {
      let old = RandomText.frame(&generator, size: Size(width: 19, height: 5))
      var new = old
      if Bool.random(using: &generator) { new = RandomText.frame(&generator, size: old.size) }
      RandomText.scribble(on: &new, &generator, strokes: 3)
      let diff = FrameDiff(from: old, to: new)
      var patched = old
      diff.apply(to: &patched)
      #expect(patched.text == new.text)
      #expect(patched.styleMap == new.styleMap)
      for run in diff.runs {
        #expect(run.cells.first?.glyph.isContinuation == false)
        #expect(run.cells.last?.glyph.isWide == false)
      }
    }
  }
}
