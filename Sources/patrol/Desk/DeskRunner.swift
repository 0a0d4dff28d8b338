import Desk
import RosterFolder
import RosterModel
import Screen
import Terminal

/// Opens the dispatch desk on a roster folder.
enum DeskRunner {
  /// Runs the desk on the terminal until the dispatcher leaves.
  ///
  /// Where a signal ends it, the process ends as the signal would have it, with the terminal given back.
  ///
  /// - Returns: `done`, or `incomplete` where the folder could not be read whole.
  /// - Throws: `CommandFailure` where there is no roster or no terminal.
  static func run(folder: String, readOnly: Bool, options: DeskOptions = DeskOptions()) throws -> ExitStatus {
    let (roster, snapshot) = try read(folder)
    let options = try options.clocked(in: roster.settings)
    let author = options.author
    let session = try open(options, folder)
    let opening = Opening(
      roster: roster, readingFindings: snapshot.findings, isReadOnly: readOnly,
      now: options.now ?? DutyClock.system().instant, size: session.size, notice: session.notice, author: author)
    let edits = try worker(FolderStore(snapshot, roster, author: author), session)
    var loop = DeskLoop(Model(opening), session, edits, options)
    let ending = loop.run()
    session.close()
    if let failure = edits.close() {
      StandardStreams().complain("patrol: the tables are not brought up to date: \(failure) What was recorded is safe.")
    }
    ending?.finish()
    return snapshot.isComplete ? .done : .incomplete
  }

  /// The first screen as text, without a terminal.
  ///
  /// - Throws: `CommandFailure` where there is no roster.
  static func print(
    folder: String, readOnly: Bool, size: Size = Size(width: 120, height: 40), options: DeskOptions = DeskOptions()
  ) throws -> (screen: String, status: ExitStatus) {
    let (roster, snapshot) = try read(folder)
    let options = try options.clocked(in: roster.settings)
    let now = options.now ?? DutyClock.system().instant
    var model = Model(
      Opening(
        roster: roster, readingFindings: snapshot.findings, isReadOnly: readOnly, now: now, size: size,
        author: options.author))
    for case .wake(_, let token) in model.receive(.clock(now)) { _ = model.receive(.woke(token)) }
    return (view(model, size).text, snapshot.isComplete ? .done : .incomplete)
  }

  private static func read(_ folder: String) throws -> (Roster, FolderSnapshot) {
    let snapshot: FolderSnapshot
    do {
      snapshot = try FolderReader.read(at: folder)
    } catch {
      throw CommandFailure(.incomplete, "\(error)".shown)
    }
    guard let roster = snapshot.roster else {
      throw CommandFailure(
        .incomplete, "\(folder.shown): roster.toml cannot be used; `patrol validate` says what is wrong with it.")
    }
    return (roster, snapshot)
  }

  private static func worker(
    _ store: sending any EditStore, _ session: TerminalSession
  ) throws -> EditWorker {
    let waker = session.waker
    do {
      return try EditWorker(store) { waker.wake() }
    } catch {
      session.close()
      throw CommandFailure(.fault, "\(error)".shown)
    }
  }

  private static func open(_ options: DeskOptions, _ folder: String) throws -> TerminalSession {
    var terminal = TerminalOptions(theme: options.theme)
    terminal.escapeDelay = options.escapeDelay
    terminal.usesMouse = options.usesMouse
    do {
      return try TerminalSession(terminal)
    } catch {
      throw CommandFailure(
        .usage,
        "\(error)".shown + ". Without a terminal, `patrol edit \(folder.shown) --print` prints the first screen.")
    }
  }
}
