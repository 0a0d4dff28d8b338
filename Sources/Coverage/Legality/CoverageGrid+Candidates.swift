import RosterModel

extension CoverageGrid {
  /// The units that could take a cell, best first: legal ones, then by hard reasons, distance, hours so far and id.
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
      found.append(candidate(&probe, number, beat.index, offset, tile))
    }
    return found.map { (sortKey($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  private func candidate(
    _ probe: inout PostingProbe, _ unit: Int, _ beat: Int, _ offset: Int, _ tile: Int
  ) -> Candidate {
    var best: (shift: Int, reasons: [Reason])?
    for shift in frame.shifts(ofUnit: unit, inTile: tile) {
      let reasons = reasons(&probe, unit, beat, offset, shift, replacing: nil)
      if let best, Self.weight(best.reasons) <= Self.weight(reasons) { continue }
      best = (shift, reasons)
    }
    let minutes = probe.timeline.entries.reduce(0) { $0 + ($1.isInPeriod ? $1.minutes : 0) }
    return Candidate(
      unit: UnitReference(unit), shift: ShiftReference(best?.shift ?? 0), reasons: best?.reasons ?? [],
      distance: frame.roster.distance(from: frame.roster.units[unit].home, to: frame.roster.beats[beat]),
      minutes: minutes)
  }

  private static func weight(_ reasons: [Reason]) -> Int {
    reasons.reduce(0) { $0 + ($1.isHard ? 1000 : 1) }
  }

  private func sortKey(_ candidate: Candidate) -> (Int, Int, Int, Int32) {
    (Self.weight(candidate.reasons), candidate.distance, candidate.minutes, candidate.unit.raw)
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
