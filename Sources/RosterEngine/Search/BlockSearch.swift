/// Anneals the rows of one block at a time.
struct BlockSearch: Sendable {
  var searcher: Searcher
  var acceptance = Acceptance(temperature: 1)
  var shortfalls: Shortfalls
  var members: [Int32] = []
  /// Makes whole rows anew; `nil` where that is not wanted.
  var renewal: RowRenewal?
  /// Kept where rows are made anew, else empty.
  var margins: Margins
  /// Set while every accepted move is to be checked.
  private var evaluator: Evaluator?
  /// A fault found by checking every move.
  private var fault: SolveError?

  init(searcher: Searcher, renewal: RowRenewal? = nil, _ model: Model) {
    self.searcher = searcher
    self.renewal = renewal
    margins = renewal == nil ? Margins() : Margins(searcher.state, model)
    shortfalls = Shortfalls(model)
  }

  /// What a block search did.
  struct Outcome: Sendable {
    /// Cells that became something else, by member.
    var changes: [Change] = []
    /// What the changes cost more.
    var delta = 0
    var moves = 0
    /// A fault found by checking every move.
    var fault: SolveError?
  }

  /// Searches a block, says what it would change, and takes it back.
  mutating func run(_ block: Block, task: BlockTask, _ model: Model, isStopped: () -> Bool) -> Outcome {
    guard !block.members.isEmpty, model.shiftCount > 0 else { return Outcome() }
    searcher.random = task.random
    acceptance.temperature = task.temperature
    members = block.members
    evaluator = task.evaluator
    shortfalls.open(block, searcher.state, model)
    let costBefore = searcher.cost
    let rows = block.members.map { cells(of: $0, model) }
    var outcome = Outcome()
    outcome.moves += task.renewsEveryone ? renewEveryone(model, isStopped) : renewSome(model, isStopped)
    let end = outcome.moves + task.moves
    while outcome.moves < end && fault == nil {
      if outcome.moves & 255 == 0 && isStopped() { break }
      outcome.moves += 1
      propose(model)
      if !searcher.move.isEmpty { _ = attempt(acceptance.threshold(&searcher.random), model) }
    }
    outcome.fault = fault
    if fault != nil { return outcome }
    outcome.delta = searcher.cost - costBefore
    var back: [Change] = []
    for old in rows.joined() {
      let new = cell(of: old.member, Int(old.day), model)
      if new != old {
        outcome.changes.append(new)
        back.append(old)
      }
    }
    impose(back, cost: costBefore, model)
    return outcome
  }

  /// Makes the searcher's move if it is allowed and cheap enough, and takes note of it.
  @inline(__always)
  mutating func attempt(_ threshold: Int, _ model: Model) -> Bool {
    guard searcher.attempt(threshold, model) else { return false }
    for change in searcher.undone { note(change, model) }
    for change in searcher.move { note(change, model) }
    if let evaluator, fault == nil { fault = mismatch(evaluator, model) }
    return true
  }

  /// Makes changes that are known to be right without judging them; keeps the cost.
  mutating func impose(_ changes: [Change], cost: Int, _ model: Model) {
    let before = changes.map { cell(of: $0.member, Int($0.day), model) }
    searcher.impose(changes, cost: cost, model)
    for change in before { note(change, model) }
    for change in changes { note(change, model) }
  }

  /// Takes note that a cell was changed to or from an assignment.
  @inline(__always)
  private mutating func note(_ change: Change, _ model: Model) {
    shortfalls.note(change, searcher.state, model)
    if renewal != nil { margins.note(change, searcher.state, model) }
  }

  /// A cell as it is.
  @inline(__always)
  func cell(of member: Int32, _ day: Int, _ model: Model) -> Change {
    let cell = Int(member) * model.rowLength + day
    return Change(
      member: member, day: Int32(day), code: searcher.state.codes[cell], option: searcher.state.options[cell])
  }

  /// A member's cells of the period as they are.
  func cells(of member: Int32, _ model: Model) -> [Change] {
    (model.historyDays..<model.rowLength).map { cell(of: member, $0, model) }
  }

  /// The difference between the cost kept and the cost recomputed, if there is one.
  private func mismatch(_ evaluator: Evaluator, _ model: Model) -> SolveError? {
    let recomputed = evaluator.cost(of: searcher.state.assignments(model)).total
    let kept = searcher.cost - searcher.state.obligationCost(model)
    return recomputed == kept ? nil : .costMismatch(kept: kept, recomputed: recomputed)
  }
}
