import RosterModel
import Testing

@testable import Coverage

@Suite("Demand expands to squares")
struct DemandPlanTests {
  private func minimum(_ city: CityFixture, _ line: DemandLine, _ offset: Int, _ tile: Int) -> Int? {
    let plan = RosterFrame(city.roster).plan
    guard let number = plan.lines.firstIndex(of: line),
      let index = plan.index(line: number, day: city.day(offset), tile: tile)
    else { return nil }
    return plan.square(index)?.minimum
  }

  @Test("a row without a shift makes a square of each tile, one that names a tile makes one")
  func tiles() {
    var city = CityFixture()
    city.demand(.beat(CityFixture.y1Post), minimum: 1)
    city.demand(.beat(CityFixture.y2Post), shift: CityFixture.b, minimum: 1)
    #expect(RosterFrame(city.roster).plan.squareCount == 7 * 3 + 7)
  }

  @Test("a row for each beat makes a line of every beat of the place and kind")
  func perBeat() {
    var city = CityFixture()
    city.demand(.district(DistrictReference(0)), perBeat: true, kind: .post, minimum: 2)
    let plan = RosterFrame(city.roster).plan
    #expect(plan.lines == [DemandLine(place: .beat(CityFixture.y1Post)), DemandLine(place: .beat(CityFixture.y2Post))])
  }

  @Test("a row of a department is one line that counts all its beats together")
  func department() {
    var city = CityFixture()
    city.demand(.department(DepartmentReference(0)), minimum: 3)
    let grid = city.grid
    #expect(grid.frame.plan.lines.count == 1)
    #expect(grid.lines(counting: CityFixture.y1Route) == [0])
    #expect(grid.lines(counting: CityFixture.y2Post).isEmpty)
  }

  @Test("a date wins over a range, a shorter range over a longer, weekdays over daily, fewer weekdays over more")
  func dayPrecedence() {
    var city = CityFixture()
    let place = Place.beat(CityFixture.y1Post)
    city.demand(place, days: "2026-12-01", minimum: 6)
    city.demand(place, days: "daily", minimum: 1)
    city.demand(place, days: "2026-12-01..2026-12-02", minimum: 5)
    city.demand(place, days: "mon-fri", minimum: 2)
    city.demand(place, days: "2026-12-01..2026-12-03", minimum: 4)
    city.demand(place, days: "thu fri", minimum: 3)
    let line = DemandLine(place: place)
    #expect((0..<7).map { minimum(city, line, $0, 0) } == [2, 6, 5, 4, 3, 1, 1])
    #expect(city.findings("duplicate-key").isEmpty)
  }

  @Test("days are compared before anything else: a date for each beat wins over a daily row naming the beat")
  func daysBeforeBeat() {
    var city = CityFixture()
    city.demand(.beat(CityFixture.y1Post), shift: CityFixture.a, minimum: 1)
    city.demand(.city, perBeat: true, days: "2026-12-01", minimum: 4)
    let line = DemandLine(place: .beat(CityFixture.y1Post))
    #expect(minimum(city, line, 0, 0) == 1)
    #expect(minimum(city, line, 1, 0) == 4)
  }

  @Test("a row naming the beat wins over one for each beat, and a named shift over an empty one")
  func placePrecedence() {
    var city = CityFixture()
    city.demand(.city, perBeat: true, shift: CityFixture.a, minimum: 1)
    city.demand(.beat(CityFixture.y1Post), minimum: 2)
    city.demand(.beat(CityFixture.y1Post), shift: CityFixture.c, minimum: 3)
    let line = DemandLine(place: .beat(CityFixture.y1Post))
    #expect((0..<3).map { minimum(city, line, 0, $0) } == [2, 2, 3])
    #expect(minimum(city, DemandLine(place: .beat(CityFixture.car)), 0, 0) == 1)
  }

  @Test("the winner gives all three numbers")
  func allThree() {
    var city = CityFixture()
    city.demand(.beat(CityFixture.y1Post), minimum: 1, target: 3, maximum: 5)
    city.demand(.beat(CityFixture.y1Post), shift: CityFixture.a, minimum: 0)
    let square = city.grid.state(line: 0, day: city.day(0), tile: 0)?.square
    #expect(square?.minimum == 0)
    #expect(square?.target == 0)
    #expect(square?.maximum == nil)
  }

  @Test("rows that differ in force or skill all apply")
  func different() {
    var city = CityFixture()
    let place = Place.beat(CityFixture.y1Post)
    city.demand(place, minimum: 2)
    city.demand(place, force: .police, minimum: 1)
    city.demand(place, force: .police, skill: "dog", minimum: 1)
    #expect(city.grid.frame.plan.lines(of: place).count == 3)
  }

  @Test("a row naming a duty asks for units in each tile that the duty covers, as a named shift")
  func duty() {
    var city = CityFixture()
    city.demand(.beat(CityFixture.y1Post), minimum: 1)
    city.demand(.beat(CityFixture.y1Post), shift: CityFixture.d, minimum: 2)
    let line = DemandLine(place: .beat(CityFixture.y1Post))
    #expect((0..<3).map { minimum(city, line, 0, $0) } == [2, 2, 2])
  }

  @Test("a beat's own kind narrows nothing, so both rows meet")
  func ownKind() {
    var city = CityFixture()
    city.demand(.beat(CityFixture.y1Post), kind: .post, shift: CityFixture.a, minimum: 2)
    city.demand(.beat(CityFixture.y1Post), minimum: 1)
    #expect(city.grid.frame.plan.lines == [DemandLine(place: .beat(CityFixture.y1Post))])
    #expect(minimum(city, DemandLine(place: .beat(CityFixture.y1Post)), 0, 0) == 2)
  }

  @Test("two rows that nothing tells apart are a duplicate key at the later row, and the earlier is used")
  func tie() throws {
    var city = CityFixture()
    city.demand(.beat(CityFixture.y1Post), shift: CityFixture.a, minimum: 1)
    city.demand(.beat(CityFixture.y1Post), shift: CityFixture.d, minimum: 2)
    let finding = try #require(city.findings("FMT007").first)
    #expect(city.findings("FMT007").count == 1)
    #expect(finding.location == Location(file: "demand.csv", line: 3, field: .column("place")))
    #expect(minimum(city, DemandLine(place: .beat(CityFixture.y1Post)), 0, 0) == 1)
  }

  @Test("a tie that a more precise row settles everywhere is none, whatever the order of the rows")
  func settledTie() {
    let place = Place.beat(CityFixture.y1Post)
    for preciseRow in 0..<3 {
      var city = CityFixture(days: 1)
      for row in 0..<3 { city.demand(place, days: row == preciseRow ? "2026-11-30" : "daily", minimum: row) }
      #expect(city.findings("FMT007").isEmpty)
      #expect(minimum(city, DemandLine(place: place), 0, 0) == preciseRow)
    }
  }

  @Test("days outside of the period make no squares")
  func outside() {
    var city = CityFixture()
    city.demand(.city, days: "2027-01-01..2027-02-01", minimum: 1)
    #expect(city.grid.frame.plan.squareCount == 0)
  }

  @Test("demand beyond the most squares is left out, row by row")
  func tooLarge() {
    var city = CityFixture()
    for number in 0..<5 { city.demand(.city, skill: "skill-\(number)", minimum: 1) }
    let plan = DemandPlan(
      city.roster, calendar: DutyCalendar(city.roster.settings), places: PlaceIndex(city.roster),
      skills: SkillIndex(city.roster), mostSquares: 3 * 21)
    #expect(plan.unexpanded == [3, 4])
    #expect(plan.squareCount == 3 * 21)
  }
}
