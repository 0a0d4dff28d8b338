import Characters
import RosterModel

/// The ids and callsigns of a roster by which a file names what it means.
struct RosterIDs {
  /// The ids of one table.
  struct Names {
    private let numbers: [String: Int]
    private let spellings: [String: String]

    init(_ ids: [String]) {
      numbers = Dictionary(zip(ids, ids.indices), uniquingKeysWith: { first, _ in first })
      spellings = Dictionary(ids.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The number of an id; `nil` where the roster has none such.
    subscript(id: String) -> Int? { numbers[id] }

    /// An id as the roster spells it: ids are unique without regard to case, and a spreadsheet leaves spaces around them.
    func spelled(_ id: String) -> String {
      if numbers[id] != nil { return id }
      let trimmed = SpreadsheetText.trimmed(id)
      return numbers[trimmed] == nil ? spellings[trimmed.lowercased()] ?? trimmed : trimmed
    }
  }

  /// The beats.
  let beats: Names
  /// The units.
  let units: Names
  /// The shifts.
  let shifts: Names
  private let unitIDs: [String]
  private let callsigns: AlikeNames

  /// O(beats + units).
  init(_ roster: Roster) {
    beats = Names(roster.beats.map(\.id))
    units = Names(roster.units.map(\.id))
    shifts = Names(roster.settings.shifts.shifts.map(\.id))
    unitIDs = roster.units.map(\.id)
    callsigns = AlikeNames(roster.units.map { HarmlessText.from($0.callsign) })
  }

  /// The ids of the units that a file means by a callsign: of those that have it, or else of those that have one which looks
  /// or sounds the same.
  func units(called callsign: String) -> [String] { callsigns.positions(of: callsign).map { unitIDs[$0] } }
}

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
