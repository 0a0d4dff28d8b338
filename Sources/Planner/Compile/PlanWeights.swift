import RosterEngine

/// Weights of a roster as the engine takes them.
enum PlanWeights {
  /// The largest weight the engine takes.
  static let largest = 1_000_000

  /// What each posting costs that differs from the roster as it was: just enough to decide between equals.
  static let change = 1

  /// A weight from a file, brought into the engine's range.
  static func clamped(_ weight: Int) -> Int { min(max(0, weight), largest) }

  /// The product of two weights from a file, brought into the engine's range.
  static func product(_ first: Int, _ second: Int) -> Int {
    let (value, overflows) = clamped(first).multipliedReportingOverflow(by: clamped(second))
    return overflows ? largest : clamped(value)
  }
}

extension Strength {
  /// The same strength with its weight for a day's work spread over the hours of a day's work, rounded up.
  ///
  /// Weights are per unit and day; the engine charges limits on minutes by the started hour.
  func perHour(ofDay minutes: Int) -> Strength {
    guard case .soft(let weight) = self else { return self }
    let hours = max(1, minutes / 60)
    return .soft(weight: (weight + hours - 1) / hours)
  }
}
