import Screen

/// A text made ready for being searched.
struct Haystack: Hashable, Sendable {
  /// The folded text in UTF-8.
  let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.folded.utf8) }
}
