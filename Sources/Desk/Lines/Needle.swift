import Screen

/// What is searched for: words that must all be in a text, whatever their case and form.
struct Needle: Hashable, Sendable {
  private let words: [[UInt8]]

  init(_ text: String) {
    words = text.folded.split(separator: " ").map { Array($0.utf8) }
  }

  var isEmpty: Bool { words.isEmpty }

  func isIn(_ text: String) -> Bool { isIn(Haystack(text)) }

  /// Whether every word is in the text.
  ///
  /// Bytes of folded text in form C: equal words have equal bytes, and no character's bytes begin inside another's.
  func isIn(_ haystack: Haystack) -> Bool { words.allSatisfy { Self.find($0, in: haystack.bytes) } }

  private static func find(_ word: [UInt8], in text: [UInt8]) -> Bool {
    guard let first = word.first, word.count <= text.count else { return false }
    for start in 0...(text.count - word.count) where text[start] == first {
      var length = 1
      while length < word.count, text[start + length] == word[length] { length += 1 }
      if length == word.count { return true }
    }
    return false
  }
}
