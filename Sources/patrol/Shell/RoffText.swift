/// Text for roff, so that nothing in it is taken for a request, a macro or an escape.
enum RoffText {
  /// The widest line of the source, in characters; linters of manual pages ask for 80.
  private static let width = 78

  /// A paragraph as lines of text: a new one for each sentence, as mdoc wants it, none too wide.
  static func lines(_ paragraph: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in paragraph.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      // What is spelled out counts as it is written: a quotation mark of code takes four characters.
      if !line.isEmpty, escaped(line).count + escaped(String(word)).count >= width || endsSentence(line) {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    if !line.isEmpty { lines.append(line) }
    return lines.map(line(of:))
  }

  /// One line of text, to be shown as it stands.
  static func line(of text: String) -> String {
    let escaped = escaped(text)
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }

  /// An argument of a macro: one word, and not the name of another macro.
  static func argument(_ text: String) -> String {
    "\"\\&\(escaped(text).split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\(dq"))\""
  }

  private static func endsSentence(_ line: String) -> Bool {
    line.hasSuffix(".") || line.hasSuffix("!") || line.hasSuffix("?")
  }

  /// The text with what roff would obey or change spelled out; `-` stays the character that a shell knows.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "`": escaped += "\\(ga"
      case "'": escaped += "\\(aq"
      case "^": escaped += "\\(ha"
      case "~": escaped += "\\(ti"
      case _ where scalar.isASCII: escaped.unicodeScalars.append(scalar)
      default: escaped += "\\[u" + hexadecimal(scalar) + "]"
      }
    }
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
