extension SheetWorkbook {
  /// How many lines a row of cells takes when their texts are broken at the width of their columns; 1 to 27, which is
  /// the highest row that a spreadsheet has.
  ///
  /// Not every program that opens a workbook makes its rows as high as their texts.
  public static func lines(of cells: [String]) -> Int {
    min(27, zip(columns, cells).map { lines(of: $1, width: $0.width) }.max() ?? 1)
  }

  /// Lines of words as wide as a column; a word that is wider goes over several.
  private static func lines(of text: String, width: Int) -> Int {
    // Letters of some scripts, and of bold rows, are wider than the digit by which a column is measured.
    let room = max(1, width * 9 / 10)
    let paragraphs: [Substring] = text.split(separator: "\n", omittingEmptySubsequences: false)
    return paragraphs.reduce(0) { sum, paragraph in
      var lines = 1
      var used = 0
      for word in paragraph.split(whereSeparator: { $0 == " " }) {
        let length = word.count
        if used > 0, used + 1 + length > room {
          lines += 1
          used = 0
        }
        used += (used > 0 ? 1 : 0) + length
        lines += (used - 1) / room
        used = (used - 1) % room + 1
      }
      return sum + lines
    }
  }
}
