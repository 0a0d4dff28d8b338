/// Cuts a file into its lines that say something.
enum SourceLines {
  /// Files of the public sets are below 300 kB.
  static let mostBytes = 16 << 20

  /// The lines that are neither blank nor comments (`#`), trimmed.
  static func of(_ text: String, file: String) throws(FormatError) -> [SourceLine] {
    guard text.utf8.count <= mostBytes else {
      throw FormatError(file: file, line: 0, message: "has \(text.utf8.count) bytes, expected at most \(mostBytes)")
    }
    var lines: [SourceLine] = []
    for (index, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let line = raw.trimmed
      if line.isEmpty || line.hasPrefix("#") { continue }
      lines.append(SourceLine(file: file, number: index + 1, text: line.drop { $0 == "\u{FEFF}" }))
    }
    return lines
  }
}
