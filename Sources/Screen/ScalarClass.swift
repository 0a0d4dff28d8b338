/// How a character behaves on a screen.
enum ScalarClass: Hashable, Sendable {
  /// One cell.
  case narrow
  /// Two cells.
  case wide
  /// None: it joins the character before it.
  case mark
  /// Control, format, bidirectional, invisible, private or not a character: never sent to a terminal.
  case unsafe

  /// The class of `scalar`; characters of ambiguous width are narrow.
  ///
  /// Complexity: O(1) below U+0300, O(log n) in the tables above.
  init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value < 0x300 {
      self = value < 0x20 || (0x7F..<0xA0).contains(value) || value == 0xAD ? .unsafe : .narrow
    } else if ScalarTable.unsafe.contains(value) {
      self = .unsafe
    } else if ScalarTable.marks.contains(value) {
      self = .mark
    } else if ScalarTable.wide.contains(value) {
      self = .wide
    } else {
      self = .narrow
    }
  }
}

extension Unicode.Scalar {
  /// Whether the character is narrow and forms no cluster with another of its kind, so that text made of such
  /// characters needs no search for cluster boundaries: Latin, Cyrillic, dashes and quotes, arrows, lines, blocks.
  var standsAlone: Bool {
    switch value {
    case 0x20...0x7E, 0xA0...0xA8, 0xAA...0xAC, 0xAF...0x2FF, 0x400...0x482, 0x48A...0x52F: true
    case 0x2010...0x2027, 0x2190...0x2193, 0x2500...0x25A9: true
    default: false
    }
  }
}
