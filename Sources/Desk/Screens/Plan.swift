import Coverage
import Planner
import RosterModel
import Screen

/// The planner's work as the desk sees it.
struct PlanState: Sendable {
  /// Where a plan stands.
  enum Phase: Sendable {
    /// None was asked for, or the last was accepted or dropped.
    case idle
    /// It is being made; whether it was asked to stop.
    case running(isStopping: Bool)
    /// It is finished and waits for an answer.
    case proposed(ProposalView)
  }

  var phase = Phase.idle
  /// The number of the plan asked for last.
  var ticket = 0
  /// What is planned, in words.
  var subject = ""
  /// How far along the journal the roster was that is planned.
  var basis = JournalPosition.start
  /// The reports, the latest last.
  var reports: [PlanProgress] = []
  var list = ListState()

  var isRunning: Bool {
    if case .running = phase { return true }
    return false
  }

  var proposal: ProposalView? {
    if case .proposed(let proposal) = phase { return proposal }
    return nil
  }
}

extension ContextParts {
  static let plan = ContextParts(
    title: "Plan", commands: PlanKeys.commands, settle: { $0.settlePlan($1) }, draw: { $0.drawPlan(in: $1, &$2) })
}

enum PlanKeys {
  static let commands = [
    Command(
      ["Enter", "a"], "Accept", "Take the proposal over, as one step that can be undone", bar: 1,
      when: { $0.whyNoAccepting }
    ) { $0.acceptProposal() },
    Command(
      ["d", "x"], "Drop", "Leave the roster as it is", bar: 2,
      when: { $0.plan.proposal == nil ? "there is no proposal" : nil }
    ) { $0.dropProposal() },
    Command(
      ["Esc", "c", "Ctrl-C"], "Stop", "Stop planning and keep the best so far; with a proposal, ask to drop it", bar: 3
    ) { $0.stopPlan() },
    Command(["Up", "k"], "Up", "Go to the line above") { $0.plan.list.move(by: -1) },
    Command(["Down", "j"], "Down", "Go to the line below") { $0.plan.list.move(by: 1) },
    Command(["PgUp"], "Page up", "Go a page up") { $0.plan.list.page(-1) },
    Command(["PgDn"], "Page down", "Go a page down") { $0.plan.list.page(1) },
    Command(["Home", "gg"], "Top", "Go to the first line") { $0.plan.list.home() },
    Command(["End", "G"], "Bottom", "Go to the last line") { $0.plan.list.end() },
    Command(["Ctrl-L"], "Redraw", "Draw the window anew") { $0.emit(.redraw) },
    Command(["Ctrl-Z"], "Suspend", "Back to the shell; fg returns here") { $0.emit(.suspend) },
    Command(["?", "F1"], ScreenKeys.helpName, "All keys, to be searched", bar: 9) { $0.openHelp() },
  ]
}

extension Model {
  /// What a plan may change: it fills what is missing from the first shift on that has not begun, and moves nobody.
  private func planScope(_ district: DistrictReference?, from firstDay: Day?) -> PlanScope {
    var scope = PlanScope(districts: district.map { [$0] }, firstDay: firstDay)
    scope.replans = false
    scope.now = nowMinutes
    return scope
  }

  /// What a plan is asked for.
  enum PlanSubject: Sendable {
    case district, whole
  }

  /// Why no plan can be made now; `nil` where one can.
  var whyNoPlan: String? {
    if let reason = whyReadOnly { return reason }
    if plan.isRunning { return "one is being made" }
    if document.base.beats.isEmpty || document.columns == 0 { return "there is nothing to plan" }
    return nil
  }

  /// Why there is nothing to accept; `nil` where there is.
  var whyNoAccepting: String? {
    guard let proposal = plan.proposal else {
      return plan.isRunning ? "still planning; Esc takes the best so far" : "there is no proposal"
    }
    if proposal.result.edits.isEmpty { return "it changes nothing; d drops it" }
    return whyNoEdit
  }

  /// Asks the planner to fill the district under the cursor, or the whole roster.
  mutating func startPlan(_ subject: PlanSubject) {
    guard whyNoPlan == nil else { return }
    let district = subject == .district ? districtToPlan : nil
    plan.ticket += 1
    plan.phase = .running(isStopping: false)
    plan.reports = []
    plan.list = ListState()
    plan.basis = acts.seen
    let firstDay = firstDayToPlan
    plan.subject = district.map { name(of: .district($0)) } ?? "the whole roster"
    if let firstDay { plan.subject += " from \(DayWords.short(firstDay))" }
    open(.plan)
    emit(
      .startPlan(
        PlanOrder(
          ticket: plan.ticket, roster: document.roster,
          scope: planScope(district, from: firstDay))))
  }

  /// The present duty day where it is inside the period: what was worked before it is not planned again.
  private var firstDayToPlan: Day? {
    let period = document.settings.period
    return now.day > period.lowerBound && now.day <= period.upperBound ? now.day : nil
  }

  private var districtToPlan: DistrictReference? {
    screen == .city ? district(ofCityLine: city.list.selected) : districtAtCursor
  }

  /// Stops a plan with the best so far; asks before dropping a proposal; leaves the screen where there is neither.
  mutating func stopPlan() {
    switch plan.phase {
    case .running:
      plan.phase = .running(isStopping: true)
      emit(.cancelPlan(ticket: plan.ticket))
      say(.note, "Stopping; the best so far will be proposed.")
    // Whoever stops a plan and presses the key once more, because nothing seems to happen, must not lose it.
    case .proposed: prompt = .confirm(.dropProposal)
    case .idle: goBack()
    }
  }

  mutating func takeProgress(_ ticket: Int, _ report: PlanProgress) {
    guard ticket == plan.ticket, plan.isRunning else { return }
    plan.reports.append(report)
    if plan.reports.count > Self.mostReports {
      plan.reports = plan.reports.enumerated().compactMap { $0 % 2 == 0 ? nil : $1 }
    }
  }

  private static let mostReports = 512

  mutating func takeResult(_ ticket: Int, _ result: PlanResult) {
    guard ticket == plan.ticket, plan.isRunning else { return }
    plan.phase = .proposed(ProposalView(result, of: document))
    plan.list = ListState()
    open(.plan)
  }

  mutating func failPlan(_ ticket: Int, _ reason: String) {
    guard ticket == plan.ticket, plan.isRunning else { return }
    plan.phase = .idle
    if screen == .plan { goBack() }
    say(.failed, "Not planned: \(reason)")
  }

  /// Takes over as one step what is left of the proposal.
  mutating func acceptProposal() {
    guard let proposal = plan.proposal, whyNoAccepting == nil else { return }
    let planned = document.changes(EditStep(name: "", edits: proposal.result.edits))
    let rest = whatIsLeft(of: planned)
    plan.phase = .idle
    goBack()
    guard !rest.changes.isEmpty else {
      return say(.failed, "Nothing is left of the plan: all of it was changed by others meanwhile.")
    }
    let added = rest.changes.count { if case .posting(let change) = $0 { change.isAdded } else { false } }
    let removed = rest.changes.count { if case .posting(let change) = $0 { change.isRemoved } else { false } }
    let end =
      rest.leftOut == 0
      ? "\(proposal.after.missing) still missing" : "\(rest.leftOut) left out, changed by others meanwhile"
    let name = "Plan \(plan.subject): \(added) postings added, \(removed) removed, \(end)"
    attempt(Intention(act: Act(id: acts.nextNumber(), kind: .plan, name: name, changes: rest.changes)))
  }

  /// A plan's changes without the units' days that others have changed since it was asked for, or that do not fit beside
  /// what was changed; and how many days these are.
  private func whatIsLeft(of planned: [RowChange]) -> (changes: [RowChange], leftOut: Int) {
    let since = acts.entries.filter { $0.position > plan.basis }
    if since.isEmpty, acts.pending.isEmpty { return (planned, 0) }
    let others = since.filter { $0.author.session != acts.author.session }.flatMap(\.draft.changes)
    let rest = PlanRemainder(of: planned, among: others, in: document.roster, grid: document.grid)
    return (rest.changes, rest.leftOut.count)
  }

  mutating func dropProposal() {
    guard plan.proposal != nil else { return }
    plan.phase = .idle
    goBack()
    say(.note, "Proposal dropped; the roster is as it was.")
  }

  mutating func settlePlan(_ body: Rect) {
    plan.list.settle(count: plan.proposal?.lines.count ?? 0, height: PlanLayout(body).list.height)
  }
}

/// A proposal with what it would change, in figures and line by line.
struct ProposalView: Sendable {
  let result: PlanResult
  /// The edits in the order in which they are listed: by day, place and unit, what goes before what comes.
  let lines: [Edit]
  let added: Int
  let removed: Int
  /// The whole roster's figures without it and with it.
  let before: CoverageSummary
  let after: CoverageSummary

  init(_ result: PlanResult, of document: Document) {
    self.result = result
    before = document.grid.summary()
    var changed = document.grid
    for edit in result.edits { changed.apply(edit) }
    after = changed.summary()
    lines = result.edits.sorted { Self.key($0) < Self.key($1) }
    (added, removed) = Self.counts(result.edits)
  }

  /// How many postings edits add and remove.
  static func counts(_ edits: [Edit]) -> (added: Int, removed: Int) {
    (
      edits.count { if case .add = $0 { true } else { false } },
      edits.count { if case .remove = $0 { true } else { false } }
    )
  }

  private static func key(_ edit: Edit) -> (Int32, Int32, Int32, Int, Int32) {
    switch edit {
    case .remove(let posting): (posting.day.number, posting.beat.raw, posting.shift.raw, 0, posting.unit.raw)
    case .add(let posting), .replace(_, let posting):
      (posting.day.number, posting.beat.raw, posting.shift.raw, 1, posting.unit.raw)
    case .addAbsence(let absence), .removeAbsence(let absence): (Int32.max, 0, 0, 2, absence.unit.raw)
    case .addPublication, .removePublication, .addPublished, .removePublished, .addManoeuvre, .removeManoeuvre,
      .addCall,
      .removeCall:
      (Int32.max, 0, 0, 3, 0)
    }
  }
}
