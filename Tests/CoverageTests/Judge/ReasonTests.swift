import Coverage
import RosterModel
import Testing

@Suite("Why a unit may not be posted")
struct ReasonTests {
  @Test("a unit with nothing against it has no reason")
  func none() {
    var city = CityFixture()
    let unit = city.unit("u")
    #expect(isLegal(city, unit, city.day(0), CityFixture.a, CityFixture.y1Post))
    #expect(reasons(city, unit, 0, CityFixture.a).isEmpty)
  }

  @Test("rest is looked at on both sides of the posting")
  func bothSides() {
    var city = CityFixture()
    city.regime { $0.restMinutes = 720 }
    let unit = city.unit("u")
    city.post(unit, 3, CityFixture.b)
    city.post(unit, 5, CityFixture.a)
    #expect(
      reasons(city, unit, 4, CityFixture.a) == ["RST002 rest 8 h < 12 h after B on 3 Dec"])
    #expect(
      reasons(city, unit, 4, CityFixture.c) == ["RST002 rest 0 h < 12 h after C on 4 Dec"])
    #expect(reasons(city, unit, 4, CityFixture.b) == ["RST002 rest 8 h < 12 h after B on 4 Dec"])
  }

  @Test("what was broken before is not held against a posting that makes it no worse")
  func alreadyBroken() {
    var city = CityFixture()
    city.regime {
      $0.restMinutes = 720
      $0.maxMinutes = 64 * 60
    }
    let unit = city.unit("u")
    city.post(unit, 0, CityFixture.b)
    city.post(unit, 1, CityFixture.a)
    city.rule("over-hours", .warning)
    #expect(reasons(city, unit, 4, CityFixture.a) == ["RST007 24 h > 16 h in the period"])
    #expect(isLegal(city, unit, city.day(4), CityFixture.a, CityFixture.y1Post))
  }

  @Test("what was broken before is held against a posting that makes it worse")
  func worse() {
    var city = CityFixture()
    city.regime { $0.maxConsecutiveDays = 2 }
    let unit = city.unit("u")
    for offset in 0..<3 { city.post(unit, offset, CityFixture.a) }
    #expect(reasons(city, unit, 3, CityFixture.a) == ["RST004 4 days in a row > 2, from 30 Nov"])
    #expect(reasons(city, unit, 5, CityFixture.a).isEmpty)
  }

  @Test("a rule that is off is no reason, one re-graded to warning is a soft one")
  func regraded() {
    var city = CityFixture()
    let unit = city.unit("u", reach: .department)
    #expect(reasons(city, unit, 0, CityFixture.a, CityFixture.car).count == 1)
    city.rule("posted-beyond-reach", .warning)
    #expect(isLegal(city, unit, city.day(0), CityFixture.a, CityFixture.car))
    #expect(reasons(city, unit, 0, CityFixture.a, CityFixture.car).count == 1)
    city.rule("posted-beyond-reach", .off)
    #expect(reasons(city, unit, 0, CityFixture.a, CityFixture.car).isEmpty)
  }

  @Test("a volunteer needs an escort in the cell, in each tile of a duty")
  func escort() {
    var city = CityFixture()
    let volunteer = city.unit("v", .volunteer, regime: 1)
    let officer = city.unit("p")
    #expect(
      reasons(city, volunteer, 0, CityFixture.b) == ["MIX003 y1-post B: 1 volunteer unit without police or guard"])
    city.post(officer, 0, CityFixture.b)
    #expect(reasons(city, volunteer, 0, CityFixture.e).isEmpty)
    #expect(
      reasons(city, volunteer, 0, CityFixture.d) == [
        "MIX003 y1-post A: 1 volunteer unit without police or guard",
        "MIX003 y1-post C: 1 volunteer unit without police or guard",
      ])
    for id in ["w", "x"] { city.post(city.unit(id, .volunteer), 0, CityFixture.b) }
    #expect(reasons(city, volunteer, 0, CityFixture.b) == ["MIX004 y1-post B: 3 volunteer units > 2 for 1 escort"])
  }

  @Test("an absent unit is told only that")
  func absent() {
    var city = CityFixture()
    let unit = city.unit("v", .volunteer)
    city.absent(unit, days: "2026-12-01")
    #expect(reasons(city, unit, 1, CityFixture.a) == ["ABS001 absent (sick) on 1 Dec"])
  }

  @Test("a move is judged without the posting that it replaces")
  func move() {
    var city = CityFixture()
    city.regime { $0.restMinutes = 720 }
    let unit = city.unit("u")
    city.post(unit, 1, CityFixture.a)
    let old = city.roster.assignments[0]
    let grid = city.grid
    func reasons(_ leaving: Assignment?) -> [Break] {
      grid.breaks(
        of: Assignment(day: city.day(1), shift: CityFixture.b, beat: CityFixture.y2Post, unit: unit), leaving: leaving)
    }
    #expect(Set(reasons(nil).map(\.rule.id)) == ["RST002", "DUP002"])
    #expect(reasons(old).isEmpty)
  }

  @Test("under-hours speaks against nobody")
  func underHours() {
    var city = CityFixture()
    city.regime { $0.minMinutes = 160 * 60 }
    city.rule("under-hours", .error)
    let unit = city.unit("u")
    #expect(reasons(city, unit, 0, CityFixture.a).isEmpty)
  }

  @Test("what is unknown or outside of the period is judged by no rule")
  func outside() {
    var city = CityFixture()
    let unit = city.unit("u", reach: .department)
    #expect(reasons(city, unit, -1, CityFixture.d, CityFixture.car).isEmpty)
    #expect(reasons(city, unit, 7, CityFixture.d, CityFixture.car).isEmpty)
    #expect(reasons(city, UnitReference(stray: 0), 0, CityFixture.a).isEmpty)
  }

  private func isLegal(
    _ city: CityFixture, _ unit: UnitReference, _ day: Day, _ shift: ShiftReference, _ beat: BeatReference
  ) -> Bool {
    !city.grid.breaks(of: Assignment(day: day, shift: shift, beat: beat, unit: unit)).contains(where: \.isHard)
  }

  private func reasons(
    _ city: CityFixture, _ unit: UnitReference, _ offset: Int, _ shift: ShiftReference,
    _ beat: BeatReference = CityFixture.y1Post
  ) -> [String] {
    city.grid.breaks(of: Assignment(day: city.day(offset), shift: shift, beat: beat, unit: unit))
      .map { "\($0.rule.id) \($0.message)" }
  }
}
