import Coverage
import RosterModel

/// Everyone who could take a cell, best first, and everyone who could not.
struct Shortlist: Sendable {
  let cell: CellPlace
  /// The state of the roster it was made for.
  let revision: Int
  /// Whether units that stand too far from home are in it.
  let isWhole: Bool
  /// Legal first, and of these who fills most of what is missing; then the others by how little is against them.
  let candidates: [Candidate]
  /// How many candidates are legal.
  let legalCount: Int
  /// How many units each hard rule rules out, most first; a unit counts for each rule it would break.
  let ruledOut: [RuledOut]
  /// What each unit asked for on that day.
  let wishes: [UnitReference: Request.Wish]

  /// A rule and how many units it rules out.
  struct RuledOut: Hashable, Sendable {
    let rule: String
    let units: Int
  }
}

extension Document {
  /// Who could take a cell.
  ///
  /// O(units in reach × their postings), or O(units × their postings) for the whole list.
  func shortlist(for cell: CellPlace, isWhole: Bool = false) -> Shortlist {
    // One who stands there but does not count, being absent, is no candidate for the same place either.
    let there = Set(grid.entries(beat: cell.beat, day: cell.day, tile: cell.tile).map(\.assignment.unit))
    let found = grid.candidates(
      beat: cell.beat, day: cell.day, tile: cell.tile, includingUnreachable: isWhole
    ).filter { !there.contains($0.unit) }
    let needed = grid.lines(counting: cell.beat).compactMap { line -> DemandLine? in
      guard let state = grid.state(line: line, day: cell.day, tile: cell.tile) else { return nil }
      return state.have < state.square.target ? frame.plan.lines[line] : nil
    }
    // The order of the candidates is kept within each group.
    let ranked = found.enumerated().map { number, candidate in
      (candidate.isLegal ? -fills(candidate.unit, needed) - 1 : 0, number)
    }
    let candidates = ranked.sorted { $0 < $1 }.map { found[$0.1] }
    let farAway = base.units.count - found.count - there.count
    return Shortlist(
      cell: cell, revision: revision, isWhole: isWhole, candidates: candidates,
      legalCount: candidates.count { $0.isLegal },
      ruledOut: ruledOut(candidates) + (farAway > 0 ? [.init(rule: "posted-beyond-reach", units: farAway)] : []),
      wishes: wishes(on: cell))
  }

  /// How many of the lines that still need units would count the unit.
  private func fills(_ unit: UnitReference, _ needed: [DemandLine]) -> Int {
    let row = base.units[unit.index]
    return needed.count { ($0.force == nil || $0.force == row.force) && ($0.skill.isEmpty || row.has($0.skill)) }
  }

  private func ruledOut(_ candidates: [Candidate]) -> [Shortlist.RuledOut] {
    var units: [String: Int] = [:]
    for candidate in candidates {
      for rule in Set(candidate.reasons.filter(\.isHard).map(\.rule.name)) { units[rule, default: 0] += 1 }
    }
    return units.map { Shortlist.RuledOut(rule: $0.key, units: $0.value) }
      .sorted { ($1.units, $0.rule) < ($0.units, $1.rule) }
  }

  private func wishes(on cell: CellPlace) -> [UnitReference: Request.Wish] {
    let tile = settings.shifts.tiles[cell.tile]
    var wishes: [UnitReference: Request.Wish] = [:]
    for request in base.requests where request.days.contains(cell.day) {
      switch request.matter {
      case .off: wishes[request.unit] = request.wish == .want ? .avoid : .want
      case .anyShift: wishes[request.unit] = request.wish
      case .shift(let shift) where shift == tile: wishes[request.unit] = request.wish
      case .shift: break
      }
    }
    return wishes
  }
}
