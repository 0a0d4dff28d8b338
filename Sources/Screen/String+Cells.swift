@_spi(_Unicode) import Swift

/// Measuring and cutting text by the cells it takes on a screen, in whole grapheme clusters.
extension String {
  /// The cells that the text takes when a frame shows it.
  ///
  /// Complexity: O(*n*); printable ASCII is a scan of bytes.
  public var cellWidth: Int {
    if isPrintableASCII { return utf8.count }
    var shaper = Shaper(self)
    var width = 0
    while shaper.next() { width += shaper.width }
    return width
  }

  /// The text as a frame shows it: safe to write to a terminal, whatever it held.
  public var shown: String {
    if isPrintableASCII { return self }
    var result = ""
    var shaper = Shaper(self)
    while shaper.next() {
      for glyph in shaper.glyphs { glyph.append(to: &result) }
    }
    return result
  }

  /// The longest beginning, in whole clusters, that takes at most `cells`.
  public func prefix(cells: Int) -> Substring {
    if isPrintableASCII { return prefix(Swift.max(0, cells)) }
    var shaper = Shaper(self)
    var end = startIndex
    var width = 0
    while shaper.next() {
      width += shaper.width
      if width > cells { break }
      end = shaper.position
    }
    return self[..<end]
  }

  /// The text, or where it takes more than `cells`, its beginning and `ellipsis`.
  ///
  /// Where not even the ellipsis fits, its beginning is all that is left.
  public func truncated(toCells cells: Int, ellipsis: String = "…") -> String {
    if cellWidth <= cells { return self }
    let room = cells - ellipsis.cellWidth
    return room < 0 ? String(ellipsis.prefix(cells: cells)) : prefix(cells: room) + ellipsis
  }

  /// The text as it is shown in a field of exactly `cells`: truncated or filled up with spaces.
  ///
  /// Where a wide character does not fit at the edge, a space stands in its place.
  public func padded(toCells cells: Int, _ alignment: TextAlignment = .left, ellipsis: String = "…") -> String {
    let text = truncated(toCells: cells, ellipsis: ellipsis).shown
    let spare = Swift.max(0, cells - text.cellWidth)
    let before =
      switch alignment {
      case .left: 0
      case .right: spare
      case .center: spare / 2
      }
    return String(repeating: " ", count: before) + text + String(repeating: " ", count: spare - before)
  }

  /// Whether every byte is a printable ASCII character, so that bytes, clusters and cells are the same.
  var isPrintableASCII: Bool {
    let fast = utf8.withContiguousStorageIfAvailable { bytes in
      bytes.allSatisfy { (0x20...0x7E).contains($0) }
    }
    return fast ?? utf8.allSatisfy { (0x20...0x7E).contains($0) }
  }
}

// The standard library composes and decomposes text for comparing it, but offers the result only under this name;
// the public way is Foundation, which costs 8 MiB in a program that otherwise does without.

extension String {
  /// The text in Unicode Normalization Form C (UAX #15), in which equal texts have equal scalars.
  public var normalized: String {
    if isPrintableASCII { return self }
    var result = String.UnicodeScalarView()
    for scalar in _nfc { result.append(scalar) }
    return String(result)
  }

  /// The text for searching: case folded, in form C, ё as е, and the apostrophes of Uzbek Latin as one.
  ///
  /// Two texts that a person takes for the same word have the same folded form.
  public var folded: String {
    if isPrintableASCII { return lowercased() }
    var result = String.UnicodeScalarView()
    for scalar in lowercased()._nfc {
      switch scalar {
      case "ё": result.append("е")
      case "ʻ", "ʼ", "‘", "’", "`": result.append("'")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
