import Coverage
import RosterModel
import Testing

@Suite("What was truly worked")
struct HeldTimeTests {
  private static let day = Day(number: 20_000)

  /// A duty of two parts, 06:00-10:00 and 18:00-22:00, and the tile A from 08:00 for eight hours.
  private static let settings = RosterSettings(
    title: "", firstDay: day, days: 2,
    shifts: ShiftPlan([
      Shift(id: "A", name: "", start: ClockTime(minutes: 480), minutes: 480),
      Shift(
        id: "S", name: "", parts: ClockSpan(start: ClockTime(minutes: 360), end: ClockTime(minutes: 600)),
        [ClockSpan(start: ClockTime(minutes: 1080), end: ClockTime(minutes: 1320))], covers: [ShiftReference(0)]),
    ]), regimes: [])

  private func worked(shift: Int, _ events: (Manoeuvre.Kind, Int)...) -> WorkedShift {
    let posting = Assignment(
      day: Self.day, shift: ShiftReference(shift), beat: BeatReference(0), unit: UnitReference(0))
    let manoeuvres = events.map { kind, at in
      Manoeuvre(
        day: Self.day, shift: ShiftReference(shift), unit: UnitReference(0), at: ClockTime(minutes: at), kind: kind,
        beat: kind.namesBeat ? BeatReference(1) : nil)
    }
    return WorkedShift(posting, manoeuvres, in: Self.settings)
  }

  @Test("late, early and long: minutes are those between coming and leaving")
  func minutes() {
    #expect(worked(shift: 0).minutes == 480)
    #expect(worked(shift: 0, (.late, 540)).minutes == 420)
    #expect(worked(shift: 0, (.late, 540), (.sentHome, 600)).minutes == 60)
    #expect(worked(shift: 0, (.relieved, 1000)).minutes == 520)
    #expect(worked(shift: 0, (.sentHome, 480)).minutes == 0)
  }

  @Test("the pause of a split duty is not worked, whoever leaves in it or after it")
  func split() {
    #expect(worked(shift: 1).minutes == 480)
    #expect(worked(shift: 1, (.sentHome, 800)).minutes == 240)
    #expect(worked(shift: 1, (.late, 1140)).minutes == 180)
    #expect(worked(shift: 1, (.relieved, 1380)).minutes == 540)
  }

  @Test("a time before the shift's start is that of the next morning where the shift is on then, or was left until")
  func nextMorning() {
    var settings = Self.settings
    settings.shifts = ShiftPlan([Shift(id: "C", name: "", start: ClockTime(minutes: 1440), minutes: 480)])
    func after(_ at: Int, _ kind: Manoeuvre.Kind) -> Int {
      let row = Manoeuvre(
        day: Self.day, shift: ShiftReference(0), unit: UnitReference(0), at: ClockTime(minutes: at), kind: kind)
      return settings.instant(of: row) - settings.zone.instant(Self.day, minutes: 0)
    }
    #expect(after(130, .late) == 1570 && after(1570, .late) == 1570)
    #expect(after(540, .late) == 540 && after(540, .relieved) == 1980)
  }

  @Test("a unit that is moved twice stands at each beat from then until the next")
  func stays() {
    let start = Self.settings.zone.instant(Self.day, minutes: 0)
    let stays = worked(shift: 0, (.moved, 600), (.sentHome, 700)).stays
    #expect(stays.map(\.beat) == [BeatReference(0), BeatReference(1)])
    #expect(stays.map { $0.span.lowerBound - start } == [480, 600])
    #expect(stays.map { $0.span.upperBound - start } == [600, 700])
  }
}
