import Coverage
import RosterModel
import Screen

extension WhoAnswer {
  /// A table for people, safe for a terminal whatever the roster holds; empty where nobody is listed.
  var text: String {
    guard !candidates.isEmpty else { return "" }
    let header = ["cost", "unit", "callsign", "force", "beat", "shift", "from", "counted"]
    return TextTable.text(header, candidates.map(row), numberColumns: 1)
  }

  private func row(_ candidate: Candidate) -> [String] {
    let roster = frame.roster
    let unit = roster.units[candidate.unit.index]
    let from = candidate.leaves.map { "\(roster.id($0.beat)) \(roster.id($0.shift))" } ?? "free"
    return [
      candidate.isLegal ? "\(candidate.cost.total)" : "cannot", unit.id, unit.callsign.shown, unit.force.rawValue,
      roster.id(candidate.beat), roster.id(candidate.shift), from, counted(candidate).shown,
    ]
  }

  /// What makes up the cost, what is left empty elsewhere, and what speaks against it.
  private func counted(_ candidate: Candidate) -> String {
    let parts = candidate.cost.parts.map { "\($0.name) \($0.cost)" }
    let gaps = candidate.gaps.filter { $0.more > 0 }.map { "leaves a gap at \(frame.cellID($0.square))" }
    let reasons = candidate.reasons.map { "\($0.rule.name): \($0.message)\($0.isWaived ? " (waived)" : "")" }
    // What accepts or lifts the rule about absence does not bring the unit there.
    let away = candidate.isAway ? ["absent then, so it would not count"] : []
    return (parts + gaps + reasons + away).joined(separator: ", ")
  }
}
