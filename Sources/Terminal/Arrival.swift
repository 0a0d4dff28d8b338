import Screen

/// What a wait ended with.
public struct Arrival: Sendable {
  /// All that was typed, pasted, clicked or resized, in order; several resizes are one.
  public internal(set) var events: [InputEvent] = []
  /// Whether a worker has news.
  public internal(set) var isWoken = false
  /// Why the program must end; nil if it need not.
  public internal(set) var ending: Ending?

  /// Nothing, before the first wait.
  public init() {}

  /// Whether the time ran out before anything arrived.
  public var isEmpty: Bool { events.isEmpty && !isWoken && ending == nil }
}
