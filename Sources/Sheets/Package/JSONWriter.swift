import Characters

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

  /// A text in quotes; characters that some terminals obey, that turn the order of what is read, or that hide are escaped.
  ///
  /// Source: RFC 8259, 7 (strings).
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case _ where scalar.isUnsafe: quoted += scalar.escapedForJSON
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
