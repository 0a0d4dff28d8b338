import ArgumentParser
import Screen

/// Texts of the command line that go into a table.
enum PlainText {
  /// The longest, in characters.
  static let longest = 1000

  /// - Throws: `ValidationError` where the text is empty, too long or holds control characters.
  static func check(_ text: String, option: String) throws {
    guard text.contains(where: { !$0.isWhitespace }), text.count <= longest,
      !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else {
      throw ValidationError(
        "\(option) takes a text of one line, of 1 to \(longest) characters: '\(text.prefix(60).description.shown)'.")
    }
  }
}
