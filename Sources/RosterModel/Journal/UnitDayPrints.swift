/// For each unit's day a print of who stands where, the same in every roster that posts the unit so.
///
/// The print is a sum over the postings, so that it is kept up to date by adding and subtracting; 0 where there are none.
struct UnitDayPrints: Sendable {
  private var prints: [UInt64: UInt64] = [:]
  private let beats: [UInt64]
  private let shifts: [UInt64]

  /// O(roster).
  init(_ roster: Roster) {
    beats = roster.beats.map { Self.print(of: $0.id) }
    shifts = roster.settings.shifts.shifts.map { Self.print(of: $0.id) }
    for posting in roster.assignments { add(posting, in: roster) }
  }

  /// The print of the unit's day on which the posting is.
  subscript(day posting: Assignment) -> UInt64 { prints[Self.key(posting)] ?? 0 }

  mutating func add(_ posting: Assignment, in roster: Roster) {
    prints[Self.key(posting), default: 0] &+= print(of: posting, in: roster)
  }

  mutating func remove(_ posting: Assignment, in roster: Roster) {
    prints[Self.key(posting), default: 0] &-= print(of: posting, in: roster)
  }

  private func print(of posting: Assignment, in roster: Roster) -> UInt64 {
    let beat = posting.beat.isKnown ? beats[posting.beat.index] : Self.print(of: roster.id(posting.beat))
    let shift = posting.shift.isKnown ? shifts[posting.shift.index] : Self.print(of: roster.id(posting.shift))
    let mixed = (beat ^ shift.byteSwapped &* 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return mixed.high ^ mixed.low
  }

  /// FNV-1a over the bytes of an id.
  private static func print(of id: String) -> UInt64 {
    id.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  private static func key(_ posting: Assignment) -> UInt64 {
    UInt64(UInt32(bitPattern: posting.day.number)) << 32 | UInt64(UInt32(bitPattern: posting.unit.raw))
  }
}
