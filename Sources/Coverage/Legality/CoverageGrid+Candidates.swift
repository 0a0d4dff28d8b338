import RosterModel

extension CoverageGrid {
  /// The units that could take a cell, best first: legal ones by what planning would count for them, then the others by
  /// what speaks against them; then by distance, hours so far and id.
  ///
  /// Each is offered in the shift that speaks least against it: the cell's tile, or a duty of its regime that covers it.
  /// Units that already stand in the cell are left out.
  ///
  /// - Parameters:
  ///   - force: only units of this force; `nil` for any.
  ///   - skill: only units with this skill or mode; empty for any.
  ///   - includingUnreachable: whether units are told that only stand too far from home.
  public func candidates(
    beat: BeatReference, day: Day, tile: Int, force: Force? = nil, skill: String = "",
    includingUnreachable: Bool = false
  ) -> [Candidate] {
    guard beat.isKnown, let offset = frame.offset(of: day), (0..<frame.tiles).contains(tile) else { return [] }
    let there = Set(entries(beat: beat, day: day, tile: tile).filter(\.counts).map(\.assignment.unit.raw))
    let hidesUnreachable = !includingUnreachable && frame.policy.isHardEverywhere(PostedBeyondReach.info)
    var probe = PostingProbe(self) { $0 != .off }
    var found: [Candidate] = []
    for (number, unit) in frame.roster.units.enumerated() where !there.contains(Int32(number)) {
      guard force == nil || unit.force == force, skill.isEmpty || unit.has(skill) else { continue }
      if hidesUnreachable, PostedBeyondReach.forbids(number, beat.index, in: frame) { continue }
      probe.load(number)
      found.append(candidate(&probe, number, [beat.index], offset, tile, leaving: nil))
    }
    return ranked(found, day: day)
  }

  /// The units that could take one more place of what is asked about, best first, as `candidates` for a cell ranks them.
  ///
  /// A unit that stands elsewhere on that day is offered as one that leaves its posting there, unless that is locked,
  /// published, or one of several. For a place of many beats each unit is offered on the beat that suits it best among
  /// the nearest.
  public func candidates(for question: CellQuestion) -> [Candidate] {
    let published = PublishedDays(frame)
    let found = appraised(for: question) { own in
      own.count == 1 && !own[0].isLocked && !published.contains(own[0]) ? own[0] : nil
    }
    return ranked(found, day: question.day)
  }

  /// Every unit that counts in what is asked about and does not stand there, by number, each with what speaks against it;
  /// none is tried.
  ///
  /// - Parameter leaving: which of its postings of the day a unit would leave.
  func appraised(for question: CellQuestion, leaving: (_ own: [Assignment]) -> Assignment?) -> [Candidate] {
    guard let offset = frame.offset(of: question.day), (0..<frame.tiles).contains(question.tile) else { return [] }
    let squares = squares(of: question)
    let beats = beats(of: question)
    var probe = PostingProbe(self) { $0 != .off }
    return frame.roster.units.indices.compactMap { unit in
      guard counts(unit, for: question, squares) else { return nil }
      let own = postings(of: unit, offset)
      let near = beatsWorthTrying(for: unit, beats)
      if near.isEmpty || own.contains(where: { stands($0, in: beats, question.tile) }) { return nil }
      let leaving = leaving(own)
      probe.load(unit, without: leaving.flatMap { slot(of: $0) })
      return candidate(&probe, unit, near, offset, question.tile, leaving: leaving)
    }
  }

  /// The beats that are tried for a unit: the nearest of those that the rules about beats leave it, or just one.
  func beatsWorthTrying(for unit: Int, _ beats: [Int]) -> [Int] {
    guard beats.count > 1 else { return beats }
    let home = frame.roster.units[unit].home
    let open = beats.filter { beat in
      !UnitRules.ofBeats.contains { frame.policy.isHard($0.info) && $0.forbids(unit, beat, in: frame) }
    }.map { (frame.roster.distance(from: home, to: frame.roster.beats[$0]), $0) }
    let nearest = open.sorted { $0 < $1 }.prefix(4).map(\.1)
    return nearest.isEmpty ? Array(beats.prefix(1)) : nearest
  }

  /// What a unit does on a day of the period, as far as what it names is known; by shift and beat.
  func postings(of unit: Int, _ offset: Int) -> [Assignment] {
    assignments(of: UnitReference(unit)).filter {
      frame.calendar.offset(of: $0.day) == offset && $0.beat.isKnown && $0.shift.isKnown
    }
  }

  private func stands(_ posting: Assignment, in beats: [Int], _ tile: Int) -> Bool {
    beats.contains(posting.beat.index) && frame.clock.tilesOfShift[posting.shift.index].contains(Int32(tile))
  }

  private func candidate(
    _ probe: inout PostingProbe, _ unit: Int, _ beats: [Int], _ offset: Int, _ tile: Int, leaving: Assignment?
  ) -> Candidate {
    var best: (beat: Int, shift: Int, reasons: [Reason], weight: Int)?
    for beat in beats {
      for shift in frame.shifts(ofUnit: unit, inTile: tile) {
        let reasons = reasons(&probe, unit, beat, offset, shift, replacing: leaving)
        let weight = reasons.reduce(0) { $0 + ($1.isHard ? 1000 : 1) }
        if let best, best.weight <= weight { continue }
        best = (beat, shift, reasons, weight)
      }
    }
    let minutes = probe.timeline.entries.reduce(0) { $0 + ($1.isInPeriod ? $1.minutes : 0) }
    let beat = best?.beat ?? beats[0]
    var candidate = Candidate(
      unit: UnitReference(unit), beat: BeatReference(beat), shift: ShiftReference(best?.shift ?? 0),
      reasons: best?.reasons ?? [],
      distance: frame.roster.distance(from: frame.roster.units[unit].home, to: frame.roster.beats[beat]),
      minutes: minutes)
    candidate.leaves = leaving
    return candidate
  }

  /// Tries the legal ones, and sorts all.
  private func ranked(_ found: [Candidate], day: Day) -> [Candidate] {
    guard found.contains(where: \.isLegal) else { return found.sorted(by: Candidate.precedes) }
    var trial = RosterTrial(self)
    return found.map { candidate in
      guard candidate.isLegal else { return candidate }
      var candidate = candidate
      let posting = Assignment(day: day, shift: candidate.shift, beat: candidate.beat, unit: candidate.unit)
      let outcome = trial.outcome(of: (candidate.leaves.map { [.remove($0)] } ?? []) + [.add(posting)])
      candidate.reasons += outcome.breaks.map(\.reason).filter { !candidate.reasons.contains($0) }
      candidate.cost = outcome.cost
      candidate.gaps = outcome.gaps
      return candidate
    }.sorted(by: Candidate.precedes)
  }
}

extension RosterFrame {
  /// The shifts in which a unit could stand in a tile: those of its regime, the tile first; the tile where there is none.
  func shifts(ofUnit unit: Int, inTile tile: Int) -> [Int] {
    let own = roster.settings.shifts.tiles[tile].index
    let reference = roster.units[unit].regime
    let covering = clock.shiftsOfTile[tile].map(Int.init)
    guard reference.isKnown, policy.strictest(of: ShiftNotInRegime.info) != .off else { return [own] }
    let works = limits[reference.index].works
    let worked = covering.filter { works[$0] }.sorted { ($0 == own ? -1 : $0) < ($1 == own ? -1 : $1) }
    return worked.isEmpty ? [own] : worked
  }
}
