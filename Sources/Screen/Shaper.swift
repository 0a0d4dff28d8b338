import Characters

/// Turns text into glyphs, one grapheme cluster at a time.
///
/// What a terminal must not get is replaced: control characters by their pictures, bidirectional, zero-width and
/// private characters by U+FFFD. Sequences whose width terminals disagree on are taken apart into pieces that they
/// all show alike: joined emoji become their parts, flags their two letters, and variation selectors go.
struct Shaper {
  private let scalars: String.UnicodeScalarView
  private let text: String
  private var index: String.Index
  /// The glyphs of the cluster last read; never empty after `next` has returned true.
  private(set) var glyphs: [Glyph] = []
  /// Cells that they take.
  private(set) var width = 0
  /// Where the cluster last read ends.
  var position: String.Index { index }

  init(_ text: String) {
    self.text = text
    scalars = text.unicodeScalars
    index = text.startIndex
    glyphs.reserveCapacity(4)
  }

  /// Reads the next cluster; false at the end.
  mutating func next() -> Bool {
    glyphs.removeAll(keepingCapacity: true)
    width = 0
    guard index < scalars.endIndex else { return false }
    let first = scalars[index]
    let after = scalars.index(after: index)
    if first.standsAlone, after == scalars.endIndex || scalars[after].standsAlone {
      append(Glyph(base: first, isWide: false))
      index = after
      return true
    }
    let end = text.index(after: index)
    shape(scalars[index..<end], first: first)
    index = end
    return true
  }

  private mutating func shape(_ cluster: Substring.UnicodeScalarView, first: Unicode.Scalar) {
    var takesMarks = false
    for scalar in cluster {
      switch ScalarClass(scalar) {
      case .narrow, .wide:
        append(Glyph(base: scalar.letterOfFlag, isWide: ScalarClass(scalar.letterOfFlag) == .wide))
        takesMarks = true
      case .mark:
        if takesMarks, let base = glyphs.popLast() {
          glyphs.append(base.adding(mark: scalar))
        } else {
          append(.replacement)
        }
      case .unsafe:
        if scalar.isGlue(ofClusterFrom: first) { continue }
        append(scalar.picture)
        takesMarks = false
      }
    }
  }

  private mutating func append(_ glyph: Glyph) {
    glyphs.append(glyph)
    width += glyph.width
  }
}

extension Unicode.Scalar {
  /// The Latin letter of a regional indicator (half a flag); any other character is itself.
  fileprivate var letterOfFlag: Unicode.Scalar {
    guard (0x1F1E6...0x1F1FF).contains(value) else { return self }
    return Unicode.Scalar(UInt8(0x41 + value - 0x1F1E6))
  }

  /// What is shown for a character that must not reach a terminal.
  fileprivate var picture: Glyph {
    switch value {
    case 0..<0x20: Glyph(bits: UInt64(0x2400 + value))
    case 0x7F: Glyph(bits: 0x2421)
    default: .replacement
    }
  }
}
