import RosterModel
import Testing

@Suite("Duty days")
struct DayTests {
  @Test("every day of four centuries reads back from its own text, one after the other")
  func roundTrip() throws {
    let first = try #require(Day(year: 1899, month: 12, day: 31))
    var expectedWeekday = first.weekday.rawValue
    for offset in 0..<(146_097 + 2) {
      let day = first.advanced(by: offset)
      let parts = day.components
      #expect(Day(year: parts.year, month: parts.month, day: parts.day) == day)
      #expect(day.weekday.rawValue == expectedWeekday)
      expectedWeekday = (expectedWeekday + 1) % 7
    }
  }

  @Test(
    "known dates have their known weekday",
    arguments: [
      ("1970-01-01", Weekday.thursday), ("2026-12-01", .tuesday), ("2024-02-29", .thursday), ("2000-03-01", .wednesday),
    ])
  func weekdays(text: String, weekday: Weekday) {
    #expect(Day(iso: text)?.weekday == weekday)
    #expect(Day(iso: text)?.description == text)
  }

  @Test(
    "what is no date is refused",
    arguments: [
      "", "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "20261201", "2026-12-01 ", "२०२६-12-01", "0000-01-01",
    ])
  func refused(text: String) { #expect(Day(iso: text) == nil) }

  @Test("a week begins on Monday")
  func monday() throws {
    let sunday = try #require(Day(iso: "2026-12-06"))
    #expect(sunday.monday.description == "2026-11-30")
  }
}
