import RosterModel
import Testing

@Suite("A roster's next period")
struct RolloverTests {
  private func posting(_ offset: Int) -> Assignment {
    Assignment(
      day: Day(number: 20_000).advanced(by: offset), shift: ShiftReference(0), beat: BeatReference(0),
      unit: UnitReference(0))
  }

  @Test("keeps fourteen days as history, and what reaches into it")
  func keeps() throws {
    var roster = RosterFixture.small()
    roster.settings.days = 28
    roster.assignments = (0..<30).map(posting)
    let next = Day(number: 20_028)
    func absence(_ first: Int, _ last: Int) -> Absence {
      Absence(
        unit: UnitReference(0), days: DayPattern([.dates(posting(first).day, posting(last).day)]), reason: .leave)
    }
    roster.absences = [absence(0, 5), absence(10, 40), absence(12, 40), absence(29, 60)]
    roster.requests = [26, 29].map {
      Request(unit: UnitReference(0), days: .day(posting($0).day), matter: .off, wish: .want)
    }
    roster.waivers = [27, 28].map {
      Waiver(
        rule: "COV001", subject: "s\($0)", firstDay: posting(0).day, lastDay: posting($0).day, reason: "", by: "")
    }
    roster.publications = [Publication(district: DistrictReference(0), day: posting(27).day, at: "", by: "")]
    roster.published = [posting(27)]
    func event(_ offset: Int) -> Manoeuvre {
      Manoeuvre(
        day: posting(offset).day, shift: ShiftReference(0), unit: UnitReference(0), at: ClockTime(minutes: 600),
        kind: .late)
    }
    func call(_ offset: Int) -> Call {
      Call(
        day: posting(offset).day, shift: ShiftReference(0), beat: BeatReference(0), unit: UnitReference(0), at: "",
        answer: .no)
    }
    roster.manoeuvres = [event(13), event(14)]
    roster.calls = [call(13), call(27)]
    let rolled = roster.rolledOver(to: next, days: 14)
    #expect(rolled.manoeuvres == [event(14)] && rolled.calls == [call(27)])
    #expect(rolled.settings.period == next...next.advanced(by: 13))
    #expect(rolled.assignments == (14..<30).map(posting))
    #expect(rolled.absences == [absence(14, 40), absence(29, 60)])
    #expect(rolled.requests == [roster.requests[1]])
    #expect(rolled.waivers.map(\.subject) == ["s28"])
    #expect(rolled.publications.isEmpty && rolled.published.isEmpty)
    #expect(rolled.units == roster.units && rolled.demand == roster.demand)
  }
}
