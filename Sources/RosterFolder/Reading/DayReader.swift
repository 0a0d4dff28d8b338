import RosterModel

/// Reads dates of which most are the same as the one before.
struct DayReader {
  private var lastStart: UInt64 = 0
  private var lastEnd: UInt16 = 0
  private var last: Day?

  /// The date in these bytes; `nil` where they are none.
  @inline(__always)
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>?) -> Day? {
    guard let bytes, bytes.count == 10 else { return nil }
    let raw = UnsafeRawBufferPointer(bytes)
    let start = raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
    let end = raw.loadUnaligned(fromByteOffset: 8, as: UInt16.self)
    if start == lastStart, end == lastEnd { return last }
    lastStart = start
    lastEnd = end
    last = Day(isoBytes: bytes)
    return last
  }
}
