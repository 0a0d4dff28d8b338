import Coverage
import RosterModel

/// What `patrol why` answers.
struct WhyAnswer {
  let why: CellWhy
  let frame: RosterFrame
  /// The folder as it was typed, for the commands.
  let folder: String
  /// Whether every unit is named.
  let isVerbose: Bool

  var roster: Roster { frame.roster }

  /// A unit as people and programs know it: its callsign, and its id.
  func name(_ unit: UnitReference) -> String {
    let row = roster.units[unit.index]
    return row.callsign.isEmpty || row.callsign == row.id ? row.id : "\(row.callsign) (\(row.id))"
  }

  /// A posting's place and time, the day where it is another than the one asked about.
  func place(_ posting: Assignment) -> String {
    let day = posting.day == why.question.day ? "" : " on \(posting.day)"
    return "\(roster.id(posting.beat)) \(roster.id(posting.shift))\(day)"
  }
}
