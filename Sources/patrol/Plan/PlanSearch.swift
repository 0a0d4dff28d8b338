import Coverage
import Files
import Glibc
import Journal
import Planner
import RosterFolder
import RosterModel
import Screen
import Sheets
import Synchronization

/// The searches of one `patrol plan`: what was asked for, then short ones where others have changed what was planned.
///
/// Ctrl-C ends the one that runs, and there is no other then.
final class PlanSearch {
  /// The control of the search that runs.
  private final class Running: Sendable {
    private let control = Mutex<(now: PlanControl, isCancelled: Bool)>((PlanControl(), false))

    func begin() -> PlanControl {
      control.withLock { control in
        control.now = PlanControl()
        if control.isCancelled { control.now.cancel() }
        return control.now
      }
    }

    func cancel() {
      control.withLock { control in
        control.isCancelled = true
        control.now.cancel()
      }
    }
  }

  private let options: PlanOptions
  private let streams: StandardStreams
  private let running = Running()
  private let interrupts: InterruptWatch

  /// Watches for Ctrl-C from now on.
  ///
  /// - Parameter options: of the search that was asked for.
  init(_ options: PlanOptions, _ streams: StandardStreams) {
    self.options = options
    self.streams = streams
    interrupts = InterruptWatch { [running] in running.cancel() }
  }

  /// Whether Ctrl-C was pressed.
  var isInterrupted: Bool { interrupts.isInterrupted }

  /// The search that was asked for.
  func run(_ roster: Roster, _ scope: PlanScope) throws(PlanError) -> Proposal {
    try run(roster, scope, options, "planning")
  }

  /// A short search from a roster in which most is planned.
  func runAgain(_ roster: Roster, _ scope: PlanScope) throws(PlanError) -> Proposal {
    var short = options
    short.iterations = options.iterations.map { max(1, $0 / Self.part) }
    short.timeLimit = min(Self.longest, max(Self.shortest, (options.timeLimit ?? Self.longest) / Double(Self.part)))
    return try run(roster, scope, short, "planning again what others have changed")
  }

  /// Writes the plan: what Ctrl-C does waits until then, and is not done where it was written.
  func write<Answer, Failure: Error>(_ body: () throws(Failure) -> Answer) throws(Failure) -> Answer {
    interrupts.hold()
    defer { interrupts.release() }
    let answer = try body()
    interrupts.stop()
    return answer
  }

  /// Ends watching: from now on Ctrl-C is held off.
  func stop() { interrupts.stop() }

  /// Which part of the limits a short search has, and the least and the most of it in seconds.
  private static let part = 10
  private static let shortest = 0.5
  private static let longest = 20.0

  private func run(
    _ roster: Roster, _ scope: PlanScope, _ options: PlanOptions, _ what: String
  ) throws(PlanError) -> Proposal {
    let control = running.begin()
    let line = ProgressLine(control, streams, what: what)
    line.start()
    defer { line.stop() }
    return try PlannerJob.run(roster, scope: scope, options: options, control: control)
  }
}

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
    return FilePath.real(name) == path ? name : path
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
