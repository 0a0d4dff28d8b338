import ArgumentParser
import Coverage
import Journal
import RosterModel
import Screen

/// Which of the acts that a roster lacks are meant: `12`, `12,14`, `all`.
struct EntryChoice: ExpressibleByArgument {
  /// The positions; `nil` for all.
  let positions: Set<JournalPosition>?
  /// As it was typed.
  let text: String

  init?(argument: String) {
    text = argument
    if argument == "all" {
      positions = nil
      return
    }
    var positions: Set<JournalPosition> = []
    for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
      guard let number = Int64(part), number > 0 else { return nil }
      positions.insert(JournalPosition(number))
    }
    self.positions = positions
  }
}

/// What `patrol redo --entry` and `--drop` do: acts that the roster lacks, because another program has edited its tables, are
/// done again as one act, or let be.
struct ConflictChange {
  var folder: RosterArgument
  var who: PersonOption
  var why: ReasonOption
  var key: KeyOption
  var format: AnswerFormat
  var streams: StandardStreams
  var choice: EntryChoice
  var isDropped: Bool

  private struct Outcome {
    var act: RecordedAct?
    var findings: [Finding] = []
    var settled: [JournalPosition] = []
    /// Why nothing was done, in words.
    var refusal: String?
    var status = ExitStatus.done
  }

  func run() throws {
    let recorder = RosterRecorder(folder: folder.roster, person: try who.acting())
    let session = try recorder.open(streams)
    RosterArgument.complain(of: session.wholeness, streams)
    let (settings, wholeness) = (session.roster.settings, session.wholeness)
    let outcome: Outcome
    do {
      // Before the answer, because one that cannot be written ends the program.
      defer { recorder.close(session, streams) }
      outcome = try settle(in: session)
    }
    var answer = HistoryAnswer(log: LogAnswer(entries: outcome.act.map { [$0.entry] } ?? [], settings: settings))
    answer.findings = outcome.findings
    answer.isRepeat = outcome.act?.isRepeat == true
    answer.settled = outcome.settled.map(\.number)
    try answer.give(streams, as: format, from: wholeness)
    if let refusal = outcome.refusal {
      streams.complain("patrol redo: \(refusal).".shown)
    } else {
      streams.note(words(outcome))
    }
    if !wholeness.isWhole { throw ExitStatus.incomplete }
    if outcome.status != .done { throw outcome.status }
  }

  private func words(_ outcome: Outcome) -> String {
    if let act = outcome.act { return act.words }
    let numbers = outcome.settled.map { "\($0.number)" }.joined(separator: ", ")
    return (isDropped ? "let be: entry " : "the roster says so already: entry ") + numbers
  }

  private func settle(in session: RosterSession) throws -> Outcome {
    if let obstacle = session.access.obstacle {
      throw CommandFailure(ExitStatus(obstacle), "nothing was done: \(RefusalText.obstacle(of: session))".shown)
    }
    let keyed = KeyedAct(key: key.id, ["redo", choice.text], by: session.author.person)
    var outcome = Outcome()
    let attempt = try Attempt(under: keyed, in: session, orSay: "nothing was done") {
      let chosen = session.conflicts.filter { choice.positions?.contains($0.position) ?? true }
      if let refusal = refusal(chosen) {
        outcome = Outcome(refusal: refusal, status: .no)
        return
      }
      if !isDropped {
        let draft = try draft(doingAgain: chosen, in: session)
        outcome.findings = session.findings(madeBy: draft)
        if !draft.changes.isEmpty {
          let entry = try session.commit(keyed?.marked(draft) ?? draft, basis: session.position)
          outcome.act = RecordedAct(entry: entry)
        }
      }
      try session.settle(chosen, as: isDropped ? .dropped : .redone)
      outcome.settled = chosen.positions
    }
    switch attempt {
    case .made: return outcome
    case .known(let act): return Outcome(act: act)
    case .keyTaken(let words): return Outcome(refusal: "refused: \(words)", status: .no)
    case .refused(let refusal):
      return Outcome(
        findings: outcome.findings, refusal: "refused: \(RefusalText.words(refusal))", status: refusal.status)
    }
  }

  /// Why there is nothing to settle; `nil` where there is.
  private func refusal(_ chosen: [ReplayConflict]) -> String? {
    let known = Set(chosen.positions)
    if let unknown = choice.positions?.subtracting(known).min() {
      return "the roster lacks nothing of entry \(unknown.number); `patrol log --conflicts` lists of which it does"
    }
    return known.isEmpty ? "the roster lacks nothing of what was recorded" : nil
  }

  private func draft(doingAgain chosen: [ReplayConflict], in session: RosterSession) throws -> EntryDraft {
    let acts = try session.acts(of: chosen)
    let changes = session.changes(doingAgain: chosen)
    let name = acts.count == 1 ? acts[0].draft.name : "\(acts.count) acts"
    return EntryDraft(
      kind: changes.contains(where: \.isOfPublication) ? .publication : .edit, name: "again: \(name)",
      reason: why.reason ?? "", isForced: why.reason != nil, changes: changes)
  }
}
