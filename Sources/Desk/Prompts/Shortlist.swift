import Coverage
import RosterModel

/// Everyone who could take a cell, best first, and everyone who could not, as `patrol who` lists them.
struct Shortlist: Sendable {
  let cell: CellPlace
  /// The state of the roster it was made for.
  let revision: Int
  /// Whether units are in it that stand too far from home, or that no square there counts.
  let isWhole: Bool
  /// The list, with its counts.
  let list: CandidateList
  /// How many units each hard rule rules out, most first; a unit counts for each rule it would break.
  let ruledOut: [RuledOut]
  /// What each unit asked for on that day.
  let wishes: [UnitReference: Request.Wish]

  /// Legal ones first and of these the cheapest.
  var candidates: [Candidate] { list.candidates }

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
    let question = CellQuestion(place: .beat(cell.beat), day: cell.day, tile: cell.tile)
    let list = grid.candidates(for: question, listsUnreachable: isWhole, listsAll: isWhole)
    let farAway =
      list.unreachable > 0 ? [Shortlist.RuledOut(rule: "posted-beyond-reach", units: list.unreachable)] : []
    return Shortlist(
      cell: cell, revision: revision, isWhole: isWhole, list: list, ruledOut: ruledOut(list.candidates) + farAway,
      wishes: wishes(on: cell))
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
