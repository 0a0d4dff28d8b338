import Desk

/// The waits that the desk has asked for.
struct DeskAlarm {
  private var waits: [(at: ContinuousClock.Instant, token: Int)] = []

  /// Adds a wait from now on.
  mutating func set(milliseconds: Int, token: Int) {
    waits.append((.now + .milliseconds(milliseconds), token))
  }

  /// How long until the first wait is over; `nil` where there is none.
  var remaining: Duration? { waits.map(\.at).min().map { max(.zero, ContinuousClock.now.duration(to: $0)) } }

  /// Takes out the waits that are over.
  mutating func takeDue() -> [Message] {
    let now = ContinuousClock.now
    let due = waits.filter { $0.at <= now }
    waits.removeAll { $0.at <= now }
    return due.map { .woke($0.token) }
  }
}
