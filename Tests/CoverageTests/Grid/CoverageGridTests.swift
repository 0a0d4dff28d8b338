import Coverage
import RosterModel
import Testing

@Suite("The grid counts postings")
struct CoverageGridTests {
  @Test("a posting counts in every square it matches: its beat, department, district and the city")
  func everySquare() {
    var city = CityFixture()
    let unit = city.unit("u", skills: ["dog"])
    city.demand(.beat(CityFixture.y1Post), minimum: 1)
    city.demand(.department(DepartmentReference(0)), kind: .post, minimum: 1)
    city.demand(.department(DepartmentReference(0)), kind: .route, minimum: 1)
    city.demand(.district(DistrictReference(0)), force: .police, minimum: 1)
    city.demand(.district(DistrictReference(0)), force: .guard, minimum: 1)
    city.demand(.city, skill: "dog", minimum: 1)
    city.post(unit, 0, CityFixture.a)
    let grid = city.grid
    let full = Set(grid.lines(for: unit, on: CityFixture.y1Post).map { grid.frame.plan.lines[$0].place })
    #expect(
      full == [.beat(CityFixture.y1Post), .department(DepartmentReference(0)), .district(DistrictReference(0)), .city])
    #expect(grid.lines(for: unit, on: CityFixture.y1Post).count == 4)
    for line in grid.frame.plan.lines.indices {
      let isCounted = grid.lines(for: unit, on: CityFixture.y1Post).contains(line)
      #expect(grid.state(line: line, day: city.day(0), tile: 0)?.have == (isCounted ? 1 : 0))
      #expect(grid.state(line: line, day: city.day(0), tile: 1)?.have == 0)
    }
  }

  @Test("a mode counts as a skill")
  func mode() {
    var city = CityFixture()
    let unit = city.unit("u", mode: .canine)
    city.demand(.beat(CityFixture.y1Post), skill: "canine", minimum: 1)
    city.post(unit, 0, CityFixture.a)
    #expect(city.grid.state(line: 0, day: city.day(0), tile: 0)?.have == 1)
  }

  @Test("a duty over midnight counts as one unit in each tile that it covers, all on its own duty day")
  func dutyOverMidnight() {
    var city = CityFixture()
    let unit = city.unit("u", regime: 1)
    city.demand(.beat(CityFixture.y1Post), minimum: 1)
    city.post(unit, 2, CityFixture.d)
    let grid = city.grid
    for offset in 0..<7 {
      for tile in 0..<3 {
        #expect(grid.state(line: 0, day: city.day(offset), tile: tile)?.have == (offset == 2 ? 1 : 0))
      }
    }
    #expect(grid.entries(beat: CityFixture.y1Post, day: city.day(2), tile: 2).map(\.assignment.unit) == [unit])
  }

  @Test("a duty with its own hours counts in the tile that it covers")
  func ownHours() {
    var city = CityFixture()
    let unit = city.unit("u", .volunteer, regime: 1)
    city.demand(.beat(CityFixture.y1Post), minimum: 1)
    city.post(unit, 0, CityFixture.e)
    #expect((0..<3).map { city.grid.state(line: 0, day: city.day(0), tile: $0)?.have } == [0, 1, 0])
  }

  @Test("a posting that names something unknown, or of an absent unit, counts nowhere but is seen in the cell")
  func doesNotCount() {
    var city = CityFixture()
    let unit = city.unit("u")
    city.demand(.beat(CityFixture.y1Post), minimum: 1)
    let stray = city.roster.stray("ghost")
    city.post(UnitReference(stray: stray), 0, CityFixture.a)
    city.post(unit, 0, CityFixture.a)
    city.post(unit, 1, ShiftReference(stray: stray))
    city.post(unit, 2, CityFixture.a, BeatReference(stray: stray))
    city.absent(unit, days: "2026-11-30")
    let grid = city.grid
    #expect(grid.summary().missing == grid.summary().required)
    let cell = grid.entries(beat: CityFixture.y1Post, day: city.day(0), tile: 0)
    #expect(cell.map(\.counts) == [false, false])
    #expect(cell.map(\.assignment.unit) == [unit, UnitReference(stray: stray)])
  }

  @Test("an absence of a shift keeps a unit from every shift that shares a tile with it")
  func absenceOfShift() {
    var city = CityFixture()
    let unit = city.unit("u", regime: 1)
    city.absent(unit, days: "daily", shift: CityFixture.b)
    let grid = city.grid
    let kept = CityFixture.shifts.indices.map { grid.isAbsent(unit, day: city.day(0), shift: ShiftReference($0)) }
    #expect(kept == [false, true, false, true, true])
    #expect(!grid.isAwayAllDay(unit, day: city.day(0)))
  }

  @Test("history and days after the period are in no cell")
  func outside() {
    var city = CityFixture()
    let unit = city.unit("u")
    city.demand(.beat(CityFixture.y1Post), minimum: 1)
    city.post(unit, -1, CityFixture.a)
    city.post(unit, 7, CityFixture.a)
    #expect(city.grid.summary().missing == 21)
    #expect(city.grid.assignments(of: unit).count == 2)
  }

  @Test("gap, shortfall and surplus of a square")
  func measures() {
    let square = Square(
      index: 0, line: 0, day: Day(number: 0), tile: 0, minimum: 2, target: 4, maximum: 5, row: 0)
    let states = (0...6).map { SquareState(square: square, have: $0) }
    #expect(states.map(\.gap) == [2, 1, 0, 0, 0, 0, 0])
    #expect(states.map(\.shortfall) == [2, 2, 2, 1, 0, 0, 0])
    #expect(states.map(\.surplus) == [0, 0, 0, 0, 0, 0, 1])
  }

  @Test("a cell lacks the larger of its general gap and the sum of its gaps by force")
  func lacking() {
    var city = CityFixture()
    let place = Place.beat(CityFixture.y1Post)
    city.demand(place, minimum: 2)
    city.demand(place, force: .police, minimum: 1)
    city.demand(place, force: .guard, minimum: 2)
    let officer = city.unit("p")
    #expect(city.grid.lacking(beat: CityFixture.y1Post, day: city.day(0), tile: 0) == 3)
    city.post(officer, 0, CityFixture.a)
    #expect(city.grid.lacking(beat: CityFixture.y1Post, day: city.day(0), tile: 0) == 2)
    #expect(city.grid.lacking(beat: CityFixture.car, day: city.day(0), tile: 0) == 0)
  }

  @Test("gaps are listed worst first, then by day, tile and place")
  func gaps() {
    var city = CityFixture(days: 2)
    city.demand(.beat(CityFixture.y1Post), shift: CityFixture.a, minimum: 1)
    city.demand(.beat(CityFixture.y2Post), shift: CityFixture.b, minimum: 2)
    let gaps = city.grid.gaps().map { "\($0.gap) \($0.square.day) \($0.square.tile)" }
    #expect(gaps == ["2 2026-11-30 1", "2 2026-12-01 1", "1 2026-11-30 0", "1 2026-12-01 0"])
  }

  @Test("the summary counts cells, squares, met, gaps, missing and required units of the part asked for")
  func summary() {
    var city = CityFixture()
    city.demand(.beat(CityFixture.y1Post), shift: CityFixture.a, minimum: 1, target: 2)
    city.demand(.city, shift: CityFixture.b, minimum: 3)
    for number in 0..<2 { city.post(city.unit("u\(number)"), 0, CityFixture.a) }
    let whole = city.grid.summary()
    #expect(whole.cells == 4 * 7 * 3)
    #expect(whole.squares == 14)
    #expect(whole.met == 1)
    #expect(whole.gaps == 13)
    #expect(whole.missing == 6 + 21)
    #expect(whole.required == 7 + 21)
    let day = city.grid.summary(in: CoverageScope(district: DistrictReference(0), from: city.day(0), to: city.day(0)))
    #expect([day.squares, day.met, day.missing] == [1, 1, 0])
    let place = city.grid.summary(of: .department(DepartmentReference(0)), days: city.day(0)...city.day(1))
    #expect([place.squares, place.required, place.missing] == [2, 2, 1])
  }
}
