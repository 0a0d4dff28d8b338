import FaultTesting
import RosterFolder
import RosterModel

/// What is left of the turns of `FolderProbe turns`.
enum SavedTurns {
  /// What is wrong with a folder that held this and in which so many turns were said to be saved; one more may have been.
  static func fault(of state: DiskState, in folder: FaultRoster, saved: Int) throws -> String? {
    try folder.replace(with: state)
    return try fault(at: folder.path, saved: saved)
  }

  /// What is wrong with a folder as it is.
  static func fault(at path: String, saved: Int) throws -> String? {
    do {
      let turn = try turn(at: path)
      return turn == saved || turn == saved + 1 ? nil : "after turn \(saved) there is turn \(turn)"
    } catch let torn as TornTables {
      return torn.what
    }
  }

  /// The turn that all tables of a folder are of; 0 before the first.
  static func turn(at path: String) throws -> Int {
    let snapshot = try FolderReader.read(at: path)
    guard let roster = snapshot.roster, snapshot.findings.isEmpty else {
      throw TornTables(what: "cannot be read: \(snapshot.findings.map(\.message))")
    }
    let turns = Set(roster.assignments.map { roster.text($0.note) } + roster.publications.map(\.by))
    // Before the first turn nothing is noted and the chief has published.
    if turns == ["", "chief"] { return 0 }
    guard turns.count == 1, let turn = turns.first.flatMap(Int.init) else {
      throw TornTables(what: "there are rows of \(turns.sorted())")
    }
    return turn
  }
}

/// A folder holds half of something.
struct TornTables: Error {
  let what: String
}
