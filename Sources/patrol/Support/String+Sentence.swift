extension String {
  /// The text as a sentence: with a capital letter, and a full stop where it lacks its end.
  var sentence: String { prefix(1).uppercased() + ended.dropFirst() }

  /// With a full stop where it lacks its end.
  var ended: String {
    guard let last else { return self }
    return self + (".!?".contains(last) ? "" : ".")
  }

  /// Without the full stop that a sentence ends with, where more is to follow it.
  var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
