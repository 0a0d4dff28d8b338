/// A small, fast, seeded generator: splitmix64 (Steele, Lea, Flood 2014).
package struct RandomSource: Sendable {
  /// All that the next number depends on.
  package var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// A generator for one part of a search, unlike those of the other parts.
  init(seed: UInt64, stream: UInt64) {
    var mixer = RandomSource(seed: seed ^ (stream &* 0xD134_2543_DE82_EF95))
    state = mixer.next()
  }

  @inline(__always)
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number in `0..<bound`; `bound` is in `1...2^32`.
  @inline(__always)
  mutating func below(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: ((next() >> 32) &* UInt64(truncatingIfNeeded: bound)) >> 32)
  }

  /// One of the bits set in a mask that is not zero.
  @inline(__always)
  mutating func bit(of mask: UInt64) -> Int {
    var rest = mask
    var skip = below(mask.nonzeroBitCount)
    while skip > 0 {
      rest &= rest &- 1
      skip &-= 1
    }
    return rest.trailingZeroBitCount
  }
}
