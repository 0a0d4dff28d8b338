/// How a character behaves on a screen.
public enum ScalarClass: Hashable, Sendable {
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
  public init(_ scalar: Unicode.Scalar) {
    if scalar.isUnsafe {
      self = .unsafe
    } else if scalar.value < 0x300 {
      self = .narrow
    } else if ScalarTable.marks.contains(scalar.value) {
      self = .mark
    } else if ScalarTable.wide.contains(scalar.value) {
      self = .wide
    } else {
      self = .narrow
    }
  }
}

extension Unicode.Scalar {
  /// Whether the character may command a terminal, turn the order of what is read, or hide: whatever shows text to people
  /// replaces it, and whatever hands text to programs writes it as an escape.
  ///
  /// The one place that says so. Complexity: O(1) below U+0300, O(log n) in a table above.
  public var isUnsafe: Bool {
    value < 0x300
      ? value < 0x20 || (0x7F..<0xA0).contains(value) || value == 0xAD
      : !standsAlone && ScalarTable.unsafe.contains(value)
  }

  /// Whether the character, which is unsafe by itself, only holds the parts of an emoji together or asks for its form.
  ///
  /// U+FE0E and U+FE0F after any emoji, U+200D after those that are no digits: they hide nothing there.
  ///
  /// - Parameter first: the first character of the cluster that it is in.
  public func isGlue(ofClusterFrom first: Unicode.Scalar) -> Bool {
    switch value {
    case 0xFE0E, 0xFE0F: first.properties.isEmoji
    case 0x200D: first.value > 0x7F && first.properties.isEmoji
    default: false
    }
  }

  /// Whether the character is narrow and forms no cluster with another of its kind, so that text made of such
  /// characters needs no search for cluster boundaries: Latin, Cyrillic, dashes and quotes, arrows, lines, blocks.
  public var standsAlone: Bool {
    switch value {
    case 0x20...0x7E, 0xA0...0xA8, 0xAA...0xAC, 0xAF...0x2FF, 0x400...0x482, 0x48A...0x52F: true
    case 0x2010...0x2027, 0x2190...0x2193, 0x2500...0x25A9: true
    default: false
    }
  }
}
