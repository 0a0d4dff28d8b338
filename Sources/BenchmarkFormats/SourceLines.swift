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

/// Why a benchmark file could not be read.
public struct FormatError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file, as it was named to the reader.
  public var file: String
  /// The line, counted from 1; 0 when it is about the whole file.
  public var line: Int
  /// What was found and what was expected.
  public var message: String

  /// Creates an error about a line of a file.
  public init(file: String, line: Int, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  /// The error as one printable line that ends with what to do.
  public var description: String {
    let place = line > 0 ? "\(file):\(line)" : file
    return "\(place.printable): \(message.printable). Correct the file, or fetch it again from its publisher."
  }
}

extension String {
  /// The text with anything that could steer a terminal replaced.
  var printable: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0.value < 32 || 127..<160 ~= $0.value ? "?" : $0 }))
  }
}
