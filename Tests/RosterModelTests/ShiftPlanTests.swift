import RosterModel
import Testing

@Suite("Shifts")
struct ShiftPlanTests {
  private let tiles = [
    Shift(id: "C", name: "Night", start: ClockTime(minutes: 1440), minutes: 480, isNight: true),
    Shift(id: "A", name: "Day", start: ClockTime(minutes: 480), minutes: 480),
    Shift(id: "B", name: "Evening", start: ClockTime(minutes: 960), minutes: 480),
  ]

  @Test("tiles are numbered in order of time, and a duty counts in those it covers")
  func tileNumbers() {
    let duty = Shift(
      id: "N", name: "Evening and night", start: ClockTime(minutes: 960), minutes: 960,
      covers: [ShiftReference(2), ShiftReference(0)])
    let plan = ShiftPlan(tiles + [duty])
    #expect(plan.tiles.map { plan[$0].id } == ["A", "B", "C"])
    #expect(plan.tileNumbers == [[2], [0], [1], [1, 2]])
    #expect(plan.tilesFillTheDay)
  }

  @Test("a hole between two tiles does not fill the day")
  func hole() {
    var holed = tiles
    holed[1].minutes = 420
    #expect(!ShiftPlan(holed).tilesFillTheDay)
    #expect(!ShiftPlan([]).tilesFillTheDay)
  }

  @Test("a clock time past midnight counts on and reads back")
  func clockTime() {
    #expect(ClockTime(text: "26:30")?.wallClock == "02:30")
    #expect(ClockTime(text: "26:30")?.description == "26:30")
    #expect(["8", "8:0", "49:00", "08:60", "-1:00", "+8:00", "08:00:00"].allSatisfy { ClockTime(text: $0) == nil })
  }

  @Test("limits scale down to whole shifts")
  func scaling() {
    #expect(Regime.scaled(120 * 60, to: 24, step: 480) == 96 * 60)
    #expect(Regime.scaled(9, to: 7) == 2)
  }
}
