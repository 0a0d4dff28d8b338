/// A fingerprint of a file's bytes, by which a change by another program is noticed.
///
/// Not cryptographic: it guards against accident, and whoever wants to harm a folder can write to it anyway.
public struct ContentHash: Hashable, Sendable {
  /// How many bytes.
  public let count: Int
  /// 128 bits over the bytes, in two lanes.
  public let lanes: SIMD2<UInt64>

  /// The fingerprint of these bytes.
  ///
  /// O(bytes), eight at a time.
  public init(_ bytes: UnsafeRawBufferPointer) {
    var first: UInt64 = 0x243F_6A88_85A3_08D3
    var second: UInt64 = 0x1319_8A2E_0370_7344
    var offset = 0
    while offset + 16 <= bytes.count {
      first = Self.fold(first ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self), 0xA409_3822_299F_31D1)
      second = Self.fold(
        second ^ bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self), 0x082E_FA98_EC4E_6C89)
      offset += 16
    }
    while offset < bytes.count {
      first = Self.fold(first ^ UInt64(bytes[offset]), 0xA409_3822_299F_31D1)
      offset += 1
    }
    count = bytes.count
    lanes = SIMD2(first ^ UInt64(bytes.count), second &+ first)
  }

  /// The fingerprint of these bytes.
  public init(_ bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { ContentHash($0) }
  }

  private static func fold(_ value: UInt64, _ factor: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: factor)
    return product.high ^ product.low &+ 0x9E37_79B9_7F4A_7C15
  }
}

extension ContentHash: CustomStringConvertible {
  /// The fingerprint as text: the count and both lanes, hexadecimal.
  public var description: String {
    "\(count)-\(String(lanes[0], radix: 16))-\(String(lanes[1], radix: 16))"
  }
}
