import CTerminal
import Screen

/// Turns a frame's cells into the terminal's.
struct Painter {
  let theme: Theme
  let isUnicode: Bool
  private var cells: [ct_cell] = []

  init(theme: Theme, isUnicode: Bool) {
    self.theme = theme
    self.isUnicode = isUnicode
  }

  /// Puts a run on the terminal's screen, without what lies outside `size`.
  mutating func put(_ run: FrameDiff.Run, clippedTo size: Size) {
    guard run.row < size.height else { return }
    cells.removeAll(keepingCapacity: true)
    var column = run.column
    var style = Style.normal
    var look = theme.look(of: style)
    for cell in run.cells where !cell.glyph.isContinuation {
      if column + cell.glyph.width > size.width { break }
      if cell.style != style {
        style = cell.style
        look = theme.look(of: style)
      }
      append(cell.glyph, look)
      column += cell.glyph.width
    }
    ct_put(Int32(run.row), Int32(run.column), cells, Int32(cells.count))
  }

  private mutating func append(_ glyph: Glyph, _ look: Look) {
    var cell = ct_cell()
    cell.scalars = glyph.scalars
    cell.width = UInt8(glyph.width)
    cell.attributes = look.attributes.rawValue
    cell.foreground = look.foreground.map { Int16($0.index) } ?? -1
    cell.background = look.background.map { Int16($0.index) } ?? -1
    if !isUnicode, !ct_encodes(glyph.scalars.base), let scalar = Unicode.Scalar(glyph.scalars.base) {
      cell.scalars = (scalar.nearestASCII.value, 0, 0)
      cell.width = 1
      for _ in 1..<glyph.width { cells.append(cell) }
    }
    cells.append(cell)
  }
}
