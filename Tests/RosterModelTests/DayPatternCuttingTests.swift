import RosterModel
import Testing

@Suite("Days that are over, or taken out")
struct DayPatternCuttingTests {
  private static func pattern(_ text: String) throws -> DayPattern { try #require(DayPattern(text: text)) }

  private static func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

  @Test(
    "dates before a day go, weekdays stay",
    arguments: [
      ("2026-12-01..2026-12-20", "2026-12-10..2026-12-20"), ("2026-12-09", nil), ("2026-12-10", "2026-12-10"),
      ("daily", "daily"), ("sat sun 2026-12-01", "sat sun"), ("2026-12-01..2026-12-09 2026-12-30", "2026-12-30"),
    ] as [(String, String?)])
  func cutting(before: String, after: String?) throws {
    let cut = try Self.pattern(before).cut(before: Self.day("2026-12-10"))
    #expect(cut?.description == after)
  }

  @Test(
    "days taken out leave what is before and after them",
    arguments: [
      ("2026-12-01..2026-12-20", "2026-12-01..2026-12-09 2026-12-13..2026-12-20"), ("2026-12-10..2026-12-12", nil),
      ("2026-12-11", nil), ("2026-12-08..2026-12-10", "2026-12-08..2026-12-09"),
      ("2026-12-12..2026-12-13 2026-12-30", "2026-12-13 2026-12-30"), ("2026-12-20", "2026-12-20"),
      ("sun 2026-12-11", "sun"),
    ] as [(String, String?)])
  func removing(before: String, after: String?) throws {
    // Thursday to Saturday.
    let days = try Self.day("2026-12-10")...Self.day("2026-12-12")
    let period = try Self.day("2026-12-01")...Self.day("2026-12-28")
    let rest = try Self.pattern(before).removing(days, of: period)
    #expect(try rest == (after.map { .days(try Self.pattern($0)) } ?? .nothing))
  }

  @Test("weekdays that go on before and after are not cut in two, unless the period is over with them")
  func weekdays() throws {
    let days = try Self.day("2026-12-10")...Self.day("2026-12-12")
    #expect(
      try Self.pattern("daily").removing(days, of: Self.day("2026-12-01")...Self.day("2026-12-28")) == .unwritable)
    #expect(try Self.pattern("thu").removing(days, of: Self.day("2026-12-07")...Self.day("2026-12-13")) == .nothing)
  }
}
