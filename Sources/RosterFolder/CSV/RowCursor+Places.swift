extension RowCursor {
  /// The line and character of an offset into the current row.
  ///
  /// O(offset).
  func place(of offset: Int) -> (line: Int, column: Int) {
    var place = (line: line, column: 1)
    for byte in rowBytes.prefix(offset) {
      if byte == UInt8(ascii: "\n") {
        place = (place.line + 1, 1)
      } else if byte & 0xC0 != 0x80 {
        place.column += 1
      }
    }
    return place
  }
}
