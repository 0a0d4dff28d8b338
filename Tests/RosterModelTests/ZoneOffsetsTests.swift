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

  /// Instants by Python's `zoneinfo`, in minutes since 1970.
  @Test("a time that the clock skips is read with the offset before the change, and those beside it are as they were")
  func skipped() throws {
    let berlin = ZoneOffsets(initialOffset: 60, transitions: [.init(at: 29_579_100, offset: 120)])
    let sunday = try #require(Day(iso: "2026-03-29"))
    #expect(berlin.instant(sunday, minutes: 119) == 29_579_099)
    #expect(berlin.instant(sunday, minutes: 150) == 29_579_130)
    #expect(berlin.instant(sunday, minutes: 180) == 29_579_100)
    #expect(berlin.local(at: berlin.instant(sunday, minutes: 150)).minutes == 210)
    let cairo = ZoneOffsets(initialOffset: 120, transitions: [.init(at: 29_616_360, offset: 180)])
    let thursday = try #require(Day(iso: "2026-04-23"))
    #expect(cairo.instant(thursday, minutes: 1440) == 29_616_360)
    #expect(cairo.instant(thursday, minutes: 1920) == 29_616_780)
  }
}
