import Screen

extension String {
  /// The text in lines of at most so many cells, broken at spaces; a longer word is cut.
  func wrapped(toCells cells: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in split(separator: " ") {
      var rest = String(word)
      if !line.isEmpty, line.cellWidth + 1 + rest.cellWidth <= cells {
        line += " " + rest
        continue
      }
      if !line.isEmpty { lines.append(line) }
      while rest.cellWidth > cells {
        let head = rest.prefix(cells: cells)
        guard !head.isEmpty else { break }
        lines.append(String(head))
        rest = String(rest.dropFirst(head.count))
      }
      line = rest
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
