/// The text of a file with marks where findings are expected, each at the character that a finding points to: `⟦COV001⟧`.
///
/// The marks stand in the text of the test only; they are taken out before it is written.
struct MarkedText {
  /// The text without its marks.
  private(set) var text = ""
  /// For each mark its rule and its place as compilers print it after the file: `:3:7`.
  private(set) var marks: [(rule: String, place: String)] = []

  init(_ marked: String) {
    var line = 1
    var column = 1
    var rest = marked.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "⟦", let end = rest.firstIndex(of: "⟧") {
        marks.append((String(rest[..<end]), ":\(line):\(column)"))
        rest = rest[rest.index(after: end)...]
        continue
      }
      text.unicodeScalars.append(scalar)
      if scalar == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
    }
  }
}
