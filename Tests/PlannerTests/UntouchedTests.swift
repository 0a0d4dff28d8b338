import Coverage
import RosterModel
import Testing

@testable import Planner

@Suite("What planning must not touch")
struct UntouchedTests {
  private static func plan(_ roster: Roster, _ scope: PlanScope = PlanScope()) throws -> Proposal {
    var options = PlanOptions()
    options.iterations = 8000
    return try PlannerJob.run(roster, scope: scope, options: options)
  }

  private static func excess(_ roster: Roster) -> [String: Int] {
    var excess: [String: Int] = [:]
    for finding in Validator.findings(in: roster)
    where finding.severity == .error && PlannedRules.names.contains(finding.rule.name) {
      excess[finding.rule.name, default: 0] += 1
    }
    return excess
  }

  @Test("locked, wrong and double postings and history stay, and no rule is broken worse", arguments: 0..<25)
  func busyRosters(seed: Int) throws {
    let roster = RandomCity.busy(UInt64(seed))
    let planned = try Self.plan(roster).change.applied(to: roster)
    let kept = Set(planned.assignments)
    let period = roster.settings.period
    for assignment in roster.assignments {
      let sameDay = roster.assignments.filter { $0.unit == assignment.unit && $0.day == assignment.day }
      if assignment.isLocked || !assignment.beat.isKnown || !period.contains(assignment.day) || sameDay.count > 1 {
        #expect(kept.contains(assignment))
      }
    }
    let before = Self.excess(roster)
    for (rule, count) in Self.excess(planned) { #expect(count <= before[rule] ?? 0, "\(rule)") }
  }

  @Test(
    "a shift in which something happened stays, and rest and hours truly worked are not broken worse", arguments: 0..<25
  )
  func manoeuvres(seed: Int) throws {
    let roster = RandomCity.busy(UInt64(seed)).withManoeuvres(UInt64(seed))
    let planned = try Self.plan(roster).change.applied(to: roster)
    for posting in roster.assignments where roster.manoeuvres.contains(where: { $0.isOf(posting) }) {
      #expect(planned.assignments.contains(posting))
    }
    let before = Self.excess(roster)
    for (rule, count) in Self.excess(planned) { #expect(count <= before[rule] ?? 0, "\(rule)") }
  }

  @Test("some of those rosters break each sort of rule before they are planned")
  func busyRostersAreWrong() {
    let broken = Set((0..<25).flatMap { Self.excess(RandomCity.busy(UInt64($0))).keys })
    #expect(broken.isSuperset(of: ["rest-too-short", "over-hours-in-a-week", "unit-twice-in-a-day"]))
    #expect(broken.isSuperset(of: ["assigned-while-absent", "posted-beyond-reach", "volunteer-without-escort"]))
  }

  @Test("a plan of one district and some days changes nothing elsewhere", arguments: 0..<12)
  func scopeIsKept(seed: Int) throws {
    let roster = RandomCity.busy(UInt64(seed))
    let days = SmallCity.firstDay.advanced(by: 3)...SmallCity.firstDay.advanced(by: 8)
    let scope = PlanScope(districts: [SmallCity.north], firstDay: days.lowerBound, lastDay: days.upperBound)
    let change = try Self.plan(roster, scope).change
    for assignment in change.added + change.removed.map({ roster.assignments[$0] }) {
      #expect(days.contains(assignment.day))
      #expect(roster.district(of: .beat(assignment.beat)) == SmallCity.north)
    }
  }

  @Test("a published day of a district is left as it is, while other districts are planned that day", arguments: 0..<12)
  func publishedDaysStay(seed: Int) throws {
    var roster = RandomCity.busy(UInt64(seed))
    let day = SmallCity.firstDay.advanced(by: 4)
    roster.publications = [Publication(district: SmallCity.north, day: day, at: "2026-11-30T10:00", by: "duty")]
    let change = try Self.plan(roster).change
    for assignment in change.added + change.removed.map({ roster.assignments[$0] }) where assignment.day == day {
      #expect(roster.district(of: .beat(assignment.beat)) != SmallCity.north)
    }
  }

  @Test("a unit that reaches a published and an open district still works in the open one")
  func openDistrictIsPlanned() throws {
    var roster = SmallCity.empty(days: 7)
    roster.units = [
      Unit(
        id: "g", callsign: "G", force: .guard, home: .city, reach: .city, regime: SmallCity.threeShift)
    ]
    roster.demand = [
      DemandRow(place: .city, days: .day(SmallCity.firstDay), shift: SmallCity.a, minimum: 1)
    ]
    roster.publications = [
      Publication(district: SmallCity.north, day: SmallCity.firstDay, at: "2026-11-30T10:00", by: "duty")
    ]
    let change = try Self.plan(roster).change
    #expect(change.added.map(\.beat) == [BeatReference(4)])
  }

  @Test("a posting that stays keeps its row with its note and line")
  func rowsKeepTheirNotes() throws {
    var roster = SmallCity.empty(days: 7)
    roster.units = [
      Unit(id: "p", callsign: "P", force: .police, home: .city, reach: .city, regime: SmallCity.threeShift)
    ]
    roster.demand = [
      DemandRow(place: .beat(BeatReference(4)), days: .day(SmallCity.firstDay), shift: SmallCity.b, minimum: 1)
    ]
    let note = roster.note("call before")
    roster.assignments = [
      Assignment(
        day: SmallCity.firstDay, shift: SmallCity.b, beat: BeatReference(4), unit: UnitReference(0), note: note,
        line: 7)
    ]
    #expect(try Self.plan(roster).change.isEmpty)
  }

  @Test("units that cannot be planned are named with the reason")
  func notesAreGiven() throws {
    var roster = SmallCity.staffed(days: 7)
    roster.strays = ["lost"]
    roster.units[0].regime = RegimeReference(stray: 0)
    roster.units[1].home = .unknown(0)
    let assignment = Assignment(
      day: SmallCity.firstDay, shift: SmallCity.a, beat: BeatReference(1), unit: UnitReference(2))
    var other = assignment
    other.beat = BeatReference(2)
    var early = assignment
    early.unit = UnitReference(3)
    early.day = SmallCity.firstDay.advanced(by: 1)
    var late = early
    late.day = SmallCity.firstDay
    late.shift = SmallCity.c
    roster.assignments = [assignment, other, early, late]
    let notes = try Self.plan(roster).notes
    #expect(notes.contains(.unknownRegime(UnitReference(0))))
    #expect(notes.contains(.noBeat(UnitReference(1))))
    #expect(notes.contains(.doublePosting(UnitReference(2), SmallCity.firstDay)))
    #expect(notes.contains(.breaksRules(UnitReference(3))))
  }

  @Test("a locked posting counts, so its cell is not filled twice")
  func lockedPostingsCount() throws {
    var roster = SmallCity.staffed(days: 7)
    roster.demand = [
      DemandRow(
        place: .beat(BeatReference(1)), days: .day(SmallCity.firstDay), shift: SmallCity.a, minimum: 1, maximum: 1)
    ]
    roster.assignments = [
      Assignment(
        day: SmallCity.firstDay, shift: SmallCity.a, beat: BeatReference(1), unit: UnitReference(0), isLocked: true)
    ]
    let proposal = try Self.plan(roster)
    #expect(proposal.change.isEmpty)
    #expect(proposal.gaps == 0)
  }
}
