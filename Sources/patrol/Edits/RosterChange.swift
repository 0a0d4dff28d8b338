import Coverage
import Journal
import RosterFolder
import RosterModel
import Screen

/// A change of a roster folder: read, judged, written.
///
/// The one way in which verbs edit a roster, so that what is promised of edits holds for all of them: what breaks a rule
/// that was kept is refused, a published day is not changed without a reason, all tables are written or none.
struct RosterChange {
  var folder: String
  /// Who acts.
  var person: String
  /// Why; `nil` where it was not said.
  var reason: String?
  /// Whether it is written although it breaks a rule.
  var isForced = false
  /// Whether nothing is written.
  var isDryRun = false
  /// By what the act is known again; `nil` where nobody gave a key.
  var key: String?
  /// What `--now` says.
  var now: String?
  /// The verb and what it is asked to do.
  var wish: (RosterSettings) throws -> [String]
  /// Rules by id whose new findings are no reason to refuse, because the verb was told of them.
  var acceptedRules: Set<String> = []

  /// What the edits are made from.
  struct Draft {
    /// The roster as it was read; notes may be added to it.
    var roster: Roster
    /// What stands where in it.
    var grid: CoverageGrid
  }

  struct Outcome {
    /// The roster without the edits.
    var before: Roster
    /// The roster with the edits, be they written or not.
    var after: Roster
    var step: EditStep
    /// What they break that was not broken.
    var findings: [Finding]
    /// Why nothing was written.
    var refusals: [ChangeRefusal]
    /// The act that the edits are in the journal; `nil` where they are not.
    var act: RecordedAct?
    /// How much of the folder was read.
    var folder: FolderWholeness
    /// Whether the journal refused it for what others have done meanwhile, so that it is worth trying again.
    var isOvertaken = false
  }

  /// How often the change is made again where another has changed what it is about.
  private static let attempts = 5

  /// Makes the change.
  ///
  /// - Parameter build: the edits, from the roster as it is; asked again where the roster has changed meanwhile.
  /// - Throws: `CommandFailure` where there is no roster, or it cannot be written; nothing is half-written then.
  func make(_ streams: StandardStreams, _ build: (inout Draft) throws -> EditStep) throws -> Outcome {
    let recorder = RosterRecorder(folder: folder, person: person)
    let session = try recorder.open(streams, readOnly: isDryRun, isFirst: true)
    defer { recorder.close(session, streams) }
    session.now = try DutyClock.now(now, settings: session.roster.settings).instant
    let keyed = try KeyedAct(key: key, try wish(session.roster.settings), by: person)
    // Before the edits are made: of what is done already none are left to make.
    if let keyed, let entry = try keyed.recorded(in: session) { return outcome(of: entry, under: keyed, in: session) }
    for _ in 1..<Self.attempts {
      let outcome = try makeOnce(in: session, keyed, build)
      if !outcome.isOvertaken { return outcome }
    }
    return try makeOnce(in: session, keyed, build)
  }

  /// What came of a change whose key has an entry already.
  private func outcome(of entry: JournalEntry, under keyed: KeyedAct, in session: RosterSession) -> Outcome {
    let isMet = keyed.isMet(by: entry)
    return Outcome(
      before: session.roster, after: session.roster, step: EditStep(name: entry.draft.name, edits: []), findings: [],
      refusals: isMet ? [] : [.keyTaken(keyed.refusal(entry))],
      act: isMet ? RecordedAct(entry: entry, isRepeat: true) : nil, folder: session.wholeness)
  }

  /// Makes the change, of the roster as the session knows it by now.
  private func makeOnce(
    in session: RosterSession, _ keyed: KeyedAct?, _ build: (inout Draft) throws -> EditStep
  ) throws -> Outcome {
    let before = session.roster
    let folder = session.wholeness
    var draft = Draft(roster: before, grid: session.grid)
    let step: EditStep
    do {
      step = try build(&draft)
    } catch let refusal as ChangeRefusal {
      return Outcome(
        before: before, after: before, step: EditStep(name: "", edits: []), findings: [], refusals: [refusal],
        folder: folder)
    } catch let error as EditError {
      throw CommandFailure(.fault, "the edits could not be applied: \(error). Please report this.")
    } catch let failure as CommandFailure where failure.status == .usage && !folder.isWhole {
      // What is not found may stand in what could not be read.
      throw CommandFailure(.incomplete, failure.message)
    }
    var after = draft.roster
    do {
      try after.apply(step)
    } catch {
      throw CommandFailure(.fault, "the edits could not be applied: \(error). Please report this.")
    }
    let findings = draft.grid.judge(step)
    var outcome = Outcome(
      before: before, after: after, step: step, findings: findings, refusals: [], folder: folder)
    guard !step.edits.isEmpty else { return outcome }
    // What the system keeps from being written is not for want of being read.
    if !isDryRun, session.access.obstacle == .system {
      throw CommandFailure(.system, "nothing was written: \(RefusalText.obstacle(of: session))".shown)
    }
    let changes = [RowChange](step, in: after)
    let worked = draft.grid.worked(changedBy: changes)
    outcome.refusals = refusals(of: outcome, making: changes, in: draft.grid)
    if outcome.refusals.isEmpty, !isDryRun {
      let entry = EntryDraft(
        kind: kind(of: step, correcting: worked),
        name: step.name, reason: reason ?? "", isForced: isForced, changes: changes)
      do throws(EditRefusal) {
        outcome.act = RecordedAct(
          entry: try session.commit(
            keyed?.marked(entry) ?? entry, basis: session.position, accepting: acceptedRules))
      } catch {
        if let keyed, case .alreadyRecorded(let entry) = error {
          return self.outcome(of: entry, under: keyed, in: session)
        }
        if error.status == .system {
          throw CommandFailure(.system, "nothing was written: \(RefusalText.words(error))".shown)
        }
        outcome.refusals = [session.unread.map { .notWhole($0) } ?? ChangeRefusal(error)]
        outcome.isOvertaken = error.status == .no
      }
    }
    return outcome
  }

  /// What sort of act a step is: what happened during a shift is recorded while it happens, and corrects nothing.
  private func kind(of step: EditStep, correcting worked: [PostingName]) -> EntryKind {
    if step.edits.contains(where: \.isOfPublication) { return .publication }
    return worked.isEmpty || step.edits.contains { $0.addedManoeuvre != nil } ? .edit : .correction
  }

  private func refusals(of outcome: Outcome, making changes: [RowChange], in grid: CoverageGrid) -> [ChangeRefusal] {
    let broken = outcome.findings.filter { $0.severity == .error && !acceptedRules.contains($0.rule.id) }
    let unread = !isForced && !outcome.folder.isWhole
    return (unread ? [.notWhole(outcome.folder.journal)] : [])
      + ChangeRefusal.all(
        of: outcome.step, making: changes, breaking: broken, isForced: isForced, reason: reason, in: grid)
  }
}
