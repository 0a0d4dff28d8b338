import RosterModel

/// A sum over values, by which a byte that has changed on the disk is noticed: FNV-1a, 64 bits.
///
/// The database checks its structure, not what its rows say. Not against whoever means harm: that one can write the
/// tables too.
struct Checksum {
  private var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The sum so far, as the database holds it.
  var sum: Int64 { Int64(bitPattern: value) }

  /// Adds a number; the absence of one is a value too.
  mutating func add(_ number: Int64?) {
    fold(number == nil ? 0 : 1)
    var bits = UInt64(bitPattern: number ?? 0)
    for _ in 0..<8 {
      fold(UInt8(truncatingIfNeeded: bits))
      bits >>= 8
    }
  }

  /// Adds a text; the absence of one is a value too.
  mutating func add(_ text: String?) {
    add(text.map { Int64($0.utf8.count) })
    for byte in (text ?? "").utf8 { fold(byte) }
  }

  private mutating func fold(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
}

extension Checksum {
  /// The sum of a checkpoint but for whether it is done.
  init(_ checkpoint: Checkpoint) {
    add(checkpoint.number)
    add(checkpoint.at)
    add(checkpoint.through.number)
    add(checkpoint.origin.rawValue)
    for print in checkpoint.tables.prints { add(print) }
  }
}
