/// What one cell shows: a base character with up to two combining marks, one or two cells wide.
///
/// A glyph never holds a control, bidirectional or zero-width character other than a combining mark. It is one word
/// with no reference, so a grid of cells is filled and compared as plain memory: three scalars of 21 bits, and the
/// width in the top bit.
public struct Glyph: Hashable, Sendable {
  /// Marks kept on one base; more are dropped, as a screen cannot show them and an attacker would stack them.
  static let maximumMarks = 2

  @usableFromInline let bits: UInt64

  @usableFromInline
  init(bits: UInt64) {
    self.bits = bits
  }

  /// The glyph of a printable ASCII character.
  @inlinable
  init(ascii byte: UInt8) {
    bits = UInt64(byte)
  }

  init(base: Unicode.Scalar, isWide: Bool) {
    bits = UInt64(base.value) | (isWide ? 1 << 63 : 0)
  }

  /// An empty cell.
  public static let blank = Glyph(bits: 0x20)
  /// Shown for what must not or cannot be shown: U+FFFD.
  public static let replacement = Glyph(bits: 0xFFFD)
  /// The right half of a wide glyph.
  static let continuation = Glyph(bits: 0)

  /// Whether the glyph takes two cells.
  @inlinable public var isWide: Bool { bits >> 63 == 1 }
  /// Whether this is the right half of the wide glyph before it.
  @inlinable public var isContinuation: Bool { bits == 0 }
  /// Cells taken: 1 or 2, and 0 for the right half of a wide glyph.
  @inlinable public var width: Int { bits == 0 ? 0 : 1 + Int(bits >> 63) }
  /// Scalar values, zero where there is none; all are zero in the right half of a wide glyph.
  @inlinable public var scalars: (base: UInt32, mark1: UInt32, mark2: UInt32) {
    let mask: UInt64 = 0x1F_FFFF
    return (UInt32(bits & mask), UInt32(bits >> 21 & mask), UInt32(bits >> 42 & mask))
  }

  /// The glyph with one more mark, or unchanged where it bears as many as it can.
  func adding(mark: Unicode.Scalar) -> Glyph {
    let marks = scalars
    if marks.mark1 == 0 { return Glyph(bits: bits | UInt64(mark.value) << 21) }
    if marks.mark2 == 0 { return Glyph(bits: bits | UInt64(mark.value) << 42) }
    return self
  }

  /// Appends the glyph's characters to `text`; nothing for the right half of a wide glyph.
  public func append(to text: inout String) {
    let parts = scalars
    for value in [parts.base, parts.mark1, parts.mark2] where value != 0 {
      if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
    }
  }
}

/// How wide a column of a layout wants to be.
public enum ColumnWidth: Hashable, Sendable {
  /// Exactly so many cells.
  case fixed(Int)
  /// An equal share of what is left.
  case flexible
}

/// One cell of a frame: a glyph and how to show it.
public struct Cell: Hashable, Sendable {
  /// What is shown.
  public var glyph: Glyph
  /// How it is shown.
  public var style: Style

  /// A cell with `glyph` in `style`.
  @inlinable
  public init(glyph: Glyph, style: Style) {
    self.glyph = glyph
    self.style = style
  }

  /// An empty cell of `style`.
  public static func blank(_ style: Style = .normal) -> Cell {
    Cell(glyph: .blank, style: style)
  }
}

extension Unicode.Scalar {
  /// The closest printable ASCII character, for terminals without Unicode; `?` where there is none.
  public var nearestASCII: Unicode.Scalar {
    switch value {
    case 0x20...0x7E: self
    case 0xA0, 0x2000...0x200A: " "
    case 0x2010...0x2015, 0x2212, 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x2550: "-"
    case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x2551: "|"
    case 0x250C...0x254B, 0x2552...0x256C, 0x256D...0x2570: "+"
    case 0x2018...0x201B, 0x2BB, 0x2BC, 0x2032: "'"
    case 0x201C...0x201F, 0xAB, 0xBB, 0x2033: "\""
    case 0x2026, 0xB7, 0x2219, 0x22C5: "."
    case 0x2022, 0x25CF, 0x25CB, 0x25A0, 0x25AA, 0x2605: "*"
    case 0x2190, 0x25C0, 0x25C2, 0x2039: "<"
    case 0x2192, 0x25B6, 0x25B8, 0x203A: ">"
    case 0x2191, 0x25B2, 0x25B4: "^"
    case 0x2193, 0x25BC, 0x25BE: "v"
    case 0x2588, 0x2593, 0x2592: "#"
    case 0x2591: ":"
    case 0x2581...0x2583: "_"
    case 0x2584...0x2587: "="
    case 0x2713, 0x2714: "v"
    case 0xD7, 0x2715...0x2718: "x"
    default: "?"
    }
  }
}
