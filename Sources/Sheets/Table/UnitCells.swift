import RosterModel

/// Who is posted: the unit with what its row says of it; made once a unit.
struct UnitCells {
  static let header = ["unit", "callsign", "force", "leader", "officers", "mode", "skills", "home", "regime"]

  private let roster: Roster
  private var made: [[String]]

  init(_ roster: Roster) {
    self.roster = roster
    made = [[String]](repeating: [], count: roster.units.count)
  }

  /// The cells of these columns; but for the id empty where no table defines the unit.
  mutating func cells(of reference: UnitReference) -> [String] {
    guard reference.isKnown else {
      return [roster.id(reference)] + [String](repeating: "", count: Self.header.count - 1)
    }
    if made[reference.index].isEmpty { made[reference.index] = make(reference) }
    return made[reference.index]
  }

  private func make(_ reference: UnitReference) -> [String] {
    let unit = roster.units[reference.index]
    return [
      unit.id, unit.callsign, unit.force.rawValue, unit.leader, String(unit.officers), unit.mode?.rawValue ?? "",
      unit.skills.joined(separator: " "), roster.id(unit.home), roster.id(unit.regime),
    ].map(HarmlessText.from)
  }
}
