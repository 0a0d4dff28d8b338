/// A hash that tells whether a file's bytes are those that were written.
///
/// 64 bits tell an edit by a person from none; they are no defence against someone who wants a collision.
/// Source: Fowler, Noll, Vo: FNV-1a, 64 bits.
public struct SheetHash: Hashable, Sendable {
  /// The hash.
  public var value: UInt64

  /// The hash of these bytes.
  ///
  /// O(bytes).
  public init(of bytes: [UInt8]) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    value = hash
  }
}

extension SheetHash: CustomStringConvertible {
  /// Reads sixteen hexadecimal digits; `nil` for anything else.
  public init?(text: some StringProtocol) {
    let isHexadecimal = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
    guard text.utf8.count == 16, isHexadecimal, let value = UInt64(text, radix: 16) else { return nil }
    self.value = value
  }

  /// Sixteen hexadecimal digits.
  public var description: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
