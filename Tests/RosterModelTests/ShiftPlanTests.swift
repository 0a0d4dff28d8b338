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

  @Test("a split duty lasts as long as its parts, ends with the last, and is not there between them")
  func splitDuty() throws {
    let morning = try #require(ClockSpan(text: "08:00-12:00"))
    let night = try #require(ClockSpan(text: "22:00 - 26:30"))
    let duty = Shift(id: "S", name: "Split", parts: morning, [night], covers: [ShiftReference(1), ShiftReference(0)])
    #expect(duty.minutes == 510)
    #expect(duty.end == ClockTime(text: "26:30"))
    #expect(duty.parts == [morning, night])
    #expect(duty.wallClock == "08:00-12:00, 22:00-02:30")
    #expect(tiles.map { duty.minutes(in: $0) } == [150, 240, 120])
    #expect(tiles.map { duty.parts(in: $0) } == [[night], [morning], [night]])
    #expect(
      ["", "08:00", "08:00-", "12:00-08:00", "08:00-08:00", "08:00-09:00-10:00", "0 8:00-09:00"].allSatisfy {
        ClockSpan(text: $0) == nil
      })
  }

  @Test("the work time of a split duty is what passes in its parts, also where the clock goes back in the pause")
  func splitDutyOverClockChange() {
    let duty = Shift(
      id: "S", name: "Split", parts: ClockSpan(start: ClockTime(minutes: 480), end: ClockTime(minutes: 720)),
      [ClockSpan(start: ClockTime(minutes: 1560), end: ClockTime(minutes: 1740))], covers: [ShiftReference(0)])
    let day = Day(number: 20_788)
    var settings = RosterSettings(title: "", firstDay: day, days: 1, shifts: ShiftPlan(tiles + [duty]), regimes: [])
    let shift = ShiftReference(3)
    #expect(settings.workMinutes(day, shift) == 420)
    #expect(settings.interval(day, shift).count == 1260)
    settings.zone = ZoneOffsets(
      initialOffset: 60, transitions: [.init(at: Int(day.number) * 1440 + 1440 - 60, offset: 0)])
    #expect(settings.workMinutes(day, shift) == 420)
    #expect(settings.interval(day, shift).count == 1320)
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
