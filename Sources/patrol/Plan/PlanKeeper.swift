import Coverage
import Glibc
import Journal
import Planner
import RosterFolder
import RosterModel
import Screen
import Sheets

/// Keeps a finished plan that could not be written where it was to be: minutes or hours of search are in it.
struct PlanKeeper {
  /// The roster folder as it was named.
  var source: String
  /// The roster as it was read to be planned, and its folder.
  var roster: Roster
  var snapshot: FolderSnapshot

  /// How many names are tried for a copy.
  private static let mostCopies = 999

  /// Writes the planned roster as a complete copy beside the roster, under a name that nothing has, or else as a table to
  /// standard output.
  ///
  /// - Returns: where it is and how to take it.
  func keep(_ changes: [RowChange], _ streams: StandardStreams) -> String {
    let (planned, snapshot) = planned(changes)
    let from = source.shown
    if let copy = copy(planned, of: snapshot) {
      let copy = named(copy).shown
      return
        "The plan is kept as a roster of its own in \(copy). `patrol diff \(from) \(copy)` shows what it changes. To "
        + "take it: `patrol export \(copy) --table plan.csv`, then `patrol import \(from) plan.csv --no-base --removals`."
    }
    streams.answer(
      String(
        decoding: FlatTable(planned, grid: CoverageGrid(planned)).csv(dialect: .rfc4180).bytes, as: UTF8.self))
    return
      "No copy could be written beside it either, so the plan is on standard output, as a table of all postings. To "
      + "take it, keep it as a file: `patrol import \(from) FILE --no-base --removals`."
  }

  /// The planned roster: the one of the folder as it is by now, with what is left of the plan; where that cannot be read any
  /// more, the one that was planned.
  private func planned(_ changes: [RowChange]) -> (Roster, FolderSnapshot) {
    do {
      let now = try RosterReading(at: source)
      if let roster = now.roster, let planned = Self.roster(roster, with: changes) { return (planned, now.snapshot) }
    } catch {
      // The folder may be gone, which may be why the plan could not be written.
    }
    return (Self.roster(roster, with: changes) ?? roster, snapshot)
  }

  private static func roster(_ roster: Roster, with changes: [RowChange]) -> Roster? {
    let rest = PlanRemainder(of: changes, among: [], in: roster, grid: CoverageGrid(roster))
    var planned = roster
    do { try planned.apply(rest.changes) } catch { return nil }
    return planned
  }

  /// A path beside the roster, as the roster was named where that leads there.
  private func named(_ path: String) -> String {
    let name = String(source.reversed().drop { $0 == "/" }.reversed()) + path.dropFirst(snapshot.path.count)
    guard let real = realpath(name, nil) else { return path }
    defer { free(real) }
    return String(cString: real) == path ? name : path
  }

  private func copy(_ roster: Roster, of snapshot: FolderSnapshot) -> String? {
    for number in 1...Self.mostCopies {
      let path = "\(snapshot.path).planned-\(number)"
      var status = stat()
      if lstat(path, &status) == 0 { continue }
      do {
        try FolderWriter.create(roster, settings: snapshot.settings, from: snapshot, at: path)
        return path
      } catch {
        // A name that another has taken meanwhile is passed over; whatever else is wrong is wrong with the next name too.
        if lstat(path, &status) != 0 { return nil }
      }
    }
    return nil
  }
}
