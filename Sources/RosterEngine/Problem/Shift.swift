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

/// When a shift of one particular day is worked.
///
/// Start and end are instants, not clock times, so rest is elapsed time on the days the clock changes too.
public struct ShiftTime: Hashable, Sendable {
  /// Minutes from any fixed instant that all times of the problem share; may be negative.
  public var start: Int
  /// Minutes from the same instant; after `start`, possibly on a later day.
  public var end: Int
  /// Minutes that count as work.
  public var minutes: Int

  /// Creates a time; without `minutes` the whole span is work.
  public init(start: Int, end: Int, minutes: Int? = nil) {
    self.start = start
    self.end = end
    self.minutes = minutes ?? (end - start)
  }
}

/// A set of shifts, by index into ``Problem/shifts``; at most 63.
public struct ShiftSet: Hashable, Sendable {
  /// Bit `i` is set when shift `i` is in the set.
  public var bits: UInt64

  /// The empty set.
  public static let none = ShiftSet(bits: 0)
  /// Every shift there can be.
  public static let all = ShiftSet(bits: .max)

  /// Creates a set from its bits.
  public init(bits: UInt64) {
    self.bits = bits
  }

  /// Creates a set of the shifts given; indices outside `0..<64` are ignored.
  public init(_ shifts: some Sequence<Int>) {
    bits = 0
    for shift in shifts { insert(shift) }
  }

  /// Adds a shift; an index outside `0..<64` is ignored.
  public mutating func insert(_ shift: Int) {
    guard 0..<64 ~= shift else { return }
    bits |= 1 << UInt64(shift)
  }

  /// Whether the shift is in the set.
  public func contains(_ shift: Int) -> Bool {
    0..<64 ~= shift && bits & (1 << UInt64(shift)) != 0
  }

  /// The shifts in both sets.
  public func intersection(_ other: ShiftSet) -> ShiftSet {
    ShiftSet(bits: bits & other.bits)
  }

  /// The shifts of this set that are not in the other.
  public func subtracting(_ other: ShiftSet) -> ShiftSet {
    ShiftSet(bits: bits & ~other.bits)
  }
}
