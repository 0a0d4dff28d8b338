import RosterModel

/// Where a posting is: the beat, its department and district; made once a beat.
struct BeatCells {
  static let header = [
    "district", "district_name", "department", "department_name", "beat", "beat_name", "kind", "task",
  ]

  private let roster: Roster
  private var made: [[String]]

  init(_ roster: Roster) {
    self.roster = roster
    made = [[String]](repeating: [], count: roster.beats.count)
  }

  /// The cells of these columns; but for the id empty where no table defines the beat.
  mutating func cells(of reference: BeatReference) -> [String] {
    guard reference.isKnown else { return ["", "", "", "", roster.id(reference), "", "", ""] }
    if made[reference.index].isEmpty { made[reference.index] = make(reference) }
    return made[reference.index]
  }

  private func make(_ reference: BeatReference) -> [String] {
    let beat = roster.beats[reference.index]
    let district = roster.district(of: beat.place).map { roster.districts[$0.index] }
    let department = roster.department(of: beat.place).map { roster.departments[$0.index] }
    return [
      district?.id ?? "", district?.name ?? "", department?.id ?? "", department?.name ?? "", beat.id, beat.name,
      beat.kind.rawValue, beat.task,
    ].map(HarmlessText.from)
  }
}
