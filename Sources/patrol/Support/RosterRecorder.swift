import Journal
import RosterFolder
import RosterModel
import Screen

/// Records what a verb does to a roster: durable in its journal, and in its tables where no desk is open.
struct RosterRecorder {
  /// The roster folder.
  var folder: String
  /// Who acts.
  var person: String

  /// Opens the roster.
  ///
  /// What is to be told about its journal goes to standard error.
  ///
  /// - Throws: `CommandFailure` where there is no roster.
  func open(_ streams: StandardStreams, readOnly: Bool = false) throws -> RosterSession {
    do {
      let session = try RosterSession(at: folder, SessionOptions.asked(person: person, isReadOnly: readOnly))
      tell(session, streams)
      return session
    } catch SessionError.noRoster(let snapshot) {
      for finding in snapshot.findings.filter({ $0.severity == .error }).prefix(10) {
        streams.complain(FindingText.line(finding, colour: false))
      }
      throw CommandFailure(.incomplete, "\(folder.shown): roster.toml cannot be used; mend what is listed above.")
    } catch {
      throw CommandFailure(.incomplete, SessionProblem.words(error).shown)
    }
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

  private func tell(_ session: RosterSession, _ streams: StandardStreams) {
    for notice in session.takeNotices() { streams.complain("warning: \(notice)".shown) }
  }

  /// Records one act.
  ///
  /// - Parameters:
  ///   - basis: how far along the journal the roster was that the act was made for.
  ///   - failure: what to say first where it is not recorded: `nothing was imported`.
  /// - Returns: what is done; `nil` where there was nothing to record.
  /// - Throws: `CommandFailure` with the reason; nothing is recorded then.
  func record(
    _ draft: EntryDraft, basis: JournalPosition, _ streams: StandardStreams, orSay failure: String
  ) throws -> JournalPosition? {
    guard !draft.changes.isEmpty else { return nil }
    let session = try open(streams)
    defer { close(session, streams) }
    do {
      return try session.commit(draft, basis: basis).position
    } catch {
      throw CommandFailure(error.status, "\(failure): \(RefusalText.words(error))".shown)
    }
  }
}
