import RosterModel
import Testing

@Suite("The days column")
struct DayPatternTests {
  @Test("weekdays may wrap over the weekend")
  func wrapping() throws {
    let pattern = try #require(DayPattern(text: "fri-mon"))
    let week = (7...13).compactMap { Day(year: 2026, month: 12, day: $0) }
    #expect(week.map(pattern.contains) == [true, false, false, false, true, true, true])
  }

  @Test("a list names all that any of its words names")
  func list() throws {
    let pattern = try #require(DayPattern(text: "sat sun 2026-12-31..2027-01-02"))
    let newYear = try #require(Day(iso: "2027-01-01"))
    #expect(pattern.contains(newYear))
    #expect(!pattern.contains(newYear.advanced(by: 3)))
    #expect(pattern.description == "sat sun 2026-12-31..2027-01-02")
  }

  @Test(
    "what is no list of days is refused",
    arguments: [
      "", " ", "someday", "mon-", "2027-01-02..2026-12-31", "mon,tue", "2026-12-31..", "mon-tue-wed",
    ])
  func refused(text: String) { #expect(DayPattern(text: text) == nil) }

  @Test("a date is more precise than a range, a range than weekdays, fewer weekdays than more, and daily comes last")
  func ranks() throws {
    let monday = try #require(Day(iso: "2026-12-07"))
    let words = [
      "2026-12-07", "2026-12-07..2026-12-09", "2026-12-01..2026-12-31", "mon", "mon sun", "mon-fri", "daily",
    ]
    let ranks = try words.map { try #require(DayPattern(text: $0)?.rank(on: monday)) }
    #expect(ranks == ranks.sorted())
    #expect(Set(ranks).count == ranks.count)
    #expect(DayPattern(text: "sat sun")?.rank(on: monday) == nil)
  }
}
