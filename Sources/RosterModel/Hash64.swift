/// A hash of bytes by which one text or file is told from another: the same on every machine and in every release.
///
/// No defence against someone who wants a collision. Source: Fowler, Noll, Vo: FNV-1a, 64 bits; IETF draft-eastlake-fnv.
public struct Hash64: Hashable, Sendable {
  /// The hash of what was added so far.
  public private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of nothing.
  public init() {}

  /// The hash of these bytes.
  ///
  /// O(bytes).
  public init(_ bytes: some Sequence<UInt8>) { add(bytes) }

  /// Adds a byte.
  public mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

  /// Adds bytes.
  public mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { add(byte) }
  }
}

extension Hash64 {
  /// A hash as sixteen hexadecimal digits.
  public static func text(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
