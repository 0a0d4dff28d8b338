import Coverage
import RosterModel

/// What every step of compiling a plan looks at.
struct PlanContext: Sendable {
  /// The roster to plan.
  let roster: Roster
  /// What may be changed.
  let scope: PlanScope
  /// The roster's demand, rules and places.
  let frame: RosterFrame
  /// The period as the engine counts it.
  let calendar: PlanCalendar
  /// How the rules bind.
  let strengths: RuleStrengths
  /// The roster's absences, and nobody posted.
  let absences: CoverageGrid
  /// The roster as it is.
  let current: CoverageGrid
  /// What in the roster is wrong already.
  let wrong: WrongPostings
  /// For each beat whether it is in the scope.
  let isPlanned: [Bool]
  /// For each district the days of the period on which it is published.
  let published: [Set<Int>]
  /// The units' days that stay as they are, by the unit's number and the day of the period.
  private let kept: Set<[Int]>
  /// For each day of the period whether it is in the scope.
  let isPlannedDay: [Bool]

  init(_ roster: Roster, scope: PlanScope, frame: RosterFrame? = nil) {
    let frame = frame ?? RosterFrame(roster)
    let calendar = PlanCalendar(roster.settings)
    self.roster = roster
    self.scope = scope
    self.frame = frame
    self.calendar = calendar
    strengths = RuleStrengths(frame.policy, roster.settings.weights)
    var bare = roster
    bare.assignments = []
    absences = CoverageGrid(bare, frame: frame)
    current = CoverageGrid(roster, frame: frame)
    wrong = WrongPostings(roster, current)
    isPlanned = roster.beats.map { scope.contains($0, in: roster) }
    isPlannedDay = calendar.period.map { scope.contains(calendar.day($0), in: roster.settings) }
    let units =
      scope.kept.isEmpty
      ? [:]
      : Dictionary(
        zip(roster.units.map(\.id), roster.units.indices), uniquingKeysWith: { first, _ in first })
    kept = Set(scope.kept.compactMap { kept in units[kept.unit].map { [$0, calendar.number(of: kept.day)] } })
    var published = [Set<Int>](repeating: [], count: roster.districts.count)
    for publication in roster.publications where publication.district.isKnown {
      let number = calendar.number(of: publication.day)
      if calendar.period.contains(number) { published[publication.district.index].insert(number) }
    }
    self.published = published
  }

  /// Whether the beat's district is published on the day.
  func isPublished(_ beat: BeatReference, _ day: Int) -> Bool {
    guard beat.isKnown, let district = roster.district(of: .beat(beat)) else { return false }
    return published[district.index].contains(day)
  }

  /// Whether planning may change the assignment, as far as the assignment by itself tells.
  func isFree(_ assignment: Assignment) -> Bool {
    let day = calendar.number(of: assignment.day)
    return calendar.period.contains(day) && isPlannedDay[day] && !assignment.isLocked && assignment.unit.isKnown
      && assignment.shift.isKnown && assignment.beat.isKnown && isPlanned[assignment.beat.index]
      && !isPublished(assignment.beat, day) && !wrong.contains(assignment) && !isKept(assignment.unit.index, day)
  }

  /// Whether the unit's day of the period stays as it is.
  func isKept(_ unit: Int, _ day: Int) -> Bool { !kept.isEmpty && kept.contains([unit, day]) }

  /// Whether the unit is absent from the shift on a day of the period or before it.
  func isAbsent(_ unit: UnitReference, _ day: Int, _ shift: ShiftReference) -> Bool {
    absences.isAbsent(unit, day: calendar.day(day), shift: shift)
  }

  /// The days of the period on which the unit is not absent the whole day.
  func daysPresent(_ unit: UnitReference) -> Int {
    calendar.period.count { !absences.isAwayAllDay(unit, day: calendar.day($0)) }
  }
}
