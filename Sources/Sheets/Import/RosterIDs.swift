import RosterModel

/// The ids and callsigns of a roster by which a file names what it means.
struct RosterIDs {
  /// The numbers of the beats.
  let beats: [String: Int]
  /// The numbers of the units.
  let units: [String: Int]
  /// The numbers of the shifts.
  let shifts: [String: Int]
  /// The ids of the units of each callsign, as files have it.
  let callsigns: [String: [String]]

  /// O(beats + units).
  init(_ roster: Roster) {
    func numbers(_ ids: [String]) -> [String: Int] {
      Dictionary(zip(ids, ids.indices), uniquingKeysWith: { first, _ in first })
    }
    beats = numbers(roster.beats.map(\.id))
    units = numbers(roster.units.map(\.id))
    shifts = numbers(roster.settings.shifts.shifts.map(\.id))
    callsigns = Dictionary(grouping: roster.units, by: { HarmlessText.from($0.callsign) })
      .mapValues { $0.map(\.id) }
  }
}
