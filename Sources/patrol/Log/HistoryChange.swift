import Journal
import RosterModel
import Screen

/// What `patrol undo` and `patrol redo` do.
struct HistoryChange {
  var folder: RosterArgument
  var who: PersonOption
  var why: ReasonOption
  var format: AnswerFormat
  var isUndo: Bool

  private var verb: String { isUndo ? "undo" : "redo" }

  func run() throws {
    let streams = StandardStreams()
    let person = try who.acting()
    let recorder = RosterRecorder(folder: folder.roster, person: person)
    let session = try recorder.open(streams)
    defer { recorder.close(session, streams) }
    do {
      let history = try session.history()
      guard let last = isUndo ? history.undoable.last : history.redoable.last else {
        streams.complain("patrol \(verb): there is nothing of \(person.shown) to \(verb)")
        throw ExitStatus.no
      }
      let draft = EntryDraft(
        kind: isUndo ? .undo(last.position) : .redo(last.position), name: last.draft.name, reason: why.reason ?? "",
        isForced: why.reason != nil, changes: isUndo ? last.draft.changes.inverse : last.draft.changes)
      let entry = try session.commit(draft, basis: session.position)
      let answer = LogAnswer(entries: [entry], conflicts: [], settings: session.roster.settings)
      switch format {
      case .text: streams.answer(answer.text)
      case .json: streams.answer(try JSONText.encode(answer))
      }
    } catch let refusal as EditRefusal {
      streams.complain("patrol \(verb): refused: \(RefusalText.words(refusal)).".shown)
      if case .notWritten = refusal { throw ExitStatus.usage }
      throw ExitStatus.no
    } catch let error as JournalError {
      throw CommandFailure(.incomplete, "\(error)".shown)
    }
  }
}
