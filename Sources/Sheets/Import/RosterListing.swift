import RosterModel

/// Which assignments of a roster stand in which file, by their numbers.
struct RosterListing {
  private let roster: Roster
  private var bySheet: [SheetKey: [Int]] = [:]

  /// The sheets of some days; O(assignments).
  init(_ roster: Roster, days: Set<Day>) {
    self.roster = roster
    guard !days.isEmpty else { return }
    let plan = roster.settings.shifts
    let places = roster.beats.map { roster.id($0.place) }
    for (number, posting) in roster.assignments.enumerated()
    where days.contains(posting.day) && posting.beat.isKnown && posting.shift.isKnown {
      for tile in plan.tileNumbers[posting.shift.index] {
        let key = SheetKey(place: places[posting.beat.index], day: posting.day, shift: plan.tile(tile).id)
        bySheet[key, default: []].append(number)
      }
    }
  }

  /// The assignments of a sheet.
  func assignments(of key: SheetKey) -> [PostingName: Int] { named(bySheet[key] ?? []) }

  /// The assignments of the flat table of a selection; O(assignments).
  func assignments(of selection: SheetSelection) -> [PostingName: Int] {
    let filter = PostingFilter(selection, in: roster)
    return named(roster.assignments.indices.filter { filter.takes(roster.assignments[$0]) })
  }

  private func named(_ numbers: [Int]) -> [PostingName: Int] {
    Dictionary(
      numbers.map { (PostingName(roster.assignments[$0], in: roster), $0) }, uniquingKeysWith: { first, _ in first })
  }
}
