import Journal
import Planner
import RosterModel

/// Records a plan as one act of the roster's journal, whatever others do meanwhile.
///
/// Units' days that others have changed since the roster was read stay as they have made them. What does not fit any more
/// beside them is planned again, from the roster as it is by now; after a few rounds, or once the search was interrupted, it
/// is left out. The last look is taken while nobody else can record, so a plan is recorded however busy the others are.
struct PlanRecorder {
  struct Record {
    /// What the roster comes to with the plan, and what is left as it is.
    var proposal: Proposal
    var roster: Roster
    /// The act in the journal; `nil` for a copy, and where the plan changes nothing or was only to be looked at.
    var act: RecordedAct?
    var copy: String?
    /// How many postings were added and taken away.
    var added = 0
    var removed = 0
    /// How many units' days that the plan would have changed stay as others have made them.
    var leftOut = 0
    /// How many units' days were planned again and came out otherwise.
    var plannedAgain = 0
    /// How often was planned again, and how long it took.
    var rounds = 0
    var time = Duration.zero

    /// A plan that nobody came in the way of.
    init(_ proposal: Proposal, of roster: Roster) {
      self.proposal = proposal
      self.roster = roster
      added = proposal.change.added.count
      removed = proposal.change.removed.count
    }

    /// A plan that was recorded before it was asked for this time, or that is not made at all.
    ///
    /// - Throws: `CommandFailure` where the roster cannot be planned any more.
    init(_ act: RecordedAct?, in roster: Roster, scope: PlanScope) throws {
      do {
        self.init(try PlannerJob.figures(of: roster, scope: scope), of: roster)
      } catch {
        throw CommandFailure(error.isFaultOfTheProgram ? .fault : .usage, "\(error)")
      }
      self.act = act
      count(act?.entry.draft.changes ?? [])
    }

    /// What is done by now.
    var deed: Deed? { act.map { .recorded($0.entry.position) } ?? copy.map { .written($0) } }

    /// Counts the postings that changes add and take away.
    mutating func count(_ changes: [RowChange]) {
      (added, removed) = (0, 0)
      for case .posting(let change) in changes {
        if change.isAdded { added += 1 }
        if change.isRemoved { removed += 1 }
      }
    }

    /// Whether all of the plan was left out, so that nothing was written.
    var isEmptied: Bool { act == nil && leftOut > 0 }

    /// A number of units' days in words.
    static func days(_ count: Int) -> String { count == 1 ? "1 unit's day" : "\(count) units' days" }

    /// How others came in the way of the plan, and how long it took to plan again; `nil` where they did not.
    var words: String? {
      if let act, act.isRepeat { return act.words }
      guard leftOut > 0 || plannedAgain > 0 || rounds > 0 else { return nil }
      let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
      return "patrol: others changed the roster while it was planned: \(Self.days(leftOut)) left out, "
        + "\(plannedAgain) planned again, in \(rounds) round\(rounds == 1 ? "" : "s") and \((seconds * 10).rounded() / 10) s"
    }
  }

  /// What is to be recorded by now.
  private(set) var changes: [RowChange]
  private let first: [RowChange]
  private let keyed: KeyedAct?
  private let search: PlanSearch
  private let scope: (Roster) throws -> PlanScope
  private var record: Record
  /// The roster that the changes were planned for.
  private var roster: Roster
  /// How far along the journal that is.
  private var basis: JournalPosition
  /// Units' days that others have changed.
  private var kept: Set<UnitDay> = []
  /// Units' days that were left out at one time or another.
  private var leftOut: Set<UnitDay> = []
  /// Whether the roster may be another than the one that was planned, although the journal does not say so.
  private var mustLook: Bool
  /// Whether the figures of the proposal are of another roster.
  private var isOutdated = false

  /// How often is planned again.
  private static let mostRounds = 3

  /// What the journal met when it was asked to record the plan.
  private struct Meeting {
    var rest: PlanRemainder
    var others: [RowChange]
    var roster: Roster
  }

  /// A plan to be recorded.
  ///
  /// - Parameters:
  ///   - proposal: the plan, of `roster`, which is as far along the journal as `basis`.
  ///   - mustLook: whether tables are others than those that were read.
  ///   - keyed: by what the act is known again.
  ///   - scope: what is planned; asked again, because districts may have other numbers by now.
  init(
    _ proposal: Proposal, of roster: Roster, basis: JournalPosition, mustLook: Bool, under keyed: KeyedAct?,
    _ search: PlanSearch, scope: @escaping (Roster) throws -> PlanScope
  ) {
    first = [RowChange](proposal.step, in: roster)
    changes = first
    record = Record(proposal, of: roster)
    self.roster = roster
    self.basis = basis
    self.mustLook = mustLook
    self.keyed = keyed
    self.search = search
    self.scope = scope
  }

  /// Records the plan, or nothing where nothing is left of it.
  ///
  /// - Throws: `EditRefusal` where the journal cannot be written; `changes` are then what was to be recorded.
  mutating func run(in session: RosterSession) throws -> Record {
    while !changes.isEmpty {
      let mayPlan = record.rounds < Self.mostRounds && !search.isInterrupted
      guard let meeting = try commit(in: session, mayPlan: mayPlan) else { break }
      basis = session.position
      planAgain(meeting)
    }
    return finished(session.roster)
  }

  /// Asks the journal to record the changes; what it met instead where that is to be planned again.
  private mutating func commit(in session: RosterSession, mayPlan: Bool) throws(EditRefusal) -> Meeting? {
    var met: Meeting?
    let act = EntryDraft(kind: .plan, name: "plan", changes: changes)
    let draft = keyed?.marked(act) ?? act
    let (roster, mustLook) = (roster, mustLook)
    do throws(EditRefusal) {
      let entry = try search.write { () throws(EditRefusal) in
        try session.commit(draft, basis: basis) { draft, meanwhile throws(EditRefusal) in
          guard meanwhile.isOther || mustLook else { return draft }
          var others = meanwhile.entries.flatMap(\.draft.changes)
          if meanwhile.isReloaded || mustLook {
            // What another program has done to the tables is in no entry.
            others += RosterDifference(from: roster, to: meanwhile.roster).postings.map { .posting($0) }
          }
          let rest = PlanRemainder(of: draft.changes, among: others, in: meanwhile.roster, grid: meanwhile.grid)
          met = Meeting(rest: rest, others: others, roster: meanwhile.roster)
          if !rest.leftOut.isEmpty, mayPlan || rest.changes.isEmpty { throw .notWritten("") }
          var draft = draft
          draft.changes = rest.changes
          return draft
        }
      }
      changes = entry.draft.changes
      record.act = RecordedAct(entry: entry)
      if let met { take(met) }
      return nil
    } catch {
      guard let met, !met.rest.leftOut.isEmpty, mayPlan || met.rest.changes.isEmpty else { throw error }
      take(met)
      return met
    }
  }

  private mutating func take(_ meeting: Meeting) {
    kept.formUnion(meeting.others.compactMap(UnitDay.init))
    leftOut.formUnion(meeting.rest.leftOut)
    isOutdated = true
    mustLook = false
  }

  /// Plans what is left of the plan again.
  private mutating func planAgain(_ meeting: Meeting) {
    changes = meeting.rest.changes
    roster = meeting.roster
    guard record.rounds < Self.mostRounds, !search.isInterrupted else { return }
    record.rounds += 1
    let begin = ContinuousClock.now
    defer { record.time += begin.duration(to: .now) }
    do {
      var roster = meeting.roster
      try roster.apply(changes)
      var scope = try scope(roster)
      scope.kept = kept
      let proposal = try search.runAgain(roster, scope)
      changes = changes.followed(by: [RowChange](proposal.step, in: roster))
      (record.proposal, record.roster) = (proposal, roster)
      isOutdated = false
    } catch {
      // What is left of the first plan is a plan too.
      record.rounds = Self.mostRounds
    }
  }

  /// The record, with the figures of the roster as it is now.
  private func finished(_ roster: Roster) -> Record {
    var record = record
    record.count(changes)
    let before = Dictionary(grouping: first) { UnitDay($0) }
    let after = Dictionary(grouping: changes) { UnitDay($0) }
    record.leftOut = leftOut.count { after[$0] == nil }
    record.plannedAgain = after.count { day, changes in before[day].map { Set($0) } != Set(changes) }
    guard isOutdated else { return record }
    do {
      (record.proposal, record.roster) = (try PlannerJob.figures(of: roster, scope: try scope(roster)), roster)
    } catch {
      // Then the figures of the plan must do.
    }
    return record
  }
}
