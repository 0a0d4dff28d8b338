import RosterModel
import Testing

@Suite("Time zones")
struct ZoneOffsetsTests {
  /// Berlin around the autumn of 2026: two hours east until 25 October 01:00 UTC, one hour after.
  private func berlin() throws -> ZoneOffsets {
    let change = try #require(Day(iso: "2026-10-25"))
    return ZoneOffsets(initialOffset: 120, transitions: [.init(at: Int(change.number) * 1440 + 60, offset: 60)])
  }

  @Test("a night over the end of summer time is an hour longer")
  func longNight() throws {
    let zone = try berlin()
    let saturday = try #require(Day(iso: "2026-10-24"))
    let night = zone.instant(saturday, minutes: 24 * 60)..<zone.instant(saturday, minutes: 32 * 60)
    #expect(night.count == 9 * 60)
    let nextNight = zone.instant(saturday, minutes: 48 * 60)..<zone.instant(saturday, minutes: 56 * 60)
    #expect(nextNight.count == 8 * 60)
  }

  @Test("an instant reads back as the time the clock shows")
  func roundTrip() throws {
    let zone = try berlin()
    let day = try #require(Day(iso: "2026-10-27"))
    let local = zone.local(at: zone.instant(day, minutes: 500))
    #expect(local.day == day)
    #expect(local.minutes == 500)
  }
}
