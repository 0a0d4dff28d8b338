import RosterModel
import Testing

@testable import RosterGenerator

@Suite("Days said in few rows")
struct DaySeriesTests {
  /// 1 December 2026 is a Tuesday.
  private let firstDay = GeneratorOptions.december2026

  @Test("a number that never changes is one row, or none where it is inherited")
  func constant() {
    let series = DaySeries(firstDay: firstDay, values: [Int](repeating: 2, count: 14))
    #expect(written(series, inherited: 0) == ["daily 2"])
    #expect(written(series, inherited: 2) == [])
  }

  @Test("a weekend of its own is a row of the weekend, and dates that differ are a row for each number")
  func weekendAndDates() {
    var values = (0..<14).map { firstDay.advanced(by: $0).weekday < .saturday ? 1 : 3 }
    values[2] = 2
    values[6] = 2
    values[7] = 2
    let series = DaySeries(firstDay: firstDay, values: values)
    #expect(written(series, inherited: 1) == ["sat-sun 3", "2026-12-03 2026-12-07..2026-12-08 2"])
  }

  @Test("the rows say every day again, with what is inherited", arguments: 0..<40)
  func lossless(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let values = (0..<random.within(1...40)).map { _ in random.pick([0, 1, 1, 1, 2, 3]) }
    let start = firstDay.advanced(by: random.below(7))
    let inherited = random.below(3)
    let rows = DaySeries(firstDay: start, values: values).rows(inherited: inherited)
    for (index, value) in values.enumerated() {
      let day = start.advanced(by: index)
      let matching = rows.compactMap { row in row.days.rank(on: day).map { (rank: $0, value: row.value) } }
      #expect(Set(matching.map(\.rank)).count == matching.count)
      #expect(matching.min { $0.rank < $1.rank }?.value ?? inherited == value)
    }
  }

  private func written(_ series: DaySeries, inherited: Int) -> [String] {
    series.rows(inherited: inherited).map { "\($0.days) \($0.value)" }
  }
}
