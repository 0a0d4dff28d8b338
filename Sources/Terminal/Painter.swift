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

/// The sequence by which a terminal is asked to set the clipboard (xterm's OSC 52).
enum ClipboardSequence {
  /// Bytes of text in the longest sequence that xterm takes.
  static let maximumBytes = 74_994

  /// The sequence for `text`; nil where it is too long.
  static func bytes(copying text: String) -> [UInt8]? {
    let data = Array(text.utf8)
    guard data.count <= maximumBytes else { return nil }
    return Array("\u{1B}]52;c;".utf8) + base64(data) + [0x07]
  }

  /// Base 64 (RFC 4648) with padding.
  static func base64(_ data: [UInt8]) -> [UInt8] {
    let alphabet: StaticString = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    return alphabet.withUTF8Buffer { letters in
      var result: [UInt8] = []
      result.reserveCapacity((data.count + 2) / 3 * 4)
      for start in stride(from: 0, to: data.count, by: 3) {
        let group = data[start..<min(start + 3, data.count)]
        let word = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
        for place in 0..<4 {
          let isPadding = place > group.count
          result.append(isPadding ? UInt8(ascii: "=") : letters[word >> (18 - 6 * place) & 63])
        }
      }
      return result
    }
  }
}

extension TerminalSequence {
  /// What the terminal in use sends for the keys that terminfo names.
  static var ofThisTerminal: [TerminalSequence] {
    let named: [(String, Key.Code)] = [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
      ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete), ("kent", .enter),
    ]
    let shifted: [(String, Key.Code)] = [
      ("kLFT", .left), ("kRIT", .right), ("kri", .up), ("kind", .down), ("kHOM", .home), ("kEND", .end), ("kcbt", .tab),
    ]
    let functions = (1...24).map { ("kf\($0)", Key.Code.function($0)) }
    let plain = (named + functions).map { ($0.0, Key($0.1)) }
    return (plain + shifted.map { ($0.0, Key($0.1, .shift)) }).compactMap { name, key in
      guard let sequence = ct_key_sequence(name) else { return nil }
      let bytes = Array(String(cString: sequence).utf8)
      return bytes.first == 0x1B ? TerminalSequence(bytes: bytes, key: key) : nil
    }
  }
}
