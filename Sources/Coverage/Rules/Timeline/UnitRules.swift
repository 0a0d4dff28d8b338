import RosterModel

/// The rules about units, and the one way in which they are run.
enum UnitRules {
  /// All of them, in the order of the catalogue.
  static let all: [any UnitRule.Type] = [
    ForceNotAllowedOnBeat.self, UnitLacksNeed.self,
    ShiftNotInRegime.self, RestTooShort.self, WeeklyRestTooShort.self, TooManyDaysInARow.self,
    TooManyNightsInARow.self, TooFewDaysOffInARow.self, OverHours.self, UnderHours.self, OverHoursInAWeek.self,
    TooManyWeekends.self, TooManyOfAShift.self,
    UnitTwiceInAShift.self, UnitTwiceInADay.self,
    AssignedWhileAbsent.self,
    PostedBeyondReach.self,
  ]

  /// Those that look only at the dates of postings, not at the beat.
  static let ofDates: [Int] = all.indices.filter { !(all[$0] is any BeatRule.Type) }

  /// Those that look only at the unit and the beat.
  static let ofBeats: [any BeatRule.Type] = all.compactMap { $0 as? any BeatRule.Type }

  /// Adds what breaks the rules of these positions.
  static func check(_ timeline: UnitTimeline, _ rules: [Int], into found: inout [Violation]) {
    for rule in rules {
      let before = found.count
      all[rule].check(timeline, into: &found)
      for position in before..<found.count { found[position].rule = rule }
    }
  }
}

extension RosterFrame {
  /// The units that waivers of rules about beats name: where these may stand only the judge knows.
  var unitsExceptedFromBeatRules: Set<Int> { waivers.units(in: roster, named: UnitRules.ofBeats.map { $0.info }) }

  /// Whether nothing lets a unit work a shift that its regime does not have.
  var keepsUnitsToTheirRegime: Bool {
    policy.isHardEverywhere(ShiftNotInRegime.info) && !waivers.concern(ShiftNotInRegime.info)
  }
}
