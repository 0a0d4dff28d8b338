import RosterModel
import Testing

@Suite("Places and reach")
struct PlaceTests {
  private let roster = RosterFixture.small()

  @Test(
    "a unit reaches its department, its district or the whole city",
    arguments: [
      (Reach.department, [true, false, false, false]),
      (.district, [true, true, false, true]),
      (.city, [true, true, true, true]),
    ])
  func reach(reach: Reach, expected: [Bool]) {
    let unit = RosterFixture.unit("u", home: .department(DepartmentReference(0)), reach: reach)
    #expect(roster.beats.map { roster.isWithinReach(unit, $0) } == expected)
  }

  @Test("a home wider than the reach is reached whole")
  func wideHome() {
    let unit = RosterFixture.unit("u", home: .district(DistrictReference(0)), reach: .department)
    #expect(roster.beats.map { roster.isWithinReach(unit, $0) } == [true, true, false, true])
  }

  @Test("the distance from home is 0 in the department, 1 in the district, 2 elsewhere")
  func distance() {
    let home = Place.department(DepartmentReference(0))
    #expect(roster.beats.map { roster.distance(from: home, to: $0) } == [0, 1, 2, 1])
  }

  @Test("an id that no table defines keeps its text")
  func strays() {
    var roster = roster
    let stray = BeatReference(stray: roster.stray("nowhere"))
    #expect(!stray.isKnown)
    #expect(roster.id(stray) == "nowhere")
    #expect(roster.stray("nowhere") == stray.strayIndex)
  }
}
