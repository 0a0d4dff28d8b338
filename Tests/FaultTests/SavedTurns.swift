import FaultTesting
import RosterFolder
import RosterModel

/// What is left of the turns of `FolderProbe turns`.
enum SavedTurns {
  /// What is wrong with a folder in which so many turns were said to be saved and one more may have been.
  static func fault(of state: DiskState, in folder: FaultRoster, saved: Int) throws -> String? {
    try folder.replace(with: state)
    return try fault(in: folder, saved: saved)
  }

  /// What is wrong with a folder as it is.
  static func fault(in folder: FaultRoster, saved: Int) throws -> String? {
    let snapshot = try FolderReader.read(at: folder.path)
    guard let roster = snapshot.roster, snapshot.findings.isEmpty else {
      return "cannot be read: \(snapshot.findings.map(\.message))"
    }
    let turns = Set(roster.assignments.map { roster.text($0.note) } + roster.publications.map(\.by))
    // Before the first turn nothing is noted and the chief has published.
    let turn = turns == ["", "chief"] ? 0 : turns.count == 1 ? turns.first.flatMap(Int.init) : nil
    guard let turn, turn == saved || turn == saved + 1 else { return "after turn \(saved) there is \(turns.sorted())" }
    return nil
  }
}
