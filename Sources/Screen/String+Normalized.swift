// The standard library composes and decomposes text for comparing it, but offers the result only under this name;
// the public way is Foundation, which costs 8 MiB in a program that otherwise does without.
@_spi(_Unicode) import Swift

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
