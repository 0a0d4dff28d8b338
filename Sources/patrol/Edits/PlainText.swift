import ArgumentParser
import Characters
import Screen

/// Texts of the command line that go into a table.
enum PlainText {
  /// The longest, in characters.
  static let longest = 1000

  /// - Throws: `ValidationError` where the text is empty, too long or holds a character that no terminal may get.
  static func check(_ text: String, option: String) throws {
    let unsafe = text.firstUnsafe
    guard unsafe == nil, text.contains(where: { !$0.isWhitespace }), text.count <= longest else {
      let evidence = unsafe.map { "; \($0), which does not show as it is: leave it out" } ?? ""
      throw ValidationError(
        "\(option) takes a text of one line, of 1 to \(longest) characters: '\(text.prefix(60).description.shown)'\(evidence)."
      )
    }
  }
}
