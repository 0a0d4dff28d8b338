import RosterModel

extension CoverageGrid {
  /// What a posting would break that is not broken without it, hard reasons first; empty where nothing speaks against it.
  ///
  /// These are the rules of the catalogue, run on the unit's postings with and without the new one. A posting outside the
  /// period, or of something unknown, is judged by no rule.
  ///
  /// - Parameter replaced: a posting that would be taken away at the same time, for a move.
  public func reasons(
    against unit: UnitReference, beat: BeatReference, day: Day, shift: ShiftReference,
    replacing replaced: Assignment? = nil
  ) -> [Reason] {
    guard unit.isKnown, beat.isKnown, shift.isKnown, let offset = frame.offset(of: day) else { return [] }
    var probe = PostingProbe(self) { $0 != .off }
    probe.load(unit.index, without: replaced.flatMap { slot(of: $0) })
    return reasons(&probe, unit.index, beat.index, offset, shift.index, replacing: replaced)
  }

  /// Whether a posting breaks no rule of severity error that is not broken without it.
  public func isLegal(_ unit: UnitReference, beat: BeatReference, day: Day, shift: ShiftReference) -> Bool {
    !reasons(against: unit, beat: beat, day: day, shift: shift).contains(where: \.isHard)
  }

  func reasons(
    _ probe: inout PostingProbe, _ unit: Int, _ beat: Int, _ offset: Int, _ shift: Int, replacing replaced: Assignment?
  ) -> [Reason] {
    var found: [Reason] = []
    // A posting of an absent unit does not count, so nothing but the absence speaks against it.
    let isAbsent = absences.isAbsent(unit, offset, shift: shift, clock: frame.clock)
    let site = site(unit, beat, offset)
    for rule in UnitRules.ofBeats where !isAbsent && rule.forbids(unit, beat, in: frame) {
      let violation = Violation(
        unit: Int32(unit), day: Int32(offset), shift: Int32(shift), beat: Int32(beat), measured: 1, bound: 0)
      found.append(reason(rule.info, site, rule.text(of: violation, in: frame)))
    }
    for violation in probe.breaks(day: offset, shift: shift, beat: beat) {
      let rule = UnitRules.all[violation.rule]
      // What is broken may be found at a later posting, of another day and beat.
      let place = self.site(unit, violation.beat.map(Int.init) ?? beat, violation.day.map(Int.init) ?? offset)
      found.append(reason(rule.info, place, rule.text(of: violation, in: frame)))
    }
    if !isAbsent { found += escortReasons(unit, beat, offset, shift, replacing: replaced) }
    return found.filter(\.isHard) + found.filter { !$0.isHard && $0.severity != .off }
  }

  /// What a posting is about, for severities that differ from place to place.
  private func site(_ unit: Int, _ beat: Int, _ offset: Int) -> RuleSite {
    RuleSite(
      force: frame.roster.units[unit].force, district: frame.districtID(frame.places.districtOfBeat[beat]),
      day: frame.day(offset))
  }

  private func escortReasons(
    _ unit: Int, _ beat: Int, _ offset: Int, _ shift: Int, replacing replaced: Assignment?
  ) -> [Reason] {
    let force = frame.roster.units[unit].force
    var found: [Reason] = []
    for rule in frame.roster.settings.escorts where rule.force == force {
      for tile in frame.clock.tilesOfShift[shift].map(Int.init) {
        let site = site(unit, beat, offset)
        guard let broken = brokenEscort(rule, beat, offset, tile, site, replacing: replaced), broken.severity != .off,
          !found.contains(where: { $0.rule == broken.rule })
        else { continue }
        found.append(broken)
      }
    }
    return found
  }

  private func brokenEscort(
    _ rule: EscortRule, _ beat: Int, _ offset: Int, _ tile: Int, _ site: RuleSite, replacing replaced: Assignment?
  ) -> Reason? {
    var check = check(rule, beat: beat, offset: offset, tile: tile)
    if let replaced, stands(replaced, beat, offset, tile) { check = check.adding(rule.force, -1) }
    let with = check.adding(rule.force, 1)
    if with.isWithoutEscort {
      return reason(VolunteerWithoutEscort.info, site, "in \(frame.tileID(tile)) " + VolunteerWithoutEscort.words(with))
    }
    guard with.isBeyondEscort else { return nil }
    return reason(
      TooManyVolunteersPerEscort.info, site,
      "in \(frame.tileID(tile)) " + TooManyVolunteersPerEscort.words(with))
  }

  private func stands(_ assignment: Assignment, _ beat: Int, _ offset: Int, _ tile: Int) -> Bool {
    guard let slot = slot(of: assignment), counting[Int(slot)] else { return false }
    return assignment.beat.index == beat && frame.offset(of: assignment.day) == offset
      && frame.clock.tilesOfShift[assignment.shift.index].contains(Int32(tile))
  }

  private func reason(_ rule: RuleInfo, _ site: RuleSite, _ message: String) -> Reason {
    Reason(rule: rule, severity: frame.policy.severity(of: rule, at: site), message: message)
  }
}
