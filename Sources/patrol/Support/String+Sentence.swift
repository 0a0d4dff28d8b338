extension String {
  /// The text as a sentence: with a capital letter, and a full stop where it lacks its end.
  var sentence: String {
    guard let last else { return self }
    return prefix(1).uppercased() + dropFirst() + (".!?".contains(last) ? "" : ".")
  }
}
