/// Writes JSON in the order in which it is told, so that the same values make the same bytes.
struct JSONWriter {
  /// A value.
  enum Value {
    case text(String)
    case flag(Bool)
    case list([Value])
    case object([(String, Value)])
  }

  /// A value as indented JSON that ends with a line end.
  static func text(_ value: Value) -> String { text(value, indent: "") + "\n" }

  private static func text(_ value: Value, indent: String) -> String {
    let inner = indent + "  "
    switch value {
    case .text(let text): return quoted(text)
    case .flag(let flag): return flag ? "true" : "false"
    case .list(let values):
      return "[" + values.map { text($0, indent: inner) }.joined(separator: ", ") + "]"
    case .object(let members):
      let lines = members.map { "\(inner)\(quoted($0.0)): \(text($0.1, indent: inner))" }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    }
  }

  /// A text in quotes; control characters, which some terminals obey, are escaped, those of C1 too.
  ///
  /// Source: RFC 8259, 7 (strings).
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C: quoted += "\\\(scalar)"
      case 0x00...0x1F, 0x7F...0x9F:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
