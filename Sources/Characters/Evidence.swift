/// Values of a hostile file as a message may show them: quoted, short, without control characters.
public enum Evidence {
  /// The most characters of a value that a message shows.
  public static let longest = 40

  /// The text in quotes, cut to `longest`, control characters as `\u{1B}`.
  public static func quoted(_ text: some StringProtocol) -> String {
    var shown = "\""
    var length = 0
    for scalar in text.unicodeScalars {
      if length == longest {
        shown += "..."
        break
      }
      shown += isControl(scalar) ? "\\u{\(String(scalar.value, radix: 16, uppercase: true))}" : String(scalar)
      length += 1
    }
    return shown + "\""
  }

  /// The bytes as text in quotes.
  public static func quoted(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    quoted(String(decoding: bytes.prefix(longest * 4 + 4), as: UTF8.self))
  }

  /// A value that was to be an id, a number, a word or a date: in quotes, and where a character of it is not what it seems,
  /// that one by name.
  public static func described(_ text: String) -> String {
    quoted(text) + (text.firstLookAlike.map { " (\($0))" } ?? "")
  }

  /// The same of bytes.
  public static func described(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    described(String(decoding: bytes.prefix(longest * 4 + 4), as: UTF8.self))
  }

  /// A message of another program, cut and without control characters.
  public static func shortened(_ text: String) -> String {
    String(text.unicodeScalars.prefix(200).map { isControl($0) ? " " : Character($0) })
  }

  /// Words as a sentence lists them: `a, b or c`.
  public static func oneOf(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }

  /// Whether it is one of C0, DEL or C1.
  public static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }
}
