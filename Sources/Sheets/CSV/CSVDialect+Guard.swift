extension CSVDialect {
  /// A cell's text as this dialect stores it.
  ///
  /// A spreadsheet runs a cell that starts with `=`, `+`, `-` or `@` as a formula, some of them after a TAB or CR too. In
  /// a dialect that guards, an apostrophe is put before those, and before an apostrophe, so that `unguarded` is exact:
  /// `unguarded(guarded(text)) == text` for every text.
  ///
  /// Source: OWASP, CSV Injection.
  public func guarded(_ text: String) -> String {
    guard guardsFormulas, let first = text.utf8.first, Self.needsGuard(first) else { return text }
    return "'" + text
  }

  /// The text of a stored cell: exactly one leading apostrophe is taken off in a dialect that guards.
  public func unguarded(_ cell: String) -> String {
    guard guardsFormulas, cell.utf8.first == UInt8(ascii: "'") else { return cell }
    return String(cell.unicodeScalars.dropFirst())
  }

  private static func needsGuard(_ first: UInt8) -> Bool {
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"),
      UInt8(ascii: "\r"), UInt8(ascii: "'"):
      true
    default: false
    }
  }
}
