import RosterModel
import Testing

@testable import Coverage

@Suite("Why a cell is short")
struct CellWhyTests {
  private let cell = CellQuestion(place: .beat(CityFixture.y1Post), day: CityFixture.date("2026-12-01"), tile: 0)

  /// One unit wanted on the post in the morning of 1 December.
  private func city() -> CityFixture {
    var city = CityFixture()
    city.demand(.beat(CityFixture.y1Post), days: "2026-12-01", shift: CityFixture.a, minimum: 1)
    return city
  }

  private func words(_ way: WayOut, _ roster: Roster) -> [String] {
    way.moves.map { move in
      "\(roster.id(move.takes.unit)) to \(roster.id(move.takes.beat)) \(roster.id(move.takes.shift))"
        + (move.leaves.map { " from \(roster.id($0.beat)) \(roster.id($0.shift)) \($0.day.components.day)" } ?? "")
    }
  }

  @Test("a cell that has what it wants is met, and one without a square is none")
  func met() throws {
    var city = city()
    city.post(city.unit("u"), 1, CityFixture.a)
    #expect(try #require(city.grid.why(cell)).verdict == .met)
    #expect(city.grid.why(CellQuestion(place: .city, day: city.day(1), tile: 0)) == nil)
  }

  @Test("units that are free come first, the nearer before the farther")
  func free() throws {
    var city = city()
    city.unit("far", home: .department(DepartmentReference(1)))
    city.unit("near")
    let why = try #require(city.grid.why(cell))
    #expect(why.verdict == .canBeFilled)
    #expect(why.ways.map { words($0, city.roster) } == [["near to y1-post A"], ["far to y1-post A"]])
    #expect(why.ways.map(\.outcome.cost.total) == [-1000, -999])
  }

  @Test("a unit comes from where there are more than the minimum, and no further")
  func surplus() throws {
    var city = city()
    city.demand(.beat(CityFixture.y1Route), days: "2026-12-01", shift: CityFixture.a, minimum: 1)
    city.post(city.unit("one"), 1, CityFixture.a, CityFixture.y1Route)
    #expect(try #require(city.grid.why(cell)).verdict != .canBeFilled)
    city.post(city.unit("two"), 1, CityFixture.a, CityFixture.y1Route)
    let why = try #require(city.grid.why(cell))
    #expect(
      why.ways.map { words($0, city.roster) } == [
        ["one to y1-post A from y1-route A 1"], ["two to y1-post A from y1-route A 1"],
      ])
  }

  @Test("where the one who may come is needed, another takes its place, and a third that one's")
  func chain() throws {
    var city = city()
    city.roster.beats[0].needs = ["dog"]
    city.roster.beats[1].needs = ["horse"]
    city.demand(.beat(CityFixture.y1Route), days: "2026-12-01", shift: CityFixture.a, minimum: 1)
    city.demand(.beat(CityFixture.y2Post), days: "2026-12-01", shift: CityFixture.a, minimum: 1)
    city.post(city.unit("a", skills: ["dog", "horse"]), 1, CityFixture.a, CityFixture.y1Route)
    city.post(city.unit("b", skills: ["horse"]), 1, CityFixture.a, CityFixture.y2Post)
    city.unit("c")
    let why = try #require(city.grid.why(cell))
    #expect(
      why.ways.map { words($0, city.roster) } == [
        ["c to y2-post A", "b to y1-route A from y2-post A 1", "a to y1-post A from y1-route A 1"]
      ])
  }

  @Test("a unit that only another of its days keeps away leaves that day, to another unit where it is needed")
  func otherDay() throws {
    var city = city()
    city.regime { $0.restMinutes = 720 }
    city.roster.beats[0].forces = ForceSet([.police])
    city.demand(.beat(CityFixture.y1Route), days: "2026-11-30", shift: CityFixture.c, minimum: 1)
    city.post(city.unit("tired"), 0, CityFixture.c, CityFixture.y1Route)
    city.unit("guard", .guard)
    let why = try #require(city.grid.why(cell))
    #expect(
      why.ways.map { words($0, city.roster) } == [["guard to y1-route C", "tired to y1-post A from y1-route C 30"]])
  }

  @Test("volunteers without an escort come with one")
  func escort() throws {
    var city = CityFixture()
    city.demand(.beat(CityFixture.y1Post), days: "2026-12-01", shift: CityFixture.a, force: .volunteer, minimum: 2)
    city.unit("v1", .volunteer)
    city.unit("v2", .volunteer)
    city.unit("p")
    let why = try #require(city.grid.why(cell))
    #expect(why.ways.first.map { words($0, city.roster) } == ["p to y1-post A", "v1 to y1-post A", "v2 to y1-post A"])
    #expect(why.ways.first?.closesAll == true)
  }

  @Test("a locked posting, a published day, a rule and an absence are what a person could let yield, in that order")
  func decisions() throws {
    var city = city()
    city.post(city.unit("locked"), 1, CityFixture.a, CityFixture.y1Route)
    city.roster.assignments[0].isLocked = true
    city.absent(city.unit("sick"), days: "2026-12-01")
    city.unit("far", home: .department(DepartmentReference(1)), reach: .department)
    let why = try #require(city.grid.why(cell))
    guard case .cannotBeFilled(.ofTheDay(let proof)) = why.verdict else {
      Issue.record("not proven: \(why.verdict)")
      return
    }
    #expect(proof.supplies.isEmpty && proof.isWhateverElse && proof.wanted == 1)
    #expect(why.decisions.map { city.roster.id($0.move.takes.unit) } == ["locked", "far", "sick"])
    #expect(
      why.ruledOut.rules.map { "\($0.rule.name) \($0.first) \($0.all)" } == [
        "assigned-while-absent 1 1", "unit-twice-in-a-shift 1 1", "posted-beyond-reach 1 1",
      ])
    city.roster.publications = [
      Publication(district: DistrictReference(0), day: city.day(1), at: "", by: "")
    ]
    city.unit("free")
    let published = try #require(city.grid.why(cell))
    #expect(published.decisions.first?.obstacles == [.published])
    #expect(published.verdict != .canBeFilled)
  }

  @Test("the proof names the squares that one unit cannot fill together, in whatever tiles of the day they are")
  func together() throws {
    var city = city()
    city.demand(.beat(CityFixture.y1Route), days: "2026-12-01", shift: CityFixture.b, minimum: 1)
    let unit = city.unit("only")
    city.unit("far", home: .department(DepartmentReference(1)), reach: .department)
    city.post(unit, 1, CityFixture.b, CityFixture.y1Route)
    guard case .cannotBeFilled(.ofTheDay(let proof)) = try #require(city.grid.why(cell)).verdict else {
      Issue.record("not proven")
      return
    }
    #expect(proof.wants.map(\.units) == [1, 1])
    #expect(proof.supplies == [.init(unit: unit, most: 1)])
    #expect(!proof.isWhateverElse)
    #expect(proof.faults(in: city.roster).isEmpty)
  }

  @Test("where the hours of a week are all worked, the proof is of the week")
  func span() throws {
    var city = CityFixture()
    city.regime { $0.maxMinutesPerWeek = 480 }
    city.demand(.beat(CityFixture.y1Post), days: "2026-12-01..2026-12-03", shift: CityFixture.a, minimum: 1)
    city.post(city.unit("one"), 2, CityFixture.a)
    city.post(city.unit("two"), 3, CityFixture.a)
    guard case .cannotBeFilled(.ofASpan(let proof)) = try #require(city.grid.why(cell)).verdict else {
      Issue.record("not proven")
      return
    }
    #expect(proof.needed == 3 && proof.possible == 2 && proof.missingElsewhere == 0)
    #expect(proof.days.contains(city.day(1)))
  }

  @Test("no unit is taken from one cell below its target to another")
  func targets() throws {
    var city = CityFixture()
    for beat in [CityFixture.y1Post, CityFixture.y1Route] {
      city.demand(.beat(beat), days: "2026-12-01", shift: CityFixture.a, minimum: 0, target: 1)
    }
    city.post(city.unit("u"), 1, CityFixture.a, CityFixture.y1Route)
    let why = try #require(city.grid.why(cell))
    #expect(why.lack?.level == .target)
    #expect(why.ways.isEmpty && why.verdict == .notShown)
  }
}
