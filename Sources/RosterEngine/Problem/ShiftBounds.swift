/// Bounds on one shift: how many of it, or how many days running.
public struct ShiftBounds: Hashable, Sendable {
  /// Index into ``Problem/shifts``.
  public var shift: Int
  /// The limits.
  public var bounds: Bounds

  /// Creates bounds on a shift.
  public init(shift: Int, bounds: Bounds) {
    self.shift = shift
    self.bounds = bounds
  }
}
