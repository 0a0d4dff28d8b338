import Planner
import RosterModel
import Screen

extension Model {
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
          scope: PlanScope(districts: district.map { [$0] }, firstDay: firstDay))))
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
