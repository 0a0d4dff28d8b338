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

  mutating func takeProgress(_ ticket: Int, _ report: PlanReport) {
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

  /// Takes the proposal over as one step.
  mutating func acceptProposal() {
    guard let proposal = plan.proposal, whyNoAccepting == nil else { return }
    let edits = untouchedMeanwhile(proposal.result.edits)
    let left = proposal.result.edits.count - edits.count
    let (added, removed) = ProposalView.counts(edits)
    let rest = left == 0 ? "\(proposal.after.missing) still missing" : "\(left) left out, changed by others meanwhile"
    plan.phase = .idle
    goBack()
    let name = "Plan \(plan.subject): \(added) postings added, \(removed) removed, \(rest)"
    perform(EditStep(name: name, edits: edits), kind: .plan)
  }

  /// A plan's edits without those on units' days that others have changed since it was asked for.
  private func untouchedMeanwhile(_ edits: [Edit]) -> [Edit] {
    let since = acts.entries.filter { $0.position > plan.basis && $0.author.session != acts.author.session }
    guard !since.isEmpty else { return edits }
    let reach = ChangeReach(since.flatMap(\.draft.changes))
    return edits.filter { edit in
      !document.changes(EditStep(name: "", edits: [edit])).contains { reach.meeting(with: $0) != nil }
    }
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
