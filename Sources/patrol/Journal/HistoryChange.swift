import Coverage
import Journal
import RosterModel
import Screen

/// What `patrol undo` and `patrol redo` do.
struct HistoryChange {
  var folder: RosterArgument
  var who: PersonOption
  var clock: NowOption
  var why: ReasonOption
  var key: KeyOption
  var format: AnswerFormat
  var streams: StandardStreams
  var isUndo: Bool

  private enum Outcome {
    case recorded(RecordedAct, [Finding])
    /// The key was given to another act.
    case keyTaken(String)
    /// The person has nothing to undo or redo.
    case nothing
    /// The journal cannot be read.
    case unread
    /// What others have done since speaks against it.
    case refused(EditRefusal)
  }

  private var verb: String { isUndo ? "undo" : "redo" }

  func run() throws {
    let person = try who.acting()
    let recorder = RosterRecorder(folder: folder.roster, person: person)
    let session = try recorder.open(streams, isFirst: true)
    let (settings, wholeness) = (session.roster.settings, session.wholeness)
    let outcome: Outcome
    do {
      // Before the answer, because one that cannot be written ends the program.
      defer { recorder.close(session, streams) }
      outcome = try act(in: session)
    }
    var answer = HistoryAnswer(log: LogAnswer(entries: [], settings: settings))
    if case .recorded(let act, let findings) = outcome {
      answer.findings = findings
      answer.log.records = [.sound(act.entry)]
      answer.isRepeat = act.isRepeat
    }
    try answer.give(streams, as: format, from: wholeness)
    let status = tell(outcome, of: person, streams)
    if !wholeness.isWhole { throw ExitStatus.incomplete }
    if status != .done { throw status }
  }

  /// Says what came of it; the code for that.
  private func tell(_ outcome: Outcome, of person: String, _ streams: StandardStreams) -> ExitStatus {
    switch outcome {
    case .recorded(let act, _):
      streams.note(act.words)
      return .done
    case .nothing:
      streams.complain("patrol \(verb): there is nothing of \(person.shown) to \(verb)")
      return .no
    case .unread:
      streams.complain("patrol \(verb): refused: \(RefusalText.unread).")
      return .incomplete
    case .keyTaken(let words):
      streams.complain("patrol \(verb): refused: \(words).".shown)
      return .no
    case .refused(let refusal):
      streams.complain("patrol \(verb): refused: \(RefusalText.words(refusal)).".shown)
      return refusal.status
    }
  }

  private func act(in session: RosterSession) throws -> Outcome {
    // Without its journal a roster would seem to have no acts.
    if let obstacle = session.access.obstacle {
      if session.unread != nil, obstacle == .unreadable { return .unread }
      throw CommandFailure(ExitStatus(obstacle), "nothing was \(verb)ne: \(RefusalText.obstacle(of: session))".shown)
    }
    session.now = try DutyClock.now(clock.now, settings: session.roster.settings).instant
    let keyed = KeyedAct(key: key.id, [verb], by: session.author.person)
    let attempt = try Attempt(under: keyed, in: session, orSay: "nothing was \(verb)ne") { () throws -> Outcome in
      let history = try session.history()
      guard let last = isUndo ? history.undoable.last : history.redoable.last else { return .nothing }
      let draft = EntryDraft(
        kind: isUndo ? .undo(last.position) : .redo(last.position), name: last.draft.name, reason: why.reason ?? "",
        isForced: why.reason != nil, changes: isUndo ? last.draft.changes.inverse : last.draft.changes)
      let broken = session.findings(madeBy: draft)
      let entry = try session.commit(keyed?.marked(draft) ?? draft, basis: session.position)
      return .recorded(RecordedAct(entry: entry), broken)
    }
    switch attempt {
    case .made(let outcome): return outcome
    case .known(let act): return .recorded(act, [])
    case .keyTaken(let words): return .keyTaken(words)
    case .refused(let refusal): return .refused(refusal)
    }
  }
}

/// What came of trying to record an act that may have been recorded before.
enum Attempt<Made> {
  /// It was made now.
  case made(Made)
  /// Its key has an entry, which is what is asked for.
  case known(RecordedAct)
  /// Its key was given to another act, which the words name.
  case keyTaken(String)
  /// What others have done since speaks against it.
  case refused(EditRefusal)

  /// Makes and records an act, unless its key has an entry.
  ///
  /// - Parameters:
  ///   - failure: what to say first where the system refuses: `nothing was undone`.
  ///   - make: called after the key is looked up, because what there is to undo or to settle is another by then.
  /// - Throws: `CommandFailure` where the journal cannot be read or written.
  init(
    under keyed: KeyedAct?, in session: RosterSession, orSay failure: String, _ make: () throws -> Made
  ) throws {
    do {
      if let keyed, let entry = try keyed.recorded(in: session) {
        self.init(entry, under: keyed)
      } else {
        self = .made(try make())
      }
    } catch let refusal as EditRefusal {
      switch refusal {
      case .notWritten(let words, let obstacle):
        throw CommandFailure(ExitStatus(obstacle), "\(failure): \(words)".shown)
      case .alreadyRecorded(let entry):
        if let keyed { self.init(entry, under: keyed) } else { self = .refused(refusal) }
      default: self = .refused(refusal)
      }
    } catch let error as JournalError {
      throw CommandFailure(.incomplete, "\(error)".shown)
    }
  }

  private init(_ entry: JournalEntry, under keyed: KeyedAct) {
    self =
      keyed.isMet(by: entry)
      ? .known(RecordedAct(entry: entry, isRepeat: true)) : .keyTaken(keyed.refusal(entry))
  }
}

extension RosterSession {
  /// What taking back or doing again breaks that is not broken now.
  ///
  /// It is told and, where it takes back or does again the person's own act, no reason to refuse: who does that wants what
  /// was there before.
  func findings(madeBy draft: EntryDraft) -> [Finding] {
    var roster = self.roster
    do {
      return grid.findings(madeBy: EditStep(name: draft.name, edits: try roster.apply(draft.changes)))
    } catch {
      // Whoever records it says why it cannot be made.
      return []
    }
  }
}

/// What `patrol undo` and `patrol redo` answer: the act that they have recorded, as `patrol log` has it.
struct HistoryAnswer: Encodable {
  /// The act; no entry where none was recorded.
  var log: LogAnswer
  /// Whether it was recorded before it was asked for this time.
  var isRepeat = false
  /// What it has broken that was not broken before.
  var findings: [Finding] = []
  /// The entries that the roster lacked and need no settling any more; `nil` where none was to be settled.
  var settled: [Int64]?

  /// Writes the answer.
  func give(_ streams: StandardStreams, as format: AnswerFormat, from folder: FolderWholeness) throws {
    let deed = log.records.first.map { Deed.recorded($0.position) }
    switch format {
    case .text:
      let broken = findings.map { FindingText.line($0, colour: streams.answersInColour) }
      streams.answer((broken + [log.text]).joined(separator: "\n"), after: deed)
    case .json: streams.answer(try JSONText.encode(self, from: folder), after: deed)
    }
  }

  private enum Key: String, CodingKey {
    case isApplied, isRepeat, entry, findings, settled
  }

  /// The fields of the log, and those of every verb that edits.
  func encode(to encoder: any Encoder) throws {
    try log.encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(!log.records.isEmpty, forKey: .isApplied)
    try container.encode(isRepeat, forKey: .isRepeat)
    try container.encodeIfPresent(log.records.first?.position.number, forKey: .entry)
    try container.encode(findings.map { FindingJSON($0) }, forKey: .findings)
    try container.encodeIfPresent(settled, forKey: .settled)
  }
}
