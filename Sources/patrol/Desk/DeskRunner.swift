import Desk
import Glibc
import Journal
import RosterFolder
import RosterModel
import Screen
import Terminal

/// Opens the dispatch desk on a roster folder.
enum DeskRunner {
  /// Runs the desk on the terminal until the dispatcher leaves.
  ///
  /// Where a signal ends it, the process ends as the signal would have it, with the terminal given back and what was
  /// recorded in the tables.
  ///
  /// - Returns: `done`, `incomplete` where the folder could not be read whole, or `system` where the tables or the journal
  ///   could not be written at the end.
  /// - Throws: `CommandFailure` where there is no roster or no terminal.
  static func run(folder: String, readOnly: Bool, options: DeskOptions = DeskOptions()) throws -> ExitStatus {
    try requireTerminal(folder)
    let session = try open(folder, options.person, readOnly: readOnly)
    let isWhole = session.wholeness.isWhole
    let options = try options.clocked(in: session.roster.settings)
    let terminal = try open(options, folder)
    let model = Model(opening(of: session, readOnly: readOnly, options, terminal.size, terminal.notice))
    let edits = try worker(SessionStore(session), terminal)
    var loop = DeskLoop(model, terminal, edits, options)
    let ending = loop.run()
    // A second signal, as a closed window brings, must not end the program before the tables are up to date; whoever
    // leaves by a key gets the terminal back first.
    if ending == nil { terminal.close() }
    let failure = edits.close()
    terminal.close()
    if let failure { StandardStreams().complain("patrol: \(failure)") }
    ending?.finish()
    if failure != nil { return .system }
    return isWhole ? .done : .incomplete
  }

  /// The first screen as text, without a terminal; nothing is written.
  ///
  /// - Throws: `CommandFailure` where there is no roster.
  static func print(
    folder: String, readOnly: Bool, size: Size = Size(width: 120, height: 40), options: DeskOptions = DeskOptions()
  ) throws -> (screen: String, status: ExitStatus) {
    let (roster, reading) = try RosterArgument.readRoster(at: folder, StandardStreams())
    let options = try options.clocked(in: roster.settings)
    let now = options.now ?? DutyClock.system().instant
    var opening = Opening(
      roster: roster, readingFindings: reading.wholeness.findings, isReadOnly: readOnly, now: now, size: size,
      author: Author(person: options.person, session: ""))
    opening.unusable = reading.snapshot.unusableRows
    var model = Model(opening)
    for case .wake(_, let token) in model.receive(.clock(now)) { _ = model.receive(.woke(token)) }
    return (view(model, size).text, reading.wholeness.isWhole ? .done : .incomplete)
  }

  private static func open(_ folder: String, _ person: String, readOnly: Bool) throws -> RosterSession {
    let options = try SessionOptions.asked(person: person, isDesk: true, isReadOnly: readOnly)
    do {
      return try RosterSession(at: folder, options)
    } catch {
      throw CommandFailure(.incomplete, "\(error)".shown.sentence)
    }
  }

  /// What the desk is opened with.
  private static func opening(
    of session: RosterSession, readOnly: Bool, _ options: DeskOptions, _ size: Size, _ terminalNotice: String?
  ) -> Opening {
    var notices = session.notices.map(\.sentence)
    if let words = session.conflictWords { notices.append(words.sentence) }
    if let notice = terminalNotice { notices.append(notice.sentence) }
    var opening = Opening(
      roster: session.roster, readingFindings: session.wholeness.findings, isReadOnly: readOnly,
      now: options.now ?? DutyClock.system().instant, size: size, author: session.author)
    opening.unusable = session.snapshot.unusableRows
    opening.end = session.position
    opening.conflicts = session.conflicts
    if session.access != .editing, !readOnly { opening.storage = .readOnly("\(session.access)".shown) }
    do {
      opening.acts = try session.latestActs()
      opening.conflictActs = try session.acts(of: session.conflicts)
      let history = try session.history(limit: RosterSession.entriesListed)
      opening.undoable = history.undoable
      opening.redoable = history.redoable
    } catch {
      notices.append("Undo and history begin now: \(error)".shown)
    }
    opening.notice = notices.isEmpty ? nil : notices.joined(separator: " ")
    return opening
  }

  private static func worker(
    _ store: sending any EditStore, _ terminal: TerminalSession
  ) throws -> EditWorker {
    let waker = terminal.waker
    do {
      return try EditWorker(store) { waker.wake() }
    } catch {
      terminal.close()
      throw CommandFailure(.fault, "\(error)".shown)
    }
  }

  /// Without a terminal nothing is to be written, not even a journal.
  private static func requireTerminal(_ folder: String) throws {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw noTerminal(.notATerminal, folder) }
  }

  private static func open(_ options: DeskOptions, _ folder: String) throws -> TerminalSession {
    var terminal = TerminalOptions(theme: options.theme)
    terminal.escapeDelay = options.escapeDelay
    terminal.usesMouse = options.usesMouse
    do {
      return try TerminalSession(terminal)
    } catch {
      throw noTerminal(error, folder)
    }
  }

  private static func noTerminal(_ error: TerminalError, _ folder: String) -> CommandFailure {
    CommandFailure(
      .usage, "\(error)".shown + ". Without a terminal, `patrol edit \(folder.shown) --print` prints the first screen.")
  }
}
