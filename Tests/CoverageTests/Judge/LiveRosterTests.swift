import RosterModel
import Testing

@testable import Coverage

@Suite("The living roster")
struct LiveRosterTests {
  @Test("what was proposed and taken back is found in the rows as the grid names it")
  func takenBack() throws {
    var city = CityFixture()
    let unit = city.unit("u1")
    city.post(unit, 0, CityFixture.a)
    city.post(unit, 2, CityFixture.b)
    var live = LiveRoster(city.roster)
    let step = EditStep(name: "away", edits: live.grid.assignments.map { .remove($0) })
    let changes = [RowChange](step, in: live.roster)
    _ = try live.propose(changes)
    try live.takeBack(changes)
    var rows = live.roster
    // Edits are made of what the grid holds: they must apply to the rows.
    try rows.apply(EditStep(name: "again", edits: live.grid.assignments.map { .remove($0) }))
    #expect(rows.assignments.isEmpty)
  }
}
