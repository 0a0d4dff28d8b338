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
  /// The ids of the units of each callsign, as files have it.
  let callsigns: [String: [String]]

  /// O(beats + units).
  init(_ roster: Roster) {
    beats = Names(roster.beats.map(\.id))
    units = Names(roster.units.map(\.id))
    shifts = Names(roster.settings.shifts.shifts.map(\.id))
    callsigns = Dictionary(grouping: roster.units, by: { HarmlessText.from($0.callsign) })
      .mapValues { $0.map(\.id) }
  }
}
