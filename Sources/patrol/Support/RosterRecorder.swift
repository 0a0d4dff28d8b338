import Journal
import RosterFolder
import RosterModel
import Screen

/// Records what a verb does to a roster: durable in its journal, and in its tables where no desk is open.
struct RosterRecorder {
  var folder: String
  /// Who acts.
  var person: String

  /// Opens the roster.
  ///
  /// What is to be told about its journal goes to standard error.
  ///
  /// - Parameters:
  ///   - isFirst: whether nothing was read of the roster before, so that what is wrong with its folder is to be told too.
  ///   - isTold: whether what is to be told was told when the roster was read.
  /// - Throws: `CommandFailure` where there is no roster.
  func open(_ streams: StandardStreams, readOnly: Bool = false, isFirst: Bool = false, isTold: Bool = false) throws
    -> RosterSession
  {
    let options = try SessionOptions.asked(person: person, isReadOnly: readOnly)
    let session: RosterSession
    do {
      session = try RosterSession(at: folder, options)
    } catch SessionError.noRoster(let snapshot) {
      RosterArgument.complain(of: FolderWholeness(snapshot), streams)
      throw CommandFailure(.incomplete, "\(folder.shown): roster.toml cannot be used; mend what is listed above.")
    } catch {
      throw CommandFailure(.incomplete, SessionProblem.words(error).shown)
    }
    if isFirst { RosterArgument.complain(of: session.wholeness, streams) }
    if isTold { _ = session.takeNotices() } else { tell(session, streams) }
    if isFirst { try tellConflicts(of: session, streams) }
    return session
  }

  /// Lets go of the roster; its tables are brought up to date where no desk is open.
  func close(_ session: RosterSession, _ streams: StandardStreams) {
    defer { tell(session, streams) }
    do {
      try session.close()
    } catch {
      streams.complain("warning: \(error)".shown)
    }
  }

  private func tellConflicts(of session: RosterSession, _ streams: StandardStreams) throws {
    let lines: [String]
    do {
      lines = JournalNotes.lines(
        conflicts: session.conflicts, of: try session.acts(of: session.conflicts), in: session.roster.settings)
    } catch {
      throw CommandFailure(.incomplete, "\(error)".shown)
    }
    for line in lines { streams.complain(line.shown) }
  }

  private func tell(_ session: RosterSession, _ streams: StandardStreams) {
    for notice in session.takeNotices() { streams.complain("warning: \(notice)".shown) }
  }

  /// What is known of an act by its key before it is made: a plan or an import costs more than to look.
  ///
  /// - Throws: `CommandFailure` where the roster cannot be read, or whether it was done before is not known.
  func standing(of keyed: KeyedAct?, _ streams: StandardStreams) throws -> KeyedAct.Standing {
    guard let keyed else { return .free }
    let session = try open(streams, readOnly: true, isTold: true)
    defer { close(session, streams) }
    return try keyed.recorded(in: session).map(keyed.standing) ?? .free
  }

  /// Records one act.
  ///
  /// - Parameters:
  ///   - basis: how far along the journal the roster was that the act was made for.
  ///   - keyed: by what it is known again.
  ///   - failure: what to say first where it is not recorded: `nothing was imported`.
  /// - Returns: the act; `nil` where there was nothing to record.
  /// - Throws: `CommandFailure` with the reason; nothing is recorded then.
  func record(
    _ draft: EntryDraft, basis: JournalPosition, under keyed: KeyedAct?, _ streams: StandardStreams,
    orSay failure: String
  ) throws -> RecordedAct? {
    guard !draft.changes.isEmpty else { return nil }
    let session = try open(streams)
    defer { close(session, streams) }
    do {
      return RecordedAct(entry: try session.commit(keyed?.marked(draft) ?? draft, basis: basis))
    } catch {
      if let act = keyed?.act(in: error) { return act }
      let words = session.unread == nil ? RefusalText.words(error) : RefusalText.unread
      throw CommandFailure(error.status, "\(failure): \(words)".shown)
    }
  }
}
