/// Which of several changes does not apply to a roster, and why; none of them was applied.
public struct UnappliedChange: Error, Hashable, Sendable {
  /// The number of the change, from 0.
  public var ordinal: Int
  /// Why it does not apply.
  public var fault: ChangeFault

  /// The change of this number does not apply.
  public init(ordinal: Int, fault: ChangeFault) {
    self.ordinal = ordinal
    self.fault = fault
  }
}
