extension Collection<Double> {
  /// The value in the middle, the larger of the two where there are two; 0 of none.
  var median: Double { isEmpty ? 0 : sorted()[count / 2] }
}

/// Seconds as whole milliseconds.
func milliseconds(_ seconds: Double) -> String { "\(Int((seconds * 1000).rounded()))" }
