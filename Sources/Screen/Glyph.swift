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
