/// One line of a benchmark file, with where it came from.
struct SourceLine {
  let file: String
  let number: Int
  let text: Substring

  /// An error about this line.
  func error(_ message: String) -> FormatError {
    FormatError(file: file, line: number, message: message)
  }

  /// The parts between commas, without the blanks around them.
  var cells: [String] {
    text.split(separator: ",", omittingEmptySubsequences: false).map { $0.trimmed }
  }

  /// The parts between blanks.
  var words: [String] {
    text.split(whereSeparator: { $0 == " " || $0 == "\t" }).map(String.init)
  }

  /// A whole number in a range.
  func number(_ text: some StringProtocol, _ name: String, in range: ClosedRange<Int>) throws(FormatError) -> Int {
    guard let value = Int(text), range.contains(value) else {
      throw error("\(name) is \"\(text.prefix(40))\", expected a whole number in \(range)")
    }
    return value
  }

  /// A pair of whole numbers written `(2,5)`.
  func pair(_ text: String, _ name: String, in range: ClosedRange<Int>) throws(FormatError) -> ClosedRange<Int> {
    let inner = text.dropFirst().dropLast().split(separator: ",")
    guard text.first == "(", text.last == ")", inner.count == 2 else {
      throw error("\(name) is \"\(text.prefix(40))\", expected two numbers such as (2,5)")
    }
    let low = try number(inner[0], name, in: range)
    return try low...number(inner[1], name, in: low...range.upperBound)
  }
}

extension StringProtocol {
  /// The text without blanks at either end.
  var trimmed: String {
    let isBlank = { (character: Character) in character == " " || character == "\t" }
    guard let first = firstIndex(where: { !isBlank($0) }), let last = lastIndex(where: { !isBlank($0) }) else {
      return ""
    }
    return String(self[first...last])
  }
}
