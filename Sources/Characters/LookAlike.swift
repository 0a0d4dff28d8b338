// Composed forms are offered only under this name; the public way is Foundation, which the floors do without.
@_spi(_Unicode) import Swift

/// A character of a value that is not what it seems: one that does not show, or the twin of a letter, digit or dash from
/// another script.
///
/// An id, a number or a word with one in it looks right to whoever typed it, so a message that only quotes the value
/// tells nothing. This is the one place that says which character it is.
public struct LookAlike: Hashable, Sendable {
  /// The character.
  public let scalar: Unicode.Scalar
  /// Which character of the value it is, counted from 1.
  public let position: Int
  /// What it is taken for; `nil` for one that does not show.
  public let twin: Unicode.Scalar?
}

extension LookAlike: CustomStringConvertible {
  /// `character 2 is U+00A0 NO-BREAK SPACE`, `character 1 is U+0410 CYRILLIC CAPITAL LETTER A, not the A of ASCII`.
  public var description: String {
    "character \(position) is \(scalar.codeAndName)" + (twin.map { ", not the \($0) of ASCII" } ?? "")
  }
}

extension String {
  /// The first character that is not what it seems; `nil` where what is seen is what stands there.
  ///
  /// A word that is written in another script throughout, as a name in Cyrillic, is no disguise: its letters are only
  /// told where all of those outside of ASCII have a twin there. Blanks inside a value are plain to see, at its ends not.
  public var firstLookAlike: LookAlike? {
    let scalars = Array(unicodeScalars)
    guard let first = scalars.first, let last = scalars.last else { return nil }
    let isASCII = scalars.allSatisfy(\.isASCII)
    if isASCII, first != " ", last != " ", !scalars.contains(where: \.isUnsafe) { return nil }
    let isDisguise = scalars.allSatisfy { $0.isASCII || $0.isBlank || $0.twin != nil }
    let begin = scalars.firstIndex { $0 != " " } ?? scalars.endIndex
    let end = scalars.lastIndex { $0 != " " } ?? scalars.startIndex
    for (index, scalar) in scalars.enumerated() {
      let isAtEnd = scalar == " " && (index < begin || index > end)
      if isAtEnd || scalar.isBlank { return LookAlike(scalar: scalar, position: index + 1, twin: nil) }
      if isDisguise, let twin = scalar.twin { return LookAlike(scalar: scalar, position: index + 1, twin: twin) }
    }
    return nil
  }

  /// The value as it is meant to be told from others: twins as the ASCII that they look like, in either case, in lower case,
  /// without what does not show and without blanks; ё as е, and the apostrophes of Uzbek Latin as one.
  ///
  /// Two names that look or sound the same have the same. The one fold of look-alikes: whatever takes one name for another
  /// goes by it. O(characters).
  public var withoutDisguise: String {
    if utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "`") }) { return lowercased() }
    var plain = String.UnicodeScalarView()
    for scalar in _nfc where scalar != " " && !scalar.isBlank { plain.append(scalar.withoutDisguise) }
    return String(plain).lowercased()
  }

  /// The text without blanks and line breaks around it, which spreadsheets leave there.
  ///
  /// Only those that are plain to see: of others a message says what they are.
  public var withoutOuterBlanks: String {
    func isBlank(_ character: Character) -> Bool { character == " " || character == "\n" || character == "\r\n" }
    guard first.map(isBlank) == true || last.map(isBlank) == true else { return self }
    return String(drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }

  /// The first character by which the text is another than one that has the same `withoutDisguise`, in words; `nil` where both
  /// look as different as they are, by case or length.
  public func twin(in other: String) -> String? {
    for (index, (left, right)) in zip(unicodeScalars, other.unicodeScalars).enumerated() where left != right {
      guard !left.isASCII || !right.isASCII else { return nil }
      return "character \(index + 1) is \(left.codeAndName) in one, \(right.codeAndName) in the other"
    }
    return nil
  }
}

extension Unicode.Scalar {
  /// The character by number, as `U+00A0`.
  var code: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// The character by number and name, as `U+00A0 NO-BREAK SPACE`.
  fileprivate var codeAndName: String {
    (properties.name ?? properties.nameAlias).map { "\(code) \($0)" } ?? code
  }

  /// Whether it does not show, the plain blank left out.
  fileprivate var isBlank: Bool { isUnsafe || !isASCII && properties.generalCategory == .spaceSeparator }

  /// The character of ASCII that it looks like, or the digit that it is; `nil` where there is none.
  ///
  /// Letters that fonts draw alike, not all that Unicode calls confusable (UTS #39): those that keyboards of the region
  /// type in place of Latin ones.
  fileprivate var twin: Unicode.Scalar? {
    if isASCII { return nil }
    if let twin = Self.twins[self] { return twin }
    if (0xFF01...0xFF5E).contains(value) { return Unicode.Scalar(value - 0xFEE0) }
    guard properties.numericType == .decimal, let digit = properties.numericValue else { return nil }
    return Unicode.Scalar(UInt32(digit) + 0x30)
  }

  /// What stands for it where names are compared.
  ///
  /// А is the twin of A, so а, which is А in small, has to be that of a in whatever font; of some letters only the capital
  /// looks like one of ASCII, as В, and в has to go with it, or a name would not be the same in capitals.
  fileprivate var withoutDisguise: Unicode.Scalar {
    switch self {
    case "ё", "Ё": "e"
    case "ʻ", "ʼ", "‘", "’", "`": "'"
    default: twin ?? Self.twinsOfOtherCase[self] ?? self
    }
  }

  private static let twinsOfOtherCase: [Unicode.Scalar: Unicode.Scalar] = twins.reduce(into: [:]) { others, pair in
    for mapping in [pair.key.properties.lowercaseMapping, pair.key.properties.uppercaseMapping] {
      guard let other = mapping.unicodeScalars.first, other != pair.key, mapping.unicodeScalars.count == 1 else {
        continue
      }
      others[other] = pair.value
    }
  }

  private static let twins: [Unicode.Scalar: Unicode.Scalar] = Dictionary(
    uniqueKeysWithValues: zip(
      ("АВЕЅЗІЈКМНОРСТУХҮԚԜаеѕіјкорсухһԁԛԝ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρ" + "‐‑‒–—―−").unicodeScalars,
      ("ABES3IJKMHOPCTYXYQWaesijkopcyxhdqw" + "ABEZHIKMNOPTYXovp" + "-------").unicodeScalars))
}
