import Coverage
import RosterModel
import Testing

@Suite("Candidates for a cell")
struct CandidateTests {
  private func candidates(
    _ city: CityFixture, _ beat: BeatReference, _ offset: Int, _ tile: Int,
    _ force: CellQuestion.ForceAsked = .whichever
  ) -> [Candidate] {
    city.grid.candidates(for: CellQuestion(place: .beat(beat), day: city.day(offset), tile: tile, force: force))
      .candidates
  }

  @Test("legal units come first, then nearer ones, then those with fewer hours, then by id")
  func order() {
    var city = CityFixture()
    city.regime { $0.restMinutes = 720 }
    let tired = city.unit("tired")
    let far = city.unit("far", home: .department(DepartmentReference(1)))
    let busy = city.unit("busy")
    city.unit("fresh")
    city.unit("fresh-2")
    city.post(tired, 2, CityFixture.c)
    city.post(busy, 0, CityFixture.a)
    let candidates = candidates(city, CityFixture.y1Post, 3, 0)
    #expect(candidates.map { city.roster.id($0.unit) } == ["fresh", "fresh-2", "busy", "far", "tired"])
    #expect(candidates.map(\.isLegal) == [true, true, true, true, false])
    #expect(candidates[3].unit == far)
    #expect(candidates[3].distance == 1)
    #expect(candidates[2].minutes == 480)
    #expect(candidates[4].reasons.map(\.message) == ["rest 0 h < 12 h after C on 2 Dec"])
  }

  @Test("a unit of a regime of duties is offered in the duty that covers the tile")
  func duty() {
    var city = CityFixture()
    city.roster.settings.regimes.append(Regime(name: "24-72", shifts: [CityFixture.d]))
    city.unit("crew", regime: 2)
    let candidates = candidates(city, CityFixture.car, 0, 1)
    #expect(candidates.map(\.shift) == [CityFixture.d])
    #expect(candidates.map(\.isLegal) == [true])
  }

  @Test("a unit is offered in the duty where the tile itself speaks against it")
  func leastAgainst() {
    var city = CityFixture()
    let unit = city.unit("u", .volunteer, regime: 1)
    city.absent(unit, days: "sun", shift: CityFixture.c)
    city.post(city.unit("p"), 0, CityFixture.b)
    let candidates = candidates(city, CityFixture.y1Post, 0, 1, .force(.volunteer))
    #expect(candidates.map(\.shift) == [CityFixture.b])
  }

  @Test("units in the cell are left out, those too far unless asked for, and force and skill narrow")
  func filters() {
    var city = CityFixture()
    let there = city.unit("there")
    city.unit("far", home: .department(DepartmentReference(1)), reach: .department)
    city.unit("dog", .guard, skills: ["dog"])
    city.post(there, 0, CityFixture.a)
    func list(force: CellQuestion.ForceAsked = .whichever, skill: String? = nil, far: Bool = false) -> CandidateList {
      city.grid.candidates(
        for: CellQuestion(place: .beat(CityFixture.y1Post), day: city.day(0), tile: 0, force: force, skill: skill),
        listsUnreachable: far)
    }
    func ids(_ list: CandidateList) -> [String] { list.candidates.map { city.roster.id($0.unit) } }
    #expect(ids(list()) == ["dog"])
    #expect(list().unreachable == 1)
    #expect(ids(list(far: true)) == ["dog", "far"])
    #expect(ids(list(force: .force(.police))).isEmpty)
    #expect(ids(list(skill: "dog")) == ["dog"])
  }

  @Test("the number of units for a square counts each once, and volunteers only where they are escorted")
  func counts() {
    var city = CityFixture()
    city.demand(.city, shift: CityFixture.a, minimum: 3)
    city.demand(.beat(CityFixture.y1Post), shift: CityFixture.b, force: .volunteer, minimum: 1)
    let officer = city.unit("p", regime: 1)
    city.unit("v", .volunteer)
    #expect(
      city.grid.fillers(of: city.grid.gaps().filter { $0.square.day == city.day(0) }.map(\.square)).map(\.free) == [
        1, 0,
      ])
    city.post(officer, 0, CityFixture.d)
    #expect(
      city.grid.fillers(of: city.grid.gaps().filter { $0.square.day == city.day(0) }.map(\.square)).map(\.free) == [
        1, 1,
      ])
  }
}
