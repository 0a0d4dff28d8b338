import RosterModel

/// Finds a posting among others: open addressing, seeded, to be kept at most half full.
struct PostingIndex {
  /// How many slots there are.
  var capacity: Int { slots.count }

  /// Each the upper half of a posting's hash over its number plus one, or 0: few postings need to be looked at.
  private var slots: [UInt64]
  private let seed = UInt64.random(in: 1...UInt64.max)

  /// An index of at least so many slots.
  init(capacity: Int) {
    var size = 16
    while size < capacity { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
  }

  /// Adds a posting, unless the same is there.
  ///
  /// - Returns: the number of the one that is there.
  @inline(__always)
  mutating func add(_ number: Int, _ posting: Assignment, among postings: [Assignment]) -> Int? {
    let hash = hash(posting)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if slots[slot] >> 32 == hash >> 32 {
        let other = Int(UInt32(truncatingIfNeeded: slots[slot])) - 1
        if postings[other].isSamePosting(as: posting) { return other }
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = hash & ~0xFFFF_FFFF | UInt64(number + 1)
    return nil
  }

  @inline(__always)
  private func hash(_ posting: Assignment) -> UInt64 {
    let when = Self.pair(posting.day.number, posting.shift.raw)
    let first = (when ^ seed).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    let what = Self.pair(posting.beat.raw, posting.unit.raw) ^ first.high ^ first.low
    let second = what.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93 ^ seed)
    return second.high ^ second.low
  }

  @inline(__always)
  private static func pair(_ high: Int32, _ low: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: high)) << 32 | UInt64(UInt32(bitPattern: low))
  }
}
