import Characters

/// Text of a roster as it may stand in a file that people print on a terminal.
enum HarmlessText {
  /// The text with U+FFFD in place of what could command a terminal, show another order of letters than is there, or hide.
  ///
  /// TAB and LF do no harm inside a quoted cell, and stand. Text without any of these is returned as it is. O(characters).
  static func from(_ text: String) -> String { text.replacingUnsafe { $0 == "\t" || $0 == "\n" } }
}
