import RosterModel

/// Small rosters with random units, history, absences and assignments, some of them wrong.
enum RandomCity {
  /// A roster of a seed with units but nobody posted in the period.
  static func idle(_ seed: UInt64, days: Int = 14) -> Roster {
    var random = TestRandom(seed)
    var roster = SmallCity.empty(days: days)
    if seed % 4 == 0 { roster.settings.zone = clockChange(in: days / 2) }
    for position in roster.settings.regimes.indices { randomise(&roster.settings.regimes[position], &random) }
    for number in 0..<5 {
      let home = random.pick([
        Place.city, .district(SmallCity.north), .department(DepartmentReference(0)),
        .department(DepartmentReference(2)),
      ])
      roster.units.append(
        Unit(
          id: "u\(number)", callsign: "U\(number)", force: random.pick(Force.allCases), home: home,
          reach: random.pick(Reach.allCases), regime: RegimeReference(random.below(3)),
          mode: random.chance(50) ? .car : nil))
    }
    for unit in roster.units.indices {
      for day in -9..<0 where random.chance(25) {
        roster.assignments.append(posting(unit, day, &random, roster))
      }
      for day in 0..<days where random.chance(6) {
        roster.absences.append(
          Absence(
            unit: UnitReference(unit), days: .day(SmallCity.firstDay.advanced(by: day)),
            shift: random.chance(50) ? nil : ShiftReference(random.below(5)), reason: .leave))
      }
    }
    roster.demand = [
      DemandRow(place: .city, minimum: 2), DemandRow(place: .beat(BeatReference(1)), minimum: 1, target: 2, maximum: 3),
      DemandRow(place: .district(SmallCity.north), shift: SmallCity.b, force: .police, minimum: 1),
    ]
    return roster
  }

  /// The same with random postings in the period: locked, double, absent, out of the regime, of unknown beats.
  static func busy(_ seed: UInt64, days: Int = 14) -> Roster {
    var random = TestRandom(seed &+ 1000)
    var roster = idle(seed, days: days)
    roster.strays = ["nowhere"]
    for unit in roster.units.indices {
      for day in 0..<days where random.chance(35) {
        var assignment = posting(unit, day, &random, roster)
        assignment.isLocked = random.chance(50)
        if random.chance(5) { assignment.beat = BeatReference(stray: 0) }
        roster.assignments.append(assignment)
        if random.chance(10) { roster.assignments.append(posting(unit, day, &random, roster)) }
      }
    }
    return roster
  }

  static func posting(_ unit: Int, _ day: Int, _ random: inout TestRandom, _ roster: Roster) -> Assignment {
    let regime = roster.settings.regimes[roster.units[unit].regime.index]
    let shift = random.chance(80) ? random.pick(regime.shifts) : ShiftReference(random.below(5))
    return Assignment(
      day: SmallCity.firstDay.advanced(by: day), shift: shift, beat: BeatReference(random.below(roster.beats.count)),
      unit: UnitReference(unit))
  }

  /// A zone whose clocks go back an hour in the night of the day with this number.
  private static func clockChange(in days: Int) -> ZoneOffsets {
    let at = SmallCity.firstDay.advanced(by: days)
    return ZoneOffsets(
      initialOffset: 180, transitions: [ZoneOffsets.Transition(at: Int(at.number) * 1440 - 60, offset: 120)])
  }

  private static func randomise(_ regime: inout Regime, _ random: inout TestRandom) {
    regime.restMinutes = random.pick([nil, 11 * 60, 16 * 60, 48 * 60])
    regime.weeklyRestMinutes = random.pick([nil, 36 * 60, 72 * 60])
    regime.maxConsecutiveDays = random.pick([nil, 2, 4])
    regime.maxConsecutiveNights = random.pick([nil, 1, 3])
    regime.minConsecutiveDaysOff = random.pick([nil, 2, 3])
    regime.maxMinutesPerWeek = random.pick([nil, 24 * 60, 40 * 60])
    regime.maxMinutes = random.pick([nil, 100 * 60, 168 * 60])
    regime.minMinutes = random.pick([nil, 60 * 60])
    regime.maxWeekends = random.pick([nil, 2, 3])
    regime.maxShifts = random.chance(50) ? [] : [Regime.ShiftLimit(shift: regime.shifts[0], most: 4 + random.below(6))]
  }
}

extension Roster {
  /// The same with a duty of morning and night, `F`, that every regime works and some of the history has worked.
  var withSplitDuty: Roster {
    var roster = self
    let duty = ShiftReference(settings.shifts.shifts.count)
    let parts = [480..<720, 1440..<1740].map {
      ClockSpan(start: ClockTime(minutes: $0.lowerBound), end: ClockTime(minutes: $0.upperBound))
    }
    roster.settings.shifts = ShiftPlan(
      settings.shifts.shifts + [
        Shift(
          id: "F", name: "Split", parts: parts[0], [parts[1]], isNight: true, covers: [SmallCity.a, SmallCity.c])
      ])
    for regime in settings.regimes.indices { roster.settings.regimes[regime].shifts.append(duty) }
    for position in assignments.indices where position % 3 == 0 { roster.assignments[position].shift = duty }
    return roster
  }
}

extension Roster {
  /// The same with things that happened during some of its shifts: units that stayed longer, left early, were late or moved.
  func withManoeuvres(_ seed: UInt64) -> Roster {
    var random = TestRandom(seed &+ 7000)
    var roster = self
    for posting in assignments where posting.shift.isKnown && posting.beat.isKnown && random.chance(25) {
      let shift = settings.shifts.shifts[posting.shift.index]
      let kind = random.pick([Manoeuvre.Kind.relieved, .relieved, .sentHome, .late, .moved])
      let at = kind == .relieved ? shift.end.minutes + 30 + random.below(240) : shift.start.minutes + 60
      roster.manoeuvres.append(
        Manoeuvre(
          day: posting.day, shift: posting.shift, unit: posting.unit, at: ClockTime(minutes: min(2880, at)), kind: kind,
          beat: kind == .moved ? BeatReference(random.below(beats.count)) : nil))
    }
    return roster
  }
}
