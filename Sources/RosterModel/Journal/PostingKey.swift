/// Who stands where and when, in the numbers of one roster.
struct PostingKey: Hashable {
  private var when: UInt64
  private var what: UInt64

  /// The key of an assignment, whatever its note, status and line.
  init(_ posting: Assignment) {
    when = Self.pair(posting.day.number, posting.shift.raw)
    what = Self.pair(posting.beat.raw, posting.unit.raw)
  }

  private static func pair(_ high: Int32, _ low: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: high)) << 32 | UInt64(UInt32(bitPattern: low))
  }
}
