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
