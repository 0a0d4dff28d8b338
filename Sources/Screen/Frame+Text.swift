extension Frame {
  /// The frame as plain lines, without trailing blanks; each line ends with a line feed.
  public var text: String {
    var result = ""
    for row in 0..<size.height {
      let cells = cells(inRow: row)
      let end = cells.lastIndex { $0.glyph != .blank }.map { $0 + 1 } ?? cells.startIndex
      for cell in cells[..<end] { cell.glyph.append(to: &result) }
      result += "\n"
    }
    return result
  }

  /// The plain text of one row, without trailing blanks.
  public func text(ofRow row: Int) -> String {
    let cells = cells(inRow: row)
    guard let last = cells.lastIndex(where: { $0.glyph != .blank }) else { return "" }
    var result = ""
    for cell in cells[...last] { cell.glyph.append(to: &result) }
    return result
  }

  /// The frame's styles, one letter a cell (`Role.letter`), without trailing ordinary cells; each line ends with a
  /// line feed.
  ///
  /// A cell on a backdrop shows the backdrop's letter, so that a cursor and a selection can be seen as areas.
  public var styleMap: String {
    var result = ""
    for row in 0..<size.height {
      let cells = cells(inRow: row)
      let end = cells.lastIndex { $0.style.mapped != .normal }.map { $0 + 1 } ?? cells.startIndex
      result.append(contentsOf: cells[..<end].lazy.map { $0.style.mapped.letter })
      result += "\n"
    }
    return result
  }

  /// The styles of one row with the text they cover, such as `[title]Yunusobod [gap on cursor +bold]1/2`.
  ///
  /// Ordinary text is `[normal]`; trailing ordinary blanks are left out.
  public func styledText(ofRow row: Int) -> String {
    var result = ""
    var style: Style?
    let cells = cells(inRow: row)
    let end = cells.lastIndex { $0 != .blank() }.map { $0 + 1 } ?? cells.startIndex
    for cell in cells[..<end] {
      if cell.style != style { result += "[\(cell.style)]" }
      style = cell.style
      cell.glyph.append(to: &result)
    }
    return result
  }
}

extension Style: CustomStringConvertible {
  /// The style in words: `gap on cursor +bold`.
  public var description: String {
    var words = "\(role)"
    if let backdrop { words += " on \(backdrop)" }
    let names: [(Attributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.underline, "underline"), (.reverse, "reverse"),
    ]
    for (attribute, name) in names where attributes.contains(attribute) { words += " +\(name)" }
    return words
  }

  fileprivate var mapped: Role { backdrop ?? role }
}
