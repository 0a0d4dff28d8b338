/// A kind of work that fills one staff member's day.
public struct Shift: Hashable, Sendable {
  /// The slots of the day it counts in, in `0..<Problem.slotCount`; a long shift counts in several.
  public var slots: [Int]
  /// Whether it counts as a night for runs of nights and for balance.
  public var isNight: Bool

  /// Creates a shift that counts in the slots given.
  public init(slots: [Int], isNight: Bool = false) {
    self.slots = slots
    self.isNight = isNight
  }
}
